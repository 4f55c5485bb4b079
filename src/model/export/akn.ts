import { isStale, type Corpus } from '../corpus.ts';
import { inEach, langs, type Lang } from '../lang.ts';
import { markErrors, type Annotated } from '../mark-words.ts';
import type { Note } from '../note.ts';
import { plainNotice } from '../notice.ts';
import { phrases } from '../phrases/phrases.ts';
import { placedClauses, type Clause, type Policy, type Section } from '../policy.ts';
import { block, words, writeXml, type Xml } from './akn-xml.ts';
import type { AddressOf } from './json.ts';

/**
 * A policy as Akoma Ntoso 3.0 (OASIS LegalDocML, akn-core 1.0).
 *
 * `doc`, the type for what the standard does not name: `act` would make a law of a policy, and `statement`, which is for the
 * formal acts of a body, would claim an adoption that most of our copies do not show. Its main body takes the same hierarchy.
 *
 * The eId of a clause is the id of the clause, letter for letter, so that `#4.c` is the same place here, in the JSON and on the
 * page. The naming convention of the standard would derive ids from positions, which ours must never do; the schema asks only
 * that they hold no white space. No other eId can be taken for a clause's, for theirs have no underscore.
 */

const editor = 'org_balises';
const author = 'role_author';
const editing = 'role_editor';
const organizationOf = (board: string): string => `org_${board}`;
const sectionOf = (id: string): string => `section_${id}`;
const noteOf = (index: number): string => `note_${index + 1}`;
const ruleOf = (clause: string, index: number): string => `${clause}__rule_${index + 1}`;

const pointer = (eId: string): string => `#${eId}`;

/** A concept of our vocabulary, declared when it is first pointed to. */
class References {
  readonly #declared = new Map<string, Xml>();
  readonly #corpus: Corpus;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  #to(kind: 'force' | 'criterion' | 'audience', id: string, showAs: string, shortForm?: string): string {
    const eId = `${kind}_${id}`;
    const element = kind === 'audience' ? 'TLCRole' : 'TLCConcept';
    const href = `/akn/ontology/${element.slice(3).toLowerCase()}/balises/${kind}/${id}`;
    this.#declared.set(eId, block(element, { eId, href, showAs, shortForm }));
    return pointer(eId);
  }

  force = (force: string): string => this.#to('force', force, force);
  audience = (audience: string): string => this.#to('audience', audience, audience);
  criterion = (id: string): string => this.#to('criterion', id, this.#corpus.criteria.get(id)!.question.fr, id);

  /** In the order of their ids, which no change of a policy's order disturbs. */
  declared = (): Xml[] =>
    [...this.#declared].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, xml]) => xml);
}

interface Identifiers {
  work: string;
  expression: string;
  component: string;
}

/**
 * /akn/country-province/type/subtype/author/date/number, as the naming convention has it; its "nn" stands for no number. The date
 * is the first that the text states, for it never changes; an undated text says so instead of borrowing one.
 */
function identifiersOf({ province, instrument, board, dates, number }: Policy, lang: Lang): Identifiers {
  const date = dates[0]?.date ?? 'undated';
  const work = `/akn/ca-${province.toLowerCase()}/doc/${instrument}/${board}/${date}/${number?.replaceAll(/\s+/g, '-') ?? 'nn'}`;
  const version = dates.length > 0 ? `@${dates.at(-1)!.date}` : '';
  return { work, expression: `${work}/${phrases(lang).code}${version}`, component: '/!main' };
}

interface Edition {
  /** The day of this edition of the site, in ISO form. */
  date: string;
}

/** The schema demands a date at each level. Where the text states none, it is the day of our edition, and says that it is. */
const datesOf = (dates: Policy['dates'], edition: Edition): Xml[] =>
  dates.length > 0
    ? dates.map(({ kind, date }) => block('FRBRdate', { date, name: kind }))
    : [block('FRBRdate', { date: edition.date, name: 'edition', 'balises:stated': 'false' })];

