import { DOMParser, onWarningStopParsing, type Element, type Node } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { readCorpus } from '../../src/model/corpus.ts';
import { policyAkn } from '../../src/model/export/akn.ts';
import type { Lang } from '../../src/model/lang.ts';
import { placedClauses, type Policy, type Section } from '../../src/model/policy.ts';
import { boards, realFiles } from './real-files.ts';

/**
 * The files are read again by another library than wrote them, and held against the policies and against the rules of the
 * official schema that they touch. The schema itself (akomantoso30.xsd, OASIS, 2018) is not ours to carry; whoever changes what
 * the export writes changes the tables below with it, after validating: xmllint --noout --schema akomantoso30.xsd FILES.
 */

const aknNamespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';
const edition = { date: '2026-11-20' };
const { corpus } = readCorpus(realFiles);
const again = readCorpus(realFiles).corpus!;
const policies = new Map(corpus!.policies.map((policy) => [policy.board, policy]));
const write = (policy: Policy, date = edition.date, of = corpus!, to: Lang = policy.language): string =>
  policyAkn(
    of,
    policy,
    to,
    (board, clause, lang) => `https://example.org/${[lang, board, clause].filter(Boolean).join('/')}/`,
    { date },
  );
const written = new Map([...policies].map(([board, policy]) => [board, write(policy)]));

/** What each element may hold, in its order: the schema's content models, less what we never write. */
const hierarchy = '(num )?(heading )?(content |(intro )?((section|chapter|hcontainer|point|paragraph) )*)';
const core = 'FRBRthis (FRBRuri )+(FRBRalias )*(FRBRdate )+(FRBRauthor )+';
const inlines = '((inline|b|i|noteRef) )*';
const models: Record<string, string> = {
  akomaNtoso: 'doc ',
  doc: 'meta (preface )?mainBody ',
  meta: 'identification references (notes )?proprietary ',
  identification: 'FRBRWork FRBRExpression FRBRManifestation ',
  FRBRWork: `${core}FRBRcountry (FRBRsubtype )?(FRBRnumber )*(FRBRname )*(FRBRprescriptive )?(FRBRauthoritative )?`,
  FRBRExpression: `${core}(FRBRversionNumber )?(FRBRauthoritative )?(FRBRlanguage )+(FRBRtranslation )*`,
  FRBRManifestation: `${core}(FRBRformat )?`,
  references: '((TLCOrganization|TLCRole|TLCConcept) )+',
  notes: '(note )+',
  note: '(p )+',
  proprietary: '(balises:(binds|received|omitted) )*',
  preface: '(p )+',
  mainBody: '((section|chapter|hcontainer|point|paragraph) )+',
  section: hierarchy,
  chapter: hierarchy,
  hcontainer: hierarchy,
  point: hierarchy,
  paragraph: hierarchy,
  intro: '(p )+',
  content: '(p )+',
  p: '((inline|b|i|noteRef|docTitle|docNumber|docDate) )*',
  inline: inlines,
  b: inlines,
  i: inlines,
};

const ofWords = new Set(
  'p inline b i num heading docTitle docNumber docDate balises:binds balises:received balises:omitted'.split(' '),
);

/** What each element must bear, then what it may. The rest bear nothing. */
const text = 'eId? refersTo? class? status? xml:lang? balises:*?';
const value = 'value showAs? balises:*?';
const reference = 'eId href showAs shortForm? balises:*?';
const attributes: Record<string, string> = {
  doc: 'name contains?',
  identification: 'source',
  references: 'source',
  notes: 'source',
  proprietary: 'source',
  FRBRthis: value,
  FRBRuri: value,
  FRBRalias: `${value} name`,
  FRBRdate: 'date name balises:*?',
  FRBRauthor: 'href as? balises:*?',
  FRBRcountry: value,
  FRBRsubtype: value,
  FRBRnumber: value,
  FRBRname: value,
  FRBRprescriptive: 'value',
  FRBRauthoritative: 'value',
  FRBRlanguage: 'language',
  FRBRtranslation: 'href fromLanguage authoritative? by',
  FRBRformat: value,
  TLCOrganization: reference,
  TLCRole: reference,
  TLCConcept: reference,
  note: `${text} placementBase?`,
  noteRef: `${text} href`,
  hcontainer: `${text} name`,
  inline: `${text} name`,
  docDate: `${text} date`,
  'balises:omitted': 'reason xml:lang',
  'balises:binds': 'xml:lang',
  'balises:received': 'xml:lang',
  ...Object.fromEntries(
    'preface mainBody section chapter point paragraph num heading intro content p b i docTitle docNumber'
      .split(' ')
      .map((name) => [name, text]),
  ),
};

