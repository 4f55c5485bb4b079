import { createHash } from 'node:crypto';
import { readContentFiles } from '../../src/content-files.ts';
import { readCorpus, type ContentFiles, type Corpus } from '../../src/model/corpus.ts';
import { inEach, type Lang } from '../../src/model/lang.ts';
import { policyText } from '../../src/model/policy.ts';
import { readPolicy } from '../../src/model/read-policy.ts';
import { TextFile } from '../../src/model/text-file.ts';
import { termsLanguage } from '../../src/model/terms.ts';
import { stampElement, stampOf } from '../../src/model/translation.ts';
import { Dice } from './dice.ts';
import { exchange, soughtBy, type Sought } from './other-words.ts';

/** The real corpus again and again under other board names: first as it is, then in other words under the same ids and rules. */

const real = readContentFiles(process.cwd());
const text = (path: string): string => new TextDecoder().decode(real.get(path));
const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);
const boards = ['dsfno', 'csspo', 'csscv', 'csno', 'cstl'];

const glossaryPath = 'content/glossary/terms.yaml';

/** What notes and passes quote. */
const quotation = /(?<=\b(?:words|except): )(?:"(?:[^"\\]|\\.)*"|[^\n]*)/g;

/** What readers of the corpus look words up by, in either language: these stay where they are. */
function soughtWords(): { corpus: Corpus; sought: Record<Lang, Sought> } {
  const { corpus } = readCorpus(real);
  if (!corpus) throw new Error('content/ has errors: run npm run check:content.');
  const terms = [...corpus.criteria.values()].flatMap((criterion) => criterion.terms);
  const sought = inEach((lang) =>
    soughtBy([...(lang === termsLanguage ? terms : []), ...corpus.glossary.flatMap((term) => term[lang].stems)]),
  );
  return { corpus, sought };
}

/** The files of a board, named by what follows its folder, in words of their own. */
function otherWords(
  board: string,
  seed: number,
  { corpus, sought }: ReturnType<typeof soughtWords>,
): Map<string, string> {
  const folder = `content/policies/${board}/`;
  const dice = new Dice(seed);
  const french = exchange(text(`${folder}fr.mdx`), sought.fr, dice);
  const english = exchange(text(`${folder}en.mdx`), sought.en, dice);
  const files = new Map<string, string>();
  for (const path of real.keys()) {
    if (!path.startsWith(folder)) continue;
    const name = path.slice(folder.length);
    if (name === 'fr.mdx') files.set(name, french.mdx(text(path)));
    else if (name === 'en.mdx') files.set(name, english.mdx(text(path)));
    else if (name === 'source.txt') files.set(name, french.text(text(path)));
    else files.set(name, text(path).replaceAll(quotation, french.text));
  }
  const source = new TextFile(`${folder}source.txt`, files.get('source.txt')!);
  const { policy, issues } = readPolicy(new TextFile(`${folder}fr.mdx`, files.get('fr.mdx')!), source, board, corpus);
  if (!policy) throw new Error(`In other words ${board} cannot be read: ${issues[0]?.message}`);
  const { clauses, titles } = policyText(policy);
  let translation = files.get('en.mdx')!;
  for (const [id, title] of titles) translation = stampElement(translation, 'Section', id, stampOf(title));
  for (const [id, clause] of clauses) translation = stampElement(translation, 'Clause', id, stampOf(clause.text));
  return files.set('en.mdx', translation);
}

export function manyBoards(count: number): ContentFiles {
  const files = new Map([...real].filter(([path]) => !/^content\/(?:policies|scenarios|packs)\//.test(path)));
  const known = soughtWords();
  const sums: string[] = [];
  const ledger: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const board = boards[index % boards.length]!;
    const name = `${board}-${index}`;
    const folder = `content/policies/${name}/`;
    if (index < boards.length) {
      for (const [path, value] of real) {
        if (path.startsWith(`content/policies/${board}/`)) files.set(path.replace(`/${board}/`, `/${name}/`), value);
      }
    } else for (const [path, value] of otherWords(board, index, known)) files.set(`${folder}${path}`, bytes(value));
    const mdx = new TextDecoder().decode(files.get(`${folder}fr.mdx`)).replace(`board: ${board}`, `board: ${name}`);
    files.set(`${folder}fr.mdx`, bytes(mdx));
    const source = files.get(`${folder}source.txt`)!;
    sums.push(`${createHash('sha256').update(source).digest('hex')}  ${name}/source.txt\n`);
    ledger.push(...Array.from(mdx.matchAll(/<Clause id="([^"]+)"/g), ([, id]) => `${name}:${id}\n`));
  }
  // What the glossary excepts of a board it excepts of each copy.
  const copies = Array.from({ length: count }, (_, index) => [boards[index % boards.length]!, index] as const);
  const glossary = text(glossaryPath).replaceAll(/"([a-z]+):([^"\s]+)"/g, (_, board: string, id: string) =>
    copies.flatMap(([own, index]) => (own === board ? [`"${board}-${index}:${id}"`] : [])).join(', '),
  );
  files.set(glossaryPath, bytes(glossary));
  files.set('content/policies/SHA256SUMS', bytes(sums.join('')));
  files.set('content/permalinks.txt', bytes(ledger.join('')));
  return files;
}