const undated = inEach((lang) => phrases(lang).undatedCopy);

const authorBy = (organization: string, role: string): Xml =>
  block('FRBRauthor', { href: pointer(organization), as: pointer(role) });

function identification(policy: Policy, lang: Lang, addressOf: AddressOf, edition: Edition): Xml {
  const { work, expression, component } = identifiersOf(policy, lang);
  const board = authorBy(organizationOf(policy.board), author);
  const binding = placedClauses(policy).some(({ clause }) =>
    clause.rules.some(({ force }) => force === 'prohibition' || force === 'obligation'),
  );
  return block('identification', { source: pointer(editor) }, [
    block('FRBRWork', {}, [
      block('FRBRthis', { value: `${work}${component}` }),
      block('FRBRuri', { value: work }),
      ...langs.map((one) =>
        block('FRBRalias', { value: addressOf(policy.board, undefined, one), name: `page-${one}` }),
      ),
      ...datesOf(policy.dates, edition),
      board,
      block('FRBRcountry', { value: 'ca' }),
      block('FRBRsubtype', { value: policy.instrument }),
      ...(policy.number === undefined
        ? []
        : [block('FRBRnumber', { value: work.split('/').at(-1), showAs: policy.number })]),
      block('FRBRname', { value: policy.title }),
      block('FRBRprescriptive', { value: String(binding) }),
    ]),
    block('FRBRExpression', {}, [
      block('FRBRthis', { value: `${expression}${component}` }),
      block('FRBRuri', { value: expression }),
      ...datesOf(policy.dates.slice(-1), edition),
      lang === policy.language ? board : authorBy(editor, editing),
      // A copy, and not the copy that its board keeps.
      block('FRBRauthoritative', { value: 'false' }),
      block('FRBRlanguage', { language: phrases(lang).code }),
      ...(lang === policy.language
        ? []
        : [
            block('FRBRtranslation', {
              href: identifiersOf(policy, policy.language).expression,
              fromLanguage: phrases(policy.language).code,
              authoritative: 'false',
              by: pointer(editor),
            }),
          ]),
    ]),
    block('FRBRManifestation', {}, [
      block('FRBRthis', { value: `${expression}${component}.akn` }),
      block('FRBRuri', { value: `${expression}.akn` }),
      block('FRBRdate', { date: edition.date, name: 'edition' }),
      authorBy(editor, editing),
      block('FRBRformat', { value: 'application/akn+xml' }),
    ]),
  ]);
}

function referencesOf(policy: Policy, used: Xml[]): Xml {
  const organization = (eId: string, href: string, showAs: string, shortForm?: string): Xml =>
    block('TLCOrganization', { eId, href: `/akn/ontology/organization/${href}`, showAs, shortForm });
  const role = (eId: string, showAs: string): Xml =>
    block('TLCRole', { eId, href: `/akn/ontology/role/${eId.replace('role_', '')}`, showAs });
  return block('references', { source: pointer(editor) }, [
    organization(
      organizationOf(policy.board),
      `ca-${policy.province.toLowerCase()}/${policy.board}`,
      policy.name,
      policy.short,
    ),
    organization(editor, 'balises', 'Balises'),
    role(author, 'auteur'),
    role(editing, 'éditeur de ce balisage'),
    ...used,
  ]);
}

const inEachLang = (text: Record<Lang, string>, type?: string): Xml[] =>
  langs.map((lang) => words('p', { class: type, 'xml:lang': lang }, [text[lang]]));

/** `status="editorial"` is the standard's own word for: not in the document, set in by whoever marked it up. */
const noteXml = (note: Note, index: number): Xml =>
  block(
    'note',
    {
      eId: noteOf(index),
      class: note.kind,
      status: 'editorial',
      placementBase: note.on === 'copy' ? undefined : pointer(note.on),
      'balises:words': note.words,
      'balises:checked': note.checked,
    },
    [...inEachLang(note), ...(note.source ? inEachLang(note.source, 'source') : [])],
  );