const isoDate = /^\d{4}-\d\d-\d\d$/;
const iri = /^(?:#|\/akn\/|https:\/\/)[^\s"<>\\^`{|}]+$/;
const id = /^[^\s#]+$/;
const values: Record<string, RegExp> = {
  date: isoDate,
  eId: id,
  href: iri,
  source: iri,
  as: iri,
  placementBase: iri,
  refersTo: /^#\S+(?: #\S+)*$/,
  contains: /^(?:originalVersion|singleVersion|multipleVersions)$/,
  status: /^editorial$/,
  language: /^[a-z]{3}$/,
  fromLanguage: /^[a-z]{3}$/,
  by: iri,
  'xml:lang': /^(?:fr|en)$/,
};

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;
const elementsIn = (element: Element): Element[] => Array.from(element.childNodes).filter(isElement);
const descendants = (element: Element, name = '*'): Element[] => Array.from(element.getElementsByTagName(name));
const attribute = (element: Element, name: string): string | undefined => element.getAttribute(name) ?? undefined;
const nameOf = (element: Element): string =>
  `<${element.tagName}${element.getAttribute('eId') ? ` ${element.getAttribute('eId')!}` : ''}>`;

function schemaFaults(element: Element): string[] {
  const name = element.tagName;
  const children = elementsIn(element);
  const held = children.map((child) => `${child.tagName} `).join('');
  const faults: string[] = [];
  if (!new RegExp(`^${models[name] ?? ''}$`).test(held)) faults.push(`${nameOf(element)} holds ${held || 'nothing'}`);
  if (name.startsWith('balises:') !== (element.namespaceURI !== aknNamespace)) faults.push(`${name}: namespace`);
  const loose = Array.from(element.childNodes).some((node) => !isElement(node) && node.nodeValue?.trim() !== '');
  if (loose && !ofWords.has(name)) faults.push(`${nameOf(element)} holds words`);
  const allowed = (attributes[name] ?? '').split(' ').filter(Boolean);
  const has = Array.from(element.attributes, (one) => one.name).filter((one) => !one.startsWith('xmlns'));
  faults.push(
    ...allowed
      .filter((one) => !one.endsWith('?') && !has.includes(one))
      .map((one) => `${nameOf(element)} lacks ${one}`),
    ...has
      .filter((one) => !allowed.some((other) => [one, `${one}?`, one.replace(/:.*/, ':*?')].includes(other)))
      .map((one) => `${nameOf(element)} may not bear ${one}`),
    ...has
      .filter((one) => values[one] && !values[one].test(attribute(element, one)!))
      .map((one) => `${nameOf(element)} ${one}: ${attribute(element, one)!}`),
  );
  if (
    ['FRBRprescriptive', 'FRBRauthoritative'].includes(name) &&
    !/^(?:true|false)$/.test(attribute(element, 'value')!)
  ) {
    faults.push(`${name}: ${attribute(element, 'value')!}`);
  }
  return [...faults, ...children.flatMap(schemaFaults)];
}

function idFaults(root: Element): string[] {
  const all = [root, ...descendants(root)];
  const ids = all.flatMap((element) => attribute(element, 'eId') ?? []);
  const known = new Set(ids);
  const declared = new Set(
    elementsIn(descendants(root, 'references')[0]!).flatMap((element) => attribute(element, 'eId') ?? []),
  );
  const pointers = (names: string[], to: Set<string>): string[] =>
    all.flatMap((element) =>
      names
        .flatMap((name) => attribute(element, name)?.split(' ') ?? [])
        .filter((one) => one.startsWith('#') && !to.has(one.slice(1)))
        .map((one) => `${nameOf(element)} points to ${one}`),
    );
  return [
    ...ids.filter((one, index) => ids.indexOf(one) !== index).map((one) => `eId twice: ${one}`),
    ...pointers(['refersTo', 'source', 'as', 'by'], declared),
    ...pointers(['href', 'placementBase'], known),
  ];
}

/** The words of a clause's own paragraph, without those of the clauses in it. */
const ownText = (clause: Element): string =>
  elementsIn(clause)
    .filter(({ tagName }) => tagName === 'intro' || tagName === 'content')
    .flatMap(elementsIn)
    .map((p) => p.textContent)
    .join('\n');

const printed = (element: Element, name: string): string | undefined =>
  elementsIn(element).find(({ tagName }) => tagName === name)?.textContent ?? undefined;

/** Everything that we publish of a text, read out of the file; the order and the nesting are those of the file. */
function readBack(root: Element) {
  const body = descendants(root, 'mainBody')[0]!;
  const within = (element: Element): string[] =>
    element.parentNode === body
      ? []
      : [...within(element.parentNode as Element), attribute(element.parentNode as Element, 'eId')!];
  const named = (...names: string[]): Element[] => descendants(body).filter(({ tagName }) => names.includes(tagName));
  return {
    title: attribute(descendants(root, 'FRBRname')[0]!, 'value'),
    number: descendants(root, 'FRBRnumber').map((one) => attribute(one, 'showAs'))[0],
    dates: elementsIn(descendants(root, 'FRBRWork')[0]!)
      .filter(({ tagName }) => tagName === 'FRBRdate')
      .map((one) => [attribute(one, 'name'), attribute(one, 'date'), attribute(one, 'balises:stated') ?? 'true']),
    board: attribute(elementsIn(descendants(root, 'references')[0]!)[0]!, 'showAs'),
    imprint: descendants(root, 'preface').flatMap((preface) => elementsIn(preface).map((p) => p.textContent)),
    sections: named('section', 'chapter', 'hcontainer').map((element) => ({
      id: attribute(element, 'eId'),
      within: within(element),
      title: [printed(element, 'num'), printed(element, 'heading')].filter((one) => one !== undefined).join(' '),
    })),
    clauses: named('point', 'paragraph').map((element) => ({
      id: attribute(element, 'eId'),
      within: within(element),
      item: element.tagName === 'point',
      label: printed(element, 'num'),
      audience: attribute(element, 'refersTo')?.replace('#audience_', ''),
      unmarked: attribute(element, 'balises:unmarked'),
      text: ownText(element),
    })),
    rules: named('inline').map((element) => ({
      id: attribute(element, 'eId'),
      quote: element.textContent,
      refersTo: attribute(element, 'refersTo')?.split(' '),
      against: attribute(element, 'balises:against'),
      except: attribute(element, 'balises:except'),
    })),
    emphasis: named('b', 'i').map((element) => [element.tagName, element.textContent]),
    notes: descendants(root, 'note')
      .filter((element) => attribute(element, 'eId') !== 'note_undated')
      .map((element) => ({
        on: attribute(element, 'placementBase')?.slice(1) ?? 'copy',
        kind: attribute(element, 'class'),
        words: attribute(element, 'balises:words'),
        checked: attribute(element, 'balises:checked'),
        texts: elementsIn(element).map((p) => [attribute(p, 'xml:lang'), p.textContent]),
      })),
    /** Where the text bears a mark that leads to a note: on which clause, and which words stand before it there. */
    noteRefs: named('noteRef').map((element) => {
      let clause = element.parentNode as Element;
      while (clause.tagName !== 'p') clause = clause.parentNode as Element;
      const before: string[] = [];
      const visit = (node: Node): boolean => {
        if (node === element) return true;
        if (!isElement(node)) before.push(node.nodeValue ?? '');
        return Array.from(node.childNodes).some(visit);
      };
      visit(clause);
      return [
        attribute(clause.parentNode!.parentNode as Element, 'eId'),
        attribute(element, 'href'),
        before.join(''),
      ] as const;
    }),
    omissions: descendants(root, 'balises:omitted').map((element) => [
      attribute(element, 'reason'),
      element.textContent,
    ]),
    ours: ['binds', 'received'].map((name) =>
      descendants(root, `balises:${name}`).map((element) => element.textContent),
    ),
  };
}

function expected(policy: Policy): ReturnType<typeof readBack> {
  const placed = placedClauses(policy);
  const notes = corpus!.notes.get(policy.board) ?? [];
  const sections: ReturnType<typeof readBack>['sections'] = [];
  const visit = (section: Section, within: string[]): void => {
    const own = `section_${section.id}`;
    sections.push({ id: own, within, title: section.title });
    for (const child of section.children) if (child.kind === 'section') visit(child, [...within, own]);
  };
  for (const section of policy.sections) visit(section, []);
  const emphasis: [string, string][] = [];
  for (const { clause } of placed) {
    const plain = (nodes: typeof clause.words): string =>
      nodes.map((node) => (node.type === 'text' ? node.value : plain(node.children))).join('');
    const gather = (nodes: typeof clause.words): void => {
      for (const node of nodes) {
        if (node.type === 'text') continue;
        if (node.type !== 'rule') emphasis.push([node.type === 'strong' ? 'b' : 'i', plain(node.children)]);
        gather(node.children);
      }
    };
    gather(clause.words);
  }
  return {
    title: policy.title,
    number: policy.number,
    dates:
      policy.dates.length > 0
        ? policy.dates.map(({ kind, date }) => [kind, date, 'true'])
        : [['edition', edition.date, 'false']],
    board: policy.name,
    imprint: policy.imprint,
    sections,
    clauses: placed.map(({ clause, sections: above, within }) => ({
      id: clause.id,
      within: [...above.map((section) => `section_${section.id}`), ...within.map((outer) => outer.id)],
      item: clause.bullet || clause.label !== undefined,
      label: clause.label,
      audience: clause.audience,
      unmarked: clause.unmarked,
      text: clause.text,
    })),
    rules: placed.flatMap(({ clause }) =>
      clause.rules.map(({ quote, force, criteria, audience, against, except }, index) => ({
        id: `${clause.id}__rule_${index + 1}`,
        quote,
        refersTo: [`#force_${force}`, ...criteria.map((one) => `#criterion_${one}`), `#audience_${audience}`],
        against: against ? 'true' : undefined,
        except,
      })),
    ),
    emphasis,
    notes: notes.map(({ on, kind, words, checked, fr, en, source }) => ({
      on,
      kind,
      words,
      checked,
      texts: [
        ['fr', fr],
        ['en', en],
        ...(source
          ? [
              ['fr', source.fr],
              ['en', source.en],
            ]
          : []),
      ],
    })),
    noteRefs: placed.flatMap(({ clause }) =>
      notes
        .map((note, index) => ({
          note,
          href: `#note_${index + 1}`,
          at:
            note.kind === 'sic' && note.words
              ? clause.text.indexOf(note.words) + note.words.length
              : clause.text.length,
        }))
        .filter(({ note }) => note.on === clause.id)
        .toSorted(
          (one, other) => one.at - other.at || Number(one.note.kind !== 'sic') - Number(other.note.kind !== 'sic'),
        )
        .map(({ href, at }) => [clause.id, href, clause.text.slice(0, at)] as const),
    ),
    omissions: policy.omissions.map(({ reason, text: omitted }) => [reason, omitted]),
    ours: [
      [policy.binds.fr, policy.binds.en],
      [policy.received.fr, policy.received.en],
    ],
  };
}

function rootOf(xml: string): Element {
  // xmldom 0.9 reads "R & D" without a word.
  const loose = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);).*/.exec(xml);
  if (loose) throw new Error(`ParseError: ${loose[0]}`);
  return new DOMParser({ onError: onWarningStopParsing }).parseFromString(xml, 'text/xml').documentElement!;
}

