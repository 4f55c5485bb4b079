import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatIssue } from '../../src/model/issue.ts';
import type { Clause, Inline, Policy, Section } from '../../src/model/policy.ts';
import { readPolicy, type PolicyReading } from '../../src/model/read-policy.ts';
import { TextFile } from '../../src/model/text-file.ts';
import { vocabularyOf, type Topic } from '../../src/model/vocabulary.ts';

/** Every fixture is a policy of a few lines, its source, and what the reader must say of it. Adding files adds a test. */
const fixtures = resolve(import.meta.dirname, '../fixtures/policies');

const both = { fr: 'Oui?', en: 'Yes?' };

const topics: Topic[] = [
  {
    id: 'friending',
    order: 1,
    name: both,
    covers: both,
    slug: both,
    synonyms: { fr: ['mot'], en: ['word'] },
    criteria: [
      { id: 'friending.requests', audience: 'staff', question: both, terms: ['mot'] },
      { id: 'friending.sending', audience: 'staff', question: both, terms: ['mot'] },
    ],
  },
  {
    id: 'consent',
    order: 2,
    name: both,
    covers: both,
    slug: both,
    synonyms: { fr: ['mot'], en: ['word'] },
    criteria: [
      { id: 'consent.prior', audience: 'school', question: both, terms: ['mot'] },
      { id: 'consent.written', audience: 'school', question: both, terms: ['mot'] },
    ],
  },
];

interface Fixture {
  file: TextFile;
  reading: PolicyReading;
  expected: string;
}

function fixture(folder: string, name: string): Fixture {
  const read = (file: string): string => readFileSync(join(fixtures, folder, file), 'utf8');
  const file = new TextFile(`${name}.mdx`, read(`${name}.mdx`));
  const source = new TextFile(`${name}.source.txt`, read(`${name}.source.txt`));
  return { file, reading: readPolicy(file, source, 'nord', vocabularyOf(topics)), expected: read(`${name}.txt`) };
}

const namesIn = (folder: string): string[] =>
  readdirSync(join(fixtures, folder)).flatMap((file) => /^(.+)\.mdx$/.exec(file)?.[1] ?? []);

/** A policy as lines that can be compared by eye: rules in brackets, emphasis in stars. */
function outline(policy: Policy): string {
  const words = (inline: Inline[]): string =>
    inline
      .map((node) => {
        if (node.type === 'text') return node.value;
        const sign = { strong: ['**', '**'], em: ['*', '*'], rule: ['[', ']'] }[node.type];
        return sign.join(words(node.children));
      })
      .join('');
  const lines = (node: Section | Clause, indent: string): string[] => {
    if (node.kind === 'section') {
      return [
        `${indent}section ${node.id} "${node.title}"`,
        ...node.children.flatMap((child) => lines(child, `${indent}  `)),
      ];
    }
    const facts = [node.id, node.label, node.bullet && 'bullet', node.audience, node.unmarked]
      .filter(Boolean)
      .join(' ');
    return [
      `${indent}clause ${facts}: ${words(node.words)}`,
      ...node.rules.map(({ criteria, force, against, audience, except, quote }) => {
        const said = [criteria.join(' '), force, against && 'against', audience].filter(Boolean).join(' ');
        return `${indent}  rule ${said}: ${quote}${except ? ` (except: ${except})` : ''}`;
      }),
      ...node.clauses.flatMap((inner) => lines(inner, `${indent}  `)),
    ];
  };
  return [
    ...policy.imprint.map((text) => `imprint: ${text}`),
    ...policy.omissions.map(({ reason, text }) => `omitted ${reason}: ${text}`),
    ...policy.sections.flatMap((section) => lines(section, '')),
    '',
  ].join('\n');
}

describe('a policy is read', () => {
  test.each(namesIn('valid'))('%s', (name) => {
    const { reading, expected } = fixture('valid', name);
    expect(reading.issues).toEqual([]);
    expect(outline(reading.policy!)).toBe(expected);
  });
});

describe('a policy is refused, and its author told', () => {
  test.each(namesIn('invalid'))('%s', (name) => {
    const { file, reading, expected } = fixture('invalid', name);
    const told = reading.issues.map((issue) => formatIssue(issue, file.text)).join('\n\n');
    expect(`${told}\n`).toBe(expected);
    expect(reading.policy).toBeUndefined();
  });
});

test.each(['valid', 'invalid'])('each file of the %s fixtures belongs to one', (folder) => {
  const strays = readdirSync(join(fixtures, folder)).filter(
    (file) => !existsSync(join(fixtures, folder, `${file.replace(/(?:\.source)?\.\w+$/, '')}.mdx`)),
  );
  expect(strays).toEqual([]);
});
