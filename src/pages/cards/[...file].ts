/** What the selection page fetches: the clauses of one board in one language, "/cards/fr/csno.json". */
import type { APIRoute } from 'astro';
import { currentCorpus } from '../../corpus.ts';
import { placeAndDate } from '../../i18n/place-and-date.ts';
import { mediaType } from '../../media-types.ts';
import { boardCards } from '../../model/clause-cards.ts';
import type { Corpus } from '../../model/corpus.ts';
import { langs, type Lang } from '../../model/lang.ts';
import type { Policy } from '../../model/policy.ts';
import type { Board } from '../../browser/cards.ts';

const files = ({ policies }: Corpus): [file: string, policy: Policy, lang: Lang][] =>
  langs.flatMap((lang) =>
    policies.map((policy): [string, Policy, Lang] => [`${lang}/${policy.board}.json`, policy, lang]),
  );

export const getStaticPaths = () => files(currentCorpus().corpus).map(([file]) => ({ params: { file } }));

export const GET: APIRoute<never, { file: string }> = ({ params: { file } }) => {
  const { corpus } = currentCorpus();
  const [, policy, lang] = files(corpus).find(([name]) => name === file)!;
  const board: Board = { ...boardCards(corpus, policy, lang), place: placeAndDate(policy, lang) };
  return new Response(JSON.stringify(board), { headers: { 'Content-Type': mediaType(file) } });
};