/** What stands with every translated clause. */
const translationNote = 'note_translation';

function notesXml(policy: Policy, lang: Lang, notes: Note[]): Xml[] {
  const all = [
    ...(lang === policy.language
      ? []
      : [
          block('note', { eId: translationNote, class: 'translation', status: 'editorial' }, [
            words('p', { 'xml:lang': lang }, [plainNotice(policy.language, lang)]),
          ]),
        ]),
    ...(policy.dates.length > 0
      ? []
      : [block('note', { eId: 'note_undated', class: 'copy', status: 'editorial' }, inEachLang(undated))]),
    ...notes.map(noteXml),
  ];
  return all.length > 0 ? [block('notes', { source: pointer(editor) }, all)] : [];
}

/** What the standard has no place for: whom the policy binds, where the copy is from, what of the copy is left out and why. */
const proprietary = ({ binds, received, omissions, language }: Policy): Xml =>
  block('proprietary', { source: pointer(editor) }, [
    ...langs.flatMap((lang) => [
      words('balises:binds', { 'xml:lang': lang }, [binds[lang]]),
      words('balises:received', { 'xml:lang': lang }, [received[lang]]),
    ]),
    ...omissions.map(({ reason, text }) => words('balises:omitted', { reason, 'xml:lang': language }, [text])),
  ]);

/** Case and accents apart, and every sign in its place: capitals of the source often bear no accent. */
const level = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => text[at]!.normalize('NFD')[0]!.toLowerCase()).join('');