/** Every check of a file, so that one fault can be shown to all of them. */
function faultsOf(xml: string, policy: Policy): string[] {
  const root = rootOf(xml);
  const back: Record<string, unknown> = readBack(root);
  return [
    ...schemaFaults(root),
    ...idFaults(root),
    ...Object.entries(expected(policy))
      .filter(([key, should]) => JSON.stringify(should) !== JSON.stringify(back[key]))
      .map(([key]) => `${key} differ`),
  ];
}

describe.each(boards)('the Akoma Ntoso of %s', (board) => {
  const policy = policies.get(board)!;
  const xml = written.get(board)!;

  test('keeps the rules of the schema that it touches', () => {
    expect(schemaFaults(rootOf(xml))).toEqual([]);
  });

  test('has each eId once, and points to nothing that is not there', () => {
    expect(idFaults(rootOf(xml))).toEqual([]);
  });

  test('says what the policy says: every word, label, title, rule and note, in place', () => {
    expect(readBack(rootOf(xml))).toEqual(expected(policy));
  });

  test('is the same twice', () => {
    expect(
      write(
        again.policies.find((one) => one.board === board)!,
        edition.date,
        again,
      ),
    ).toBe(xml);
  });

  test('changes with the edition only where it says so', () => {
    const moved = write(policy, '2027-01-31').split('\n');
    const changed = xml.split('\n').filter((line, index) => line !== moved[index]);
    expect(changed).not.toEqual([]);
    expect(changed.filter((line) => !line.includes('name="edition"'))).toEqual([]);
  });
});

