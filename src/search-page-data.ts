import { searchWords, type SearchPageBoards, type SearchPageFrame } from './browser/search-data.ts';
import { contentHash } from './content-hash.ts';
import { dictionary } from './i18n/dictionary.ts';
import { below, link } from './link.ts';
import type { Made } from './made/made.ts';
import { citePolicy, plainCitation } from './model/cite.ts';
import type { Corpus } from './model/corpus.ts';
import { langs, type Lang } from './model/lang.ts';
import { translationNotice } from './model/notice.ts';
import { phrases } from './model/phrases/phrases.ts';
import { catalogueOf } from './model/search/catalogue.ts';
import { shardSizeOf } from './model/search/shards.ts';
import { typeset } from './model/typography.ts';

/** What the search page hands to its script: what is the same however many boards there are, and what grows with them. */

export async function searchPageFrame({ searchIndex }: Made, lang: Lang): Promise<SearchPageFrame> {
  const dict = dictionary(lang);
  const indexes = await Promise.all(
    [lang, ...langs.filter((other) => other !== lang)].map(async (one) => {
      const { folder, tag } = await searchIndex(one);
      return { lang: one, files: below(`/search/${folder}`), tag };
    }),
  );
  return {
    lang,
    indexes,
    clausePage: link({ kind: 'clause', board: 'BOARD', id: 'CLAUSE' }, lang),
    policyPage: link({ kind: 'policy', board: 'BOARD' }, lang),
    quotes: phrases(lang).quotes,
    words: {
      ...Object.fromEntries(searchWords.map((key) => [key, typeset(dict.search[key], lang)])),
      forces: { ...dict.forces, against: dict.discouraged },
      audiences: dict.audiences,
      for: dict.cell.for,
    } as SearchPageFrame['words'],
  };
}

export function searchPageBoards(corpus: Corpus, lang: Lang): SearchPageBoards {
  const cells = [...corpus.matrix.values()].flat();
  const catalogue = catalogueOf(corpus, lang);
  return {
    catalogue,
    shardSize: shardSizeOf(catalogue.clauses.length),
    notices: corpus.policies.map(({ language }) => (language === lang ? null : translationNotice(language, lang))),
    citations: corpus.policies.map((policy) => plainCitation(citePolicy(policy, lang))),
    lacking: [...new Set(cells.flatMap(({ board, silence }) => (silence?.received ? [board] : [])))],
    elsewhere: cells
      .filter(({ state }) => state === 'elsewhere')
      .map(({ board, criterion }) => `${board} ${criterion}`),
  };
}

/** Where that stands when there are too many boards for the page: named by what it holds, like all that a page fetches. */
export function searchBoardsFile(corpus: Corpus, lang: Lang): { file: string; hash: string; content: string } {
  const content = JSON.stringify(searchPageBoards(corpus, lang));
  const hash = contentHash(content);
  return { file: `/search/${lang}/boards.${hash}.json`, hash, content };
}