/** A line of the imprint, with the title, the number and the dates marked where it prints them. */
function imprintLine(line: string, { title, number, dates }: Policy): Xml {
  const sought: { words: string; name: string; date?: string }[] = [
    // A title may run over several lines.
    { words: level(title).includes(level(line)) ? line : title, name: 'docTitle' },
    ...(number === undefined ? [] : [{ words: number, name: 'docNumber' }]),
    ...dates.map((date) => ({ words: date.words, name: 'docDate', date: date.date })),
  ];
  const found = sought
    .map((one) => ({ ...one, at: level(line).indexOf(level(one.words)) }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => one.at - other.at);
  const children: (Xml | string)[] = [];
  let from = 0;
  for (const { name, date, at, words: printed } of found) {
    if (at < from) continue;
    const end = at + printed.length;
    if (at > from) children.push(line.slice(from, at));
    children.push(words(name, { date }, [line.slice(at, end)]));
    from = end;
  }
  if (from < line.length) children.push(line.slice(from));
  return words('p', {}, children);
}

/** "1.", "2.1", "CHAPITRE 1 –", "APPENDIX A": what the source prints before a title. Without one there is no number. */
const numberOfTitle =
  /^(?<number>(?:CHAPITRE|CHAPTER) \d+ –|(?:ANNEXE|APPENDIX) [A-Z0-9]+|\d+(?:\.\d+)*\.?) (?<heading>\S.*)$/s;

/** The text of one policy, element by element. */
class Body {
  readonly #references: References;
  readonly #notes: Note[];
  readonly #lang: Lang;
  readonly #translated: boolean;
  readonly #stale: (id: string) => boolean;

  constructor(references: References, notes: Note[], lang: Lang, original: Lang, stale: (id: string) => boolean) {
    this.#references = references;
    this.#notes = notes;
    this.#lang = lang;
    this.#translated = lang !== original;
    this.#stale = stale;
  }

  #noteRef = (note: Note): Xml => block('noteRef', { href: pointer(noteOf(this.#notes.indexOf(note))) });

  #inline(clause: Clause, nodes: Annotated[], errors: Note[]): (Xml | string)[] {
    return nodes.map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'mark') return this.#noteRef(errors[node.index]!);
      const children = this.#inline(clause, node.children, errors);
      if (node.type !== 'rule') return words(node.type === 'strong' ? 'b' : 'i', {}, children);
      const { force, criteria, audience, against, except } = clause.rules[node.index]!;
      // The standard's generic inline: the words state a rule, they do not name a concept, as its `concept` would say.
      return words(
        'inline',
        {
          name: 'rule',
          eId: ruleOf(clause.id, node.index),
          refersTo: [
            this.#references.force(force),
            ...criteria.map(this.#references.criterion),
            this.#references.audience(audience),
          ].join(' '),
          'balises:against': against ? 'true' : undefined,
          'balises:except': except,
        },
        children,
      );
    });
  }

  #clause(clause: Clause): Xml {
    // What the source gets wrong stands in its own words alone: in a translation the note stands behind the clause.
    const { words: marked, errors } = this.#translated
      ? { words: clause.words, errors: [] }
      : markErrors(clause, this.#notes);
    const others = this.#notes.filter((note) => note.on === clause.id && !errors.includes(note));
    const text = words('p', {}, [
      ...this.#inline(clause, marked, errors),
      ...(this.#translated ? [block('noteRef', { href: pointer(translationNote) })] : []),
      ...others.map(this.#noteRef),
    ]);
    return block(
      clause.label !== undefined || clause.bullet ? 'point' : 'paragraph',
      {
        eId: clause.id,
        refersTo: this.#references.audience(clause.audience),
        'balises:unmarked': clause.unmarked,
        'balises:stale': this.#stale(clause.id) ? 'true' : undefined,
      },
      [
        ...(clause.label === undefined ? [] : [words('num', {}, [clause.label])]),
        block(clause.clauses.length > 0 ? 'intro' : 'content', {}, [text]),
        ...clause.clauses.map((one) => this.#clause(one)),
      ],
    );
  }

  #section(section: Section): Xml {
    const { number, heading } = numberOfTitle.exec(section.title)?.groups ?? {};
    const annex = section.annex !== undefined;
    return block(
      annex ? 'hcontainer' : number?.startsWith('CHAP') ? 'chapter' : 'section',
      { name: annex ? 'annex' : undefined, eId: sectionOf(section.id) },
      [
        ...(number === undefined ? [] : [words('num', {}, [number])]),
        words('heading', {}, [heading ?? section.title]),
        ...section.children.map((child) => (child.kind === 'section' ? this.#section(child) : this.#clause(child))),
      ],
    );
  }

  xml = (sections: Section[]): Xml =>
    block(
      'mainBody',
      { 'xml:lang': this.#lang },
      sections.map((section) => this.#section(section)),
    );
}

/** The words of the policy in one language, with the rules marked in them; everything of ours is in the meta, or an attribute. */
export function policyAkn(corpus: Corpus, policy: Policy, lang: Lang, addressOf: AddressOf, edition: Edition): string {
  const notes = corpus.notes.get(policy.board) ?? [];
  const references = new References(corpus);
  const text = corpus.texts.get(policy.board)![lang];
  const stale = (id: string): boolean => isStale(corpus, policy.board, id, lang);
  const body = new Body(references, notes, lang, policy.language, stale).xml(text.sections);
  // A translation has the title alone: what the document prints about itself is read in its own language.
  const preface =
    lang === policy.language
      ? policy.imprint.map((line) => imprintLine(line, policy))
      : [words('p', {}, [words('docTitle', {}, [text.title])])];
  return writeXml(
    block('akomaNtoso', {}, [
      // We hold one version of each text, and do not know whether it was the first.
      block('doc', { name: policy.instrument, contains: 'singleVersion' }, [
        block('meta', {}, [
          identification(policy, lang, addressOf, edition),
          referencesOf(policy, references.declared()),
          ...notesXml(policy, lang, notes),
          proprietary(policy),
        ]),
        ...(preface.length > 0 ? [block('preface', { 'xml:lang': lang }, preface)] : []),
        body,
      ]),
    ]),
  );
}