test.each([
  ['dsfno', '/akn/ca-nb/doc/directive/dsfno/2018-07-11/Directive-1.06', '/fra@2018-07-11'],
  ['csspo', '/akn/ca-qc/doc/directive/csspo/2012-07-01/nn', '/fra@2020-08-18'],
  ['csscv', '/akn/ca-qc/doc/charter/csscv/undated/nn', '/fra'],
  ['csno', '/akn/ca-ab/doc/directive/csno/undated/DA-142', '/fra'],
  ['cstl', '/akn/ca-qc/doc/framework/cstl/undated/nn', '/fra'],
])('the work of %s is %s for good', (board, work, version) => {
  expect(descendants(rootOf(written.get(board)!), 'FRBRuri').map((one) => attribute(one, 'value'))).toEqual([
    work,
    work + version,
    `${work}${version}.akn`,
  ]);
});

describe('a file with a fault is found out', () => {
  /** Each fault is what a slip in the export, or a helpful change of it, would make of the file of CSNO. */
  const faults: [fault: string, find: string | RegExp, by: string, finding: string][] = [
    ['a clause has another id', 'eId="4.c"', 'eId="4.x"', 'clauses differ'],
    ['an id stands twice', 'eId="note_2"', 'eId="note_1"', 'eId twice: note_1'],
    ['an id holds a space', 'eId="4.c"', 'eId="4. c"', '<point 4. c> eId: 4. c'],
    [
      'a criterion is not declared',
      /<TLCConcept eId="criterion_friending.requests".*\n/,
      '',
      'points to #criterion_friending.requests',
    ],
    ['a force is not declared', /<TLCConcept eId="force_prohibition".*\n/, '', 'points to #force_prohibition'],
    ['an author is not declared', 'eId="org_csno"', 'eId="org_other"', 'points to #org_csno'],
    ['a mark leads to no note', 'noteRef href="#note_', 'noteRef href="#note_9', 'points to #note_9'],
    ['a note stands beside no clause', 'placementBase="#', 'placementBase="#x', 'points to #x'],
    [
      'a word of a clause is another',
      /(?<=rule_1".*>)Les demandes « d'amis »/,
      "Des demandes « d'amis »",
      'clauses differ',
    ],
    ['a space comes in between words and element', 'opportunité, donc', 'opportunité,  donc', 'clauses differ'],
    ['a pretty-printer was here', '<content>\n', '<content>\n<p>\n</p>', 'clauses differ'],
    [
      'a rule is cut short',
      "d'élèves doivent être refusées.</inline>",
      "d'élèves doivent être </inline>refusées.",
      'rules differ',
    ],
    [
      'a rule has another force',
      /#force_prohibition (?=#criterion_friending.requests)/,
      '#force_obligation ',
      'rules differ',
    ],
    ['a rule lost a criterion', ' #criterion_responsibility.law', '', 'rules differ'],
    ['a rule lost its exception', / balises:except="si possible"/, '', 'rules differ'],
    ['a rule advises instead of advising against', ' balises:against="true"', '', 'rules differ'],
    ['a label is another', '<num>c.</num>', '<num>d.</num>', 'clauses differ'],
    ['a title is another', '<heading>Contenu</heading>', '<heading>Contenus</heading>', 'sections differ'],
    [
      'a number is made up',
      '<heading>Introduction</heading>',
      '<num>2.</num><heading>Introduction</heading>',
      'sections differ',
    ],
    [
      'an item lost its level',
      /(<point eId="2\.b\.iv"[\s\S]*?<\/point>)(\s*)<\/point>/,
      '</point>$2$1',
      'clauses differ',
    ],
    ['an item is not closed', /<\/point>(\s*)<point eId="2.b.ii"/, '$1<point eId="2.b.ii"', 'mismatch'],
    [
      'two clauses changed places',
      /(<point eId="4\.a"[\s\S]*?<\/point>)(\s*)(<point eId="4\.b"[\s\S]*?<\/point>)/,
      '$3$2$1',
      'clauses differ',
    ],
    [
      'a clause is for others',
      'eId="4.c" refersTo="#audience_staff"',
      'eId="4.c" refersTo="#audience_board"',
      'clauses differ',
    ],
    ['the imprint is another', 'DIRECTIVE ADMINISTRATIVE 142', 'DIRECTIVE ADMINISTRATIVE 143', 'imprint differ'],
    ['emphasis is lost', /<b>(Apprendre)<\/b>/, '$1', 'emphasis differ'],
    ['a note is lost', /<note eId="note_1"[\s\S]*?<\/note>/, '', 'notes differ'],
    ['a mark stands elsewhere', /(<p>)(.*)(<noteRef href="#note_\d+"\/>)/, '$1$3$2', 'noteRefs differ'],
    ["a date passes for the text's", ' balises:stated="false"', '', 'dates differ'],
    ['a date is none', 'FRBRdate date="2026-11-20"', 'FRBRdate date="s. d."', '<FRBRdate> date: s. d.'],
    [
      'FRBRuri stands before FRBRthis',
      /(<FRBRthis .*\/>)(\s*)(<FRBRuri .*\/>)/,
      '$3$2$1',
      '<FRBRWork> holds FRBRuri FRBRthis',
    ],
    [
      'the country stands before the author',
      /(<FRBRauthor .*\/>)(\s*)(<FRBRcountry .*\/>)/,
      '$3$2$1',
      '<FRBRWork> holds',
    ],
    ['the language is missing', /<FRBRlanguage .*\/>/, '', '<FRBRExpression> holds'],
    [
      'the references stand before the identification',
      /(<identification[\s\S]*<\/identification>)(\s*)(<references[\s\S]*<\/references>)/,
      '$3$2$1',
      '<meta> holds references',
    ],
    ['an alias has no name', ' name="page-fr"', '', '<FRBRalias> lacks name'],
    ['a concept is not shown', / showAs="[^"]*" shortForm="friending.requests"/, '', 'lacks showAs'],
    ['an annex has no name', ' name="annex"', '', '<hcontainer section_A> lacks name'],
    ['a language stands where none may', '<doc name', '<doc xml:lang="fr" name', '<doc> may not bear xml:lang'],
    ['an attribute is unknown', '<point eId="4.c"', '<point force="x" eId="4.c"', '<point 4.c> may not bear force'],
    ['an element is unknown', /<(\/?)b>/g, '<$1strong>', 'holds strong'],
    ['words stand loose in a clause', '<num>c.</num>', '<num>c.</num>puis', 'holds words'],
    ['a clause holds its content and clauses', /<intro>([\s\S]*?)<\/intro>/, '<content>$1</content>', 'holds content'],
    ['a status is unknown', 'status="editorial"', 'status="ours"', 'status: ours'],
    ['the namespace is of another version', 'ns/akn/3.0"', 'ns/akn/3.0/CSD13"', 'akomaNtoso: namespace'],
    ['a sign is not escaped', 'Contenu</heading>', 'Contenu & suite</heading>', 'ParseError'],
  ];

  test.each(faults)('%s', (_fault, find, by, finding) => {
    const policy = policies.get('csno')!;
    const xml = written.get('csno')!;
    const faulty = xml.replace(find, by);
    expect(faulty).not.toBe(xml);
    let found: string[];
    try {
      found = faultsOf(faulty, policy);
    } catch (error) {
      found = [String(error)];
    }
    expect(found).toContainEqual(expect.stringContaining(finding));
  });
});

test('a sign that XML cannot hold stops the export', () => {
  const policy = policies.get('csno')!;
  expect(() => write({ ...policy, title: 'a\u0000b' })).toThrow();
});

test('markup in a title is words', () => {
  const policy = { ...policies.get('csno')!, title: '<b title="x">R&D</b>' };
  expect(readBack(rootOf(write(policy))).title).toBe(policy.title);
});

describe('the English edition of each policy', () => {
  const english = new Map([...policies].map(([board, policy]) => [board, write(policy, edition.date, corpus!, 'en')]));

  test.each(boards)('%s keeps to the schema, and every pointer to a place', (board) => {
    const root = rootOf(english.get(board)!);
    expect([...schemaFaults(root), ...idFaults(root)]).toEqual([]);
  });

  test.each(boards)('%s has the words of the translation under the ids of the original', (board) => {
    const policy = policies.get(board)!;
    const translated = corpus!.texts.get(board)!.en;
    const found = readBack(rootOf(english.get(board)!));
    const wanted = expected({ ...policy, sections: translated.sections });
    expect(found.sections).toEqual(wanted.sections);
    expect(found.clauses).toEqual(wanted.clauses);
    expect(found.rules).toEqual(wanted.rules);
    expect(found.imprint).toEqual([translated.title]);
  });

  test.each(boards)('%s says that it is a translation, of what, and with every clause which text prevails', (board) => {
    const root = rootOf(english.get(board)!);
    const expression = descendants(root, 'FRBRExpression')[0]!;
    const [translation] = descendants(expression, 'FRBRtranslation');
    expect(attribute(translation!, 'fromLanguage')).toBe('fra');
    expect(attribute(translation!, 'authoritative')).toBe('false');
    const uris = descendants(rootOf(written.get(board)!), 'FRBRuri').map((one) => attribute(one, 'value'));
    expect(uris).toContain(attribute(translation!, 'href'));
    expect(attribute(descendants(expression, 'FRBRlanguage')[0]!, 'language')).toBe('eng');
    const note = descendants(root, 'note').find((one) => attribute(one, 'eId') === 'note_translation')!;
    expect(note.textContent!.trim()).toBe('Unofficial translation – the French text prevails');
    const found = readBack(root);
    const marked = new Set(found.noteRefs.filter(([, href]) => href === '#note_translation').map(([clause]) => clause));
    expect(found.clauses.filter((clause) => !marked.has(clause.id))).toEqual([]);
  });
});
