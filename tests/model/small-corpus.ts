import { createHash } from 'node:crypto';
import { readCorpus, type CorpusReading } from '../../src/model/corpus.ts';
import { stampOf } from '../../src/model/translation.ts';

/** All of content/ in the smallest form that has no error: one board, one topic, three clauses, two of them marked. */

export const small = {
  topic: 'content/topics/friending.yaml',
  edition: 'content/edition.yaml',
  reasons: 'content/marking-reasons.yaml',
  sums: 'content/policies/SHA256SUMS',
  ledger: 'content/permalinks.txt',
  mdx: 'content/policies/nord/fr.mdx',
  english: 'content/policies/nord/en.mdx',
  glossary: 'content/glossary/terms.yaml',
  source: 'content/policies/nord/source.txt',
  notes: 'content/policies/nord/notes.yaml',
  foundBy: 'content/policies/nord/found-by.yaml',
  silences: 'content/policies/nord/silences.yaml',
  first: 'content/policies/nord/marking/first.yaml',
  second: 'content/policies/nord/marking/second.yaml',
  settled: 'content/policies/nord/marking/settled.yaml',
};

const both = '{ fr: Oui., en: Yes. }';

export const smallSource = `4. Amis
a. Les demandes sont refusées.
b. Les élèves à qui ont parle.
c. Ne rien demander.
`;

const pass = `- { clause: 4.a, words: Les demandes sont refusées., on: [friending.requests], force: prohibition }
- { clause: 4.b, unmarked: context }
- { clause: 4.c, words: Ne rien demander., on: [friending.sending], force: obligation }
`;

/** What pins a source. */
export const sumLine = (source: string): string =>
  `${createHash('sha256').update(source).digest('hex')}  nord/source.txt\n`;

export const smallFiles: Readonly<Record<string, string>> = {
  [small.topic]: `order: 1
name: ${both}
covers: ${both}
criteria:
  - { id: friending.requests, audience: staff, question: ${both}, terms: [demand] }
  - { id: friending.sending, audience: staff, question: ${both}, terms: [demand] }
slug: { fr: amitie, en: friending }
synonyms: { fr: [ami], en: [friend] }
`,
  [small.edition]: 'date: 2026-11-21\n',
  [small.reasons]: `shortest: ${both}
question: ${both}
`,
  [small.sums]: sumLine(smallSource),
  [small.ledger]: `# Every id ever published.
nord:4.a
nord:4.b
nord:4.c
`,
  [small.mdx]: `---
{ board: nord, short: CSN, name: Conseil du Nord, province: QC, instrument: directive, title: Amis, dates: [],
  language: fr, audience: staff, binds: ${both}, received: ${both} }
---

<Section id="4" title="4. Amis">

<Clause id="4.a" label="a.">
<Rule on="friending.requests" force="prohibition">Les demandes sont refusées.</Rule>
</Clause>

<Clause id="4.b" label="b." unmarked="context">
Les élèves à qui ont parle.
</Clause>

<Clause id="4.c" label="c.">
<Rule on="friending.sending" force="obligation">Ne rien demander.</Rule>
</Clause>

</Section>
`,
  [small.english]: `---
{ translates: fr, title: Friends }
---

<Section id="4" of="${stampOf('4. Amis')}" title="4. Friends">

<Clause id="4.a" of="${stampOf('Les demandes sont refusées.')}">
<Rule on="friending.requests" force="prohibition">Requests are refused.</Rule>
</Clause>

<Clause id="4.b" of="${stampOf('Les élèves à qui ont parle.')}">
Students to whom one speak.
</Clause>

<Clause id="4.c" of="${stampOf('Ne rien demander.')}">
<Rule on="friending.sending" force="obligation">Request nothing.</Rule>
</Clause>

</Section>
`,
  [small.glossary]: `- fr: { term: demande, stems: [demand] }
  en: { term: request, stems: [request] }
`,
  [small.source]: smallSource,
  [small.notes]: `- { on: copy, kind: copy, fr: Copie., en: Copy. }
`,
  [small.foundBy]: '4.a: { fr: copain, en: buddy }\n',
  [small.silences]: 'silences: []\n',
  [small.first]: pass,
  [small.second]: pass,
  [small.settled]: '[]\n',
};

/** Reads the small corpus with some of its files changed. */
export function readSmall(changes: Record<string, (text: string) => string> = {}): CorpusReading {
  const changed = new Map(Object.entries(smallFiles).map(([path, text]) => [path, changes[path]?.(text) ?? text]));
  return readCorpus(new Map([...changed].map(([path, text]) => [path, new TextEncoder().encode(text)])));
}

/** Each issue in a line: where, and what; without the folder that all share. */
export const told = ({ issues }: CorpusReading): string[] =>
  issues.map(
    ({ file, line, column, message, suggestion }) =>
      `${file.replace(/^content\/(?:policies\/nord\/)?/, '')}:${line}:${column} ${message}${suggestion ? ` (${suggestion}?)` : ''}`,
  );
