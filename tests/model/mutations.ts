import type { ContentFiles } from '../../src/model/corpus.ts';
import { Dice } from './dice.ts';
import { piecesOf, type PolicyTag, type PolicyWord, type WordKind } from './policy-words.ts';
import {
  boards,
  fileAt,
  filesAround,
  ledgerPath,
  mdxPath,
  realFiles,
  sourcePath,
  sumsPath,
  textAt,
  withFile,
} from './real-files.ts';

/** Faults that an author may put into the real files by accident, and what the reader must answer to each. */

export interface Mutation {
  /** The kind of fault, as the specification names it. */
  what: string;
  /** The change that was made. */
  change: string;
  files: ContentFiles;
  /** Where an issue must stand, and what it must say. */
  file: string;
  line: number;
  cause: RegExp;
}

type Made = Omit<Mutation, 'what'>;

interface Edit {
  path: string;
  from: number;
  to: number;
  by: string;
  cause: string | RegExp;
  /** Where the issue must stand; the line of the edit unless said otherwise. */
  line?: number;
  file?: string;
}

const escape = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** One place of one file is written over. In a cause "…" stands for anything. */
function edit({ path, from, to, by, cause, line, file = path }: Edit): Made {
  const text = textAt(path);
  const at = fileAt(path).positionAt(from).line;
  const was = text.slice(from, to);
  return {
    change: `${path}:${at} ${JSON.stringify(was.slice(0, 60))} becomes ${JSON.stringify(by.slice(0, 60))}`,
    files: withFile(path, text.slice(0, from) + by + text.slice(to), filesAround(path)),
    file,
    line: line ?? at,
    cause: typeof cause === 'string' ? new RegExp(escape(cause).replaceAll('…', '.*')) : cause,
  };
}

const insert = (path: string, at: number, by: string, cause: string, line?: number): Made =>
  edit({ path, from: at, to: at, by, cause, line });

const pieces = boards.map(piecesOf);
const words = pieces.flatMap((policy) => policy.words);
const tags = pieces.flatMap((policy) => policy.tags);

const wordsOf = (kind: WordKind): PolicyWord[] =>
  words.filter((word) => word.kind === kind && word.whole && /^[\p{L}\d'.,;:()-]+$/u.test(word.text));
const opening = (...names: string[]): PolicyTag[] => tags.filter((tag) => !tag.closing && names.includes(tag.name));
const closing = (name: string): PolicyTag[] => tags.filter((tag) => tag.closing && tag.name === name);

/** The tag that closes an opening one, and the other way round. */
const partners = new Map<PolicyTag, PolicyTag>();
const parents = new Map<PolicyTag, PolicyTag>();
for (const policy of pieces) {
  const open: PolicyTag[] = [];
  for (const tag of policy.tags) {
    if (tag.closing) {
      const partner = open.pop()!;
      partners.set(tag, partner).set(partner, tag);
    } else {
      if (open.length > 0) parents.set(tag, open.at(-1)!);
      open.push(tag);
    }
  }
}

const strangers = ['banane', 'Toujours', 'ne', '2027', '§', 'obligatoirement'];

const changedWord =
  (kind: WordKind) =>
  (dice: Dice): Made => {
    const word = dice.pick(words.filter((one) => one.kind === kind && /^[\p{L}\d'.,;:()-]+$/u.test(one.text)));
    const by = dice.pick(strangers.filter((stranger) => stranger !== word.text));
    const { offset: from, text } = word;
    return edit({
      path: mdxPath(word.board),
      from,
      to: from + text.length,
      by,
      cause: `"…${by}…" is not what the source says`,
    });
  };

const lostWord =
  (kind: WordKind) =>
  (dice: Dice): Made => {
    const { board, offset: from, text } = dice.pick(wordsOf(kind));
    const cause = `Words of the source are missing … this place: "${text}"`;
    return edit({ path: mdxPath(board), from, to: from + text.length, by: '', cause });
  };

const addedWord =
  (kind: WordKind) =>
  (dice: Dice): Made => {
    const word = dice.pick(wordsOf(kind));
    const by = dice.pick(strangers);
    return insert(mdxPath(word.board), word.offset, `${by} `, `These words are not in the source: "${by}"`);
  };

const swappedWords = (dice: Dice): Made => {
  const first = dice.pick(
    wordsOf('clause').filter((word) => {
      const next = words[words.indexOf(word) + 1];
      return (
        next?.whole &&
        next.line === word.line &&
        next.offset === word.offset + word.text.length + 1 &&
        next.text !== word.text
      );
    }),
  );
  const next = words[words.indexOf(first) + 1]!;
  return edit({
    path: mdxPath(first.board),
    from: first.offset,
    to: next.offset + next.text.length,
    by: `${next.text} ${first.text}`,
    cause: /not what the source says|not in the source|of the source are missing/,
  });
};

/** The words of an attribute are put in the place of others, or the attribute is added to a tag without it. */
function setAttribute(tag: PolicyTag, name: string, value: string, cause: string, more: Partial<Edit> = {}): Made {
  const old = tag.values.get(name);
  return old
    ? edit({ path: mdxPath(tag.board), from: old.offset, to: old.end, by: value, cause, ...more })
    : insert(mdxPath(tag.board), tag.offset + 1 + tag.name.length, ` ${name}="${value}"`, cause);
}

function takeAttribute(tag: PolicyTag, name: string, cause: string, line = tag.line): Made {
  const { offset, end } = tag.values.get(name)!;
  return edit({ path: mdxPath(tag.board), from: offset - name.length - 3, to: end + 1, by: '', cause, line });
}

const withAttribute = (list: PolicyTag[], name: string): PolicyTag[] => list.filter((tag) => tag.values.has(name));

/** Of the criteria that a rule names, one is written in another way. */
const otherCriterion =
  (write: (topic: string, question: string, dice: Dice) => string, cause: (id: string) => string) =>
  (dice: Dice): Made => {
    const tag = dice.pick(opening('Rule'));
    const { offset, text } = tag.values.get('on')!;
    const id = dice.pick(text.split(' '));
    const [topic, question] = id.split('.') as [string, string];
    const other = write(topic, question, dice);
    const from = offset + text.indexOf(id);
    return edit({ path: mdxPath(tag.board), from, to: from + id.length, by: other, cause: cause(other) });
  };

const doubleLetter = (name: string, dice: Dice): string => {
  const at = dice.below(name.length) + 1;
  return name.slice(0, at) + name[at - 1]! + name.slice(at);
};

const clauses = opening('Clause');
const topClauses = clauses.filter((tag) => tag.depth === 0);
const keyOf = (tag: PolicyTag): string => `${tag.board}:${tag.values.get('id')!.text}`;
const ledgerLineOf = (key: string): number => textAt(ledgerPath).split('\n').indexOf(key) + 1;

/** A clause that runs into the one before it: its words stay, its id is gone. */
const mergedClause = (dice: Dice): Made => {
  const tag = dice.pick(
    clauses.filter((one) => {
      const text = textAt(mdxPath(one.board));
      const previous = tags[tags.indexOf(one) - 1]!;
      return (
        previous.closing &&
        previous.name === 'Clause' &&
        !one.values.has('label') &&
        !one.values.has('unmarked') &&
        !partners.get(previous)!.values.has('unmarked') &&
        tags[tags.indexOf(one) - 2]?.name !== 'Clause' &&
        text.slice(previous.end, one.offset).trim() === ''
      );
    }),
  );
  const previous = tags[tags.indexOf(tag) - 1]!;
  const key = keyOf(tag);
  return edit({
    path: mdxPath(tag.board),
    from: previous.offset,
    to: tag.end,
    by: '',
    cause: `The clause "${key}" was published and is gone`,
    file: ledgerPath,
    line: ledgerLineOf(key),
  });
};

const deletedClause = (dice: Dice): Made => {
  const tag = dice.pick(
    topClauses.filter((one) => {
      const next = tags[tags.indexOf(partners.get(one)!) + 1];
      return next?.name === 'Clause' && next.board === one.board;
    }),
  );
  const path = mdxPath(tag.board);
  const [from, to] = [tag.offset, partners.get(tag)!.end];
  const next = words.find((word) => word.board === tag.board && word.offset > to)!;
  const gone = textAt(path).slice(from, to).split('\n').length - 1;
  return edit({
    path,
    from,
    to,
    by: '',
    cause: 'Words of the source are missing',
    line: next.line - gone,
  });
};

const inLedger =
  (write: (key: string, line: string) => string, cause: (key: string) => string, where: 'ledger' | 'clause') =>
  (dice: Dice): Made => {
    const tag = dice.pick(clauses);
    const key = keyOf(tag);
    const line = ledgerLineOf(key);
    const lines = textAt(ledgerPath).split('\n');
    const from = lines.slice(0, line - 1).join('\n').length + 1;
    return edit({
      path: ledgerPath,
      from,
      to: from + key.length + 1,
      by: write(key, `${key}\n`),
      cause: cause(key),
      ...(where === 'clause' ? { file: mdxPath(tag.board), line: tag.line } : {}),
    });
  };

const without = (tag: PolicyTag, cause: string | RegExp, line = tag.line): Made =>
  edit({ path: mdxPath(tag.board), from: tag.offset, to: tag.end, by: '', cause, line });

/** Two closing tags that follow one another change places. */
const misnested =
  (inner: string, outer: string) =>
  (dice: Dice): Made => {
    const first = dice.pick(
      closing(inner).filter((tag) => {
        const next = tags[tags.indexOf(tag) + 1];
        return (
          next?.closing && next.name === outer && /^\s*$/.test(textAt(mdxPath(tag.board)).slice(tag.end, next.offset))
        );
      }),
    );
    const second = tags[tags.indexOf(first) + 1]!;
    const path = mdxPath(first.board);
    return edit({
      path,
      from: first.offset,
      to: second.end,
      by: second.text + textAt(path).slice(first.end, second.offset) + first.text,
      cause: `</${outer}> closes nothing here: <${inner}> of line ${partners.get(first)!.line} is still open`,
    });
  };

const beforeWord =
  (kinds: WordKind[], by: string, cause: string) =>
  (dice: Dice): Made => {
    const word = dice.pick(
      words.filter((one) => kinds.includes(one.kind) && one.whole && /^[a-z]{3,}$/.test(one.text)),
    );
    return insert(mdxPath(word.board), word.offset, by, cause);
  };

/** Line `number` of the front matter of a board is written anew. */
function inFrontMatter(board: string, found: string | RegExp, by: string, cause: string, line?: number): Made {
  const text = textAt(mdxPath(board));
  const match = new RegExp(found, 'm').exec(text.slice(0, text.indexOf('\n---\n') + 5))!;
  return edit({ path: mdxPath(board), from: match.index, to: match.index + match[0].length, by, cause, line });
}

const missingKey = (key: string, index: number): Made => {
  const board = boards[index % boards.length]!;
  return inFrontMatter(board, `^${key}:.*\\n(?: +.*\\n)*`, '', `"${key}" is missing`, 2);
};

/** A file of every kind. */
const kinds = [
  mdxPath('csno'),
  sourcePath('cstl'),
  sumsPath,
  ledgerPath,
  'content/marking-reasons.yaml',
  'content/topics/consent.yaml',
  'content/policies/dsfno/notes.yaml',
  'content/policies/csspo/marking/first.yaml',
  'content/policies/csscv/marking/settled.yaml',
];

function whole(path: string, change: string, content: string | Uint8Array | undefined, cause: string, line = 1): Made {
  return {
    change: `${path} ${change}`,
    files: withFile(path, content, filesAround(path)),
    file: path,
    line,
    cause: new RegExp(cause),
  };
}

const notUtf8 =
  (path: string) =>
  (dice: Dice): Made => {
    const bytes = realFiles.get(path)!;
    const at = dice.below(bytes.length);
    // 0xFF never occurs in UTF-8, wherever it lands; in the middle of a letter it breaks that letter.
    const broken = Uint8Array.of(...bytes.subarray(0, at), 0xff, ...bytes.subarray(at));
    const line = bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
    return whole(path, `gets the byte FF at ${at}`, broken, 'not UTF-8', line);
  };

const latin1 = (path: string): Made => {
  const text = textAt(path);
  const line = text.slice(0, text.search(/[^\0-\u007F]/)).split('\n').length;
  return whole(path, 'is saved as Latin 1', Uint8Array.from(Buffer.from(text, 'latin1')), 'not UTF-8', line);
};

type Make = (dice: Dice) => Made;

const times = (count: number, make: Make): Make[] => Array.from({ length: count }, () => make);
const each = <T>(list: readonly T[], make: (item: T, index: number, dice: Dice) => Made): Make[] =>
  list.map((item, index) => (dice) => make(item, index, dice));

const table: [what: string, makes: Make[]][] = [
  ['a changed word of a clause', times(10, changedWord('clause'))],
  ['a changed word of a title', times(4, changedWord('title'))],
  ['a changed label', times(4, changedWord('label'))],
  ['a changed word of the imprint', times(3, changedWord('imprint'))],
  ['a changed word of an omission', times(3, changedWord('omission'))],
  ['a lost word of a clause', times(10, lostWord('clause'))],
  ['a lost word of a title', times(4, lostWord('title'))],
  ['a lost word of the imprint', times(3, lostWord('imprint'))],
  ['a lost word of an omission', times(3, lostWord('omission'))],
  [
    'a lost label',
    times(4, (dice) => {
      const tag = dice.pick(withAttribute(clauses, 'label'));
      const cause = `missing before this place: "${tag.values.get('label')!.text}"`;
      return takeAttribute(tag, 'label', cause, tag.line + 1);
    }),
  ],
  ['an added word in a clause', times(8, addedWord('clause'))],
  ['an added word in a title', times(3, addedWord('title'))],
  ['an added word in the imprint', times(3, addedWord('imprint'))],
  ['an added word in an omission', times(3, addedWord('omission'))],
  ['two words in each other’s place', times(3, swappedWords)],

  [
    'an unknown board in the front matter',
    each(boards, (board, _, dice) => {
      const other = doubleLetter(board, dice);
      return inFrontMatter(
        board,
        `^board: ${board}$`,
        `board: ${other}`,
        `in the folder of "${board}", not of "${other}"`,
      );
    }),
  ],
  [
    'a folder of an unknown board',
    times(3, (dice) => {
      const [board, other] = [dice.pick(boards), `${dice.pick(boards)}-${dice.below(100)}`];
      const files = withFile(mdxPath(other), realFiles.get(mdxPath(board)));
      const cause = new RegExp(`The board "${other}" is unknown`);
      return { change: `a folder content/policies/${other}`, files, file: sumsPath, line: 1, cause };
    }),
  ],
  [
    'an unknown board among the sums',
    times(3, (dice) => {
      const board = dice.pick(boards);
      const other = doubleLetter(board, dice);
      const from = textAt(sumsPath).indexOf(`  ${board}/`) + 2;
      return edit({
        path: sumsPath,
        from,
        to: from + board.length,
        by: other,
        cause: `The board "${other}" is unknown`,
      });
    }),
  ],
  [
    'an unknown board in the ledger',
    times(
      3,
      inLedger(
        (key) => `x${key}\n`,
        (key) => `The clause "x${key}" was published and is gone`,
        'ledger',
      ),
    ),
  ],
  [
    'an unknown topic',
    times(
      6,
      otherCriterion(
        (topic, question, dice) => `${doubleLetter(topic, dice)}.${question}`,
        (id) => `"${id}" belongs to no topic`,
      ),
    ),
  ],
  [
    'an unknown criterion',
    times(
      8,
      otherCriterion(
        (topic, question, dice) => `${topic}.${doubleLetter(question, dice)}`,
        (id) => `has no criterion "${id}"`,
      ),
    ),
  ],
  [
    'an unknown force',
    each(
      ['prohibicion', 'must', 'Obligation', 'interdiction', '', 'prohibition ', 'should', 'none'],
      (force, _, dice) =>
        setAttribute(dice.pick(opening('Rule')), 'force', force, `<Rule> "force": "${force}" is not in the list`),
    ),
  ],
  [
    'an unknown audience',
    each(['teachers', 'student', 'Staff', 'élèves', 'all', '', 'parents', 'staff students'], (audience, _, dice) => {
      const tag = dice.pick(opening('Rule', 'Clause', 'Section'));
      return setAttribute(tag, 'audience', audience, `<${tag.name}> "audience": "${audience}" is not in the list`);
    }),
  ],
  [
    'an unknown attribute',
    each(['colour', 'force2', 'class', 'On', 'exept', 'ID', 'lang', 'style'], (name, _, dice) => {
      const tag = dice.pick(opening('Rule', 'Clause', 'Section', 'Imprint', 'Omitted'));
      return setAttribute(tag, name, 'rouge', `<${tag.name}>: "${name}" is not known here`);
    }),
  ],
  [
    'a misspelt attribute',
    each(['on', 'force', 'title', 'id', 'reason', 'label', 'unmarked', 'except'], (name, _, dice) => {
      const tag = dice.pick(withAttribute(tags, name));
      const from = tag.values.get(name)!.offset - name.length - 2;
      const other = doubleLetter(name, dice);
      const cause = `<${tag.name}>: "${other}" is not known here`;
      return edit({ path: mdxPath(tag.board), from, to: from + name.length, by: other, cause });
    }),
  ],

  ['a clause without its id', times(5, (dice) => takeAttribute(dice.pick(clauses), 'id', '<Clause> "id" is missing'))],
  [
    'a clause with the id of another',
    times(6, (dice) => {
      const second = dice.pick(
        clauses.filter((tag) => clauses.findIndex((one) => one.board === tag.board) !== clauses.indexOf(tag)),
      );
      const first = dice.pick(clauses.filter((tag) => tag.board === second.board && tag.offset < second.offset));
      const id = first.values.get('id')!.text;
      return setAttribute(second, 'id', id, `The clause id "${id}" stands twice; first on line ${first.line}`);
    }),
  ],
  [
    'a renamed clause: its new id',
    times(5, (dice) => {
      const tag = dice.pick(clauses);
      const id = `${tag.values.get('id')!.text}-bis`;
      return setAttribute(tag, 'id', id, `The clause id "${tag.board}:${id}" is not in content/permalinks.txt`);
    }),
  ],
  [
    'a renamed clause: its old id',
    times(5, (dice) => {
      const tag = dice.pick(clauses);
      const key = keyOf(tag);
      const cause = `The clause "${key}" was published and is gone`;
      return setAttribute(tag, 'id', `x${tag.values.get('id')!.text}`, cause, {
        file: ledgerPath,
        line: ledgerLineOf(key),
      });
    }),
  ],
  ['a clause that vanished into the one before', times(5, mergedClause)],
  ['a clause that vanished with its words', times(5, deletedClause)],
  [
    'an id taken out of the ledger',
    times(
      4,
      inLedger(
        () => '',
        (key) => `The clause id "${key}" is not in content/permalinks.txt`,
        'clause',
      ),
    ),
  ],
  [
    'a line of the ledger that is broken',
    times(
      2,
      inLedger(
        (key) => `${key} gone\n`,
        (key) => `This is no line of the ledger: "${key} gone"`,
        'ledger',
      ),
    ),
  ],
  [
    'an id retired while its clause stands',
    times(
      2,
      inLedger(
        (key) => `${key} retired 2026-11-21 successor csno:4.c\n`,
        (key) => `"${key}" is retired, yet`,
        'ledger',
      ),
    ),
  ],

  [
    'an unclosed Rule',
    times(6, (dice) => {
      const tag = dice.pick(closing('Rule'));
      return without(tag, /<Rule>.* is (?:never closed|still open)/, partners.get(tag)!.line);
    }),
  ],
  [
    'an unclosed Clause',
    times(6, (dice) => {
      const tag = dice.pick(topClauses);
      const met = partners.get(parents.get(tag)!)!;
      return without(
        partners.get(tag)!,
        `</Section> closes nothing here: <Clause> of line ${tag.line} is still open`,
        met.line,
      );
    }),
  ],
  [
    'an unclosed Section',
    times(4, (dice) => {
      const tag = dice.pick(opening('Section').filter((one) => one.depth === 0));
      return without(partners.get(tag)!, '<Section> is never closed', tag.line);
    }),
  ],
  [
    'an unclosed Imprint or Omitted',
    times(4, (dice) => {
      const tag = dice.pick(opening('Imprint', 'Omitted').filter((one) => !parents.has(one)));
      return without(partners.get(tag)!, `<${tag.name}> is never closed`, tag.line);
    }),
  ],
  [
    'a closing tag without its opening one',
    times(6, (dice) => {
      const tag = dice.pick([...topClauses, ...opening('Rule', 'Imprint')]);
      return without(tag, `</${tag.name}> closes nothing`, partners.get(tag)!.line);
    }),
  ],
  ['a Rule that ends behind its Clause', times(4, misnested('Rule', 'Clause'))],
  ['a Clause that ends behind its Section', times(4, misnested('Clause', 'Section'))],
  [
    'a rule inside a rule',
    times(3, (dice) => {
      const tag = dice.pick(opening('Rule'));
      return insert(mdxPath(tag.board), tag.end, `${tag.text}mots</Rule> `, '<Rule> cannot stand here');
    }),
  ],
  [
    'a section inside a clause',
    times(3, (dice) => {
      const tag = dice.pick(topClauses);
      const by = '\n<Section id="neuf" title="Neuf">\n</Section>\n';
      return insert(mdxPath(tag.board), tag.end, by, '<Section> cannot stand here', tag.line + 1);
    }),
  ],
  [
    'a tag written in small letters',
    times(3, (dice) => {
      const tag = dice.pick(opening('Rule', 'Clause'));
      const path = mdxPath(tag.board);
      const end = partners.get(tag)!;
      const by = (tag.text + textAt(path).slice(tag.end, end.end))
        .replace(/^<\w+/, (name) => name.toLowerCase())
        .replace(/\w+>$/, (name) => name.toLowerCase());
      return edit({
        path,
        from: tag.offset,
        to: end.end,
        by,
        cause: `<${tag.name.toLowerCase()}> is not a tag of ours`,
      });
    }),
  ],
  [
    'a rule outside a clause',
    times(6, (dice) => {
      const tag = dice.pick(topClauses);
      const rule = dice.pick(opening('Rule')).text;
      return insert(mdxPath(tag.board), tag.offset, `${rule}Des mots.</Rule>\n\n`, '<Rule> cannot stand here');
    }),
  ],
  [
    'a rule in the imprint',
    times(2, (dice) => {
      const word = dice.pick(wordsOf('imprint'));
      return insert(
        mdxPath(word.board),
        word.offset,
        `${dice.pick(opening('Rule')).text}mots</Rule> `,
        '<Rule> cannot stand here',
      );
    }),
  ],
  [
    'an empty rule',
    times(4, (dice) => {
      const tag = dice.pick(closing('Rule'));
      const by = '<Rule on="friending.requests" force="power"></Rule>';
      return insert(mdxPath(tag.board), tag.end, by, 'This rule holds no words');
    }),
  ],
  [
    'a rule emptied of its words',
    times(4, (dice) => {
      const tag = dice.pick(opening('Rule'));
      const to = partners.get(tag)!.offset;
      return edit({ path: mdxPath(tag.board), from: tag.end, to, by: ' ', cause: 'This rule holds no words' });
    }),
  ],
  [
    'a stray { in the words',
    times(8, beforeWord(['clause', 'imprint', 'omission'], '{', 'A "{" opens something that never ends')),
  ],
  ['a { and a } in the words', times(3, beforeWord(['clause'], '{x} ', 'Braces cannot stand here'))],
  ['a stray { in a title', times(2, beforeWord(['title'], '{', '"{… is not what the source says'))],
  [
    'a stray < in the words',
    times(8, beforeWord(['clause', 'imprint', 'omission'], '<', 'A "<" begins something that is not a tag')),
  ],
  ['a stray < before a number', times(3, beforeWord(['clause'], '<5 ', 'A "<" begins something that is not a tag'))],
  ['a stray < between spaces', times(3, beforeWord(['clause'], '< ', 'These words are not in the source: "<"'))],
  [
    'a tag without its >',
    times(4, (dice) => {
      const tag = dice.pick(opening('Clause', 'Section'));
      return edit({
        path: mdxPath(tag.board),
        from: tag.end - 1,
        to: tag.end,
        by: '',
        cause: 'A "<" begins something that is not a tag',
      });
    }),
  ],

  [
    'a front matter without',
    each(
      [
        'board',
        'short',
        'name',
        'province',
        'instrument',
        'title',
        'dates',
        'language',
        'audience',
        'binds',
        'received',
      ],
      missingKey,
    ),
  ],
  [
    'a front matter that never ends',
    each(boards.slice(0, 3), (board) => inFrontMatter(board, '^---\n(?!board)', '', 'never closed', 1)),
  ],
  [
    'a front matter that never begins',
    each(boards.slice(3), (board) => inFrontMatter(board, '^---\n', '', 'The front matter is missing', 1)),
  ],
  [
    'a front matter that is not YAML',
    [
      () => inFrontMatter('csno', '^name: ', 'name: "', 'This is not YAML'),
      () => inFrontMatter('cstl', '^province: QC', 'province QC', 'This is not YAML'),
      () => inFrontMatter('csscv', '^short: CSSCV', 'short: : CSSCV', 'This is not YAML'),
      () => inFrontMatter('csspo', '^ {4}date: 2020', '\tdate: 2020', 'This is not YAML'),
      () => inFrontMatter('dsfno', '^language: fr', 'language: fr\nlanguage: fr', 'This is not YAML', 14),
    ],
  ],
  [
    'a front matter with a value that cannot be',
    [
      () => inFrontMatter('csno', 'province: AB', 'province: ON', '"province": "ON" is not in the list'),
      () =>
        inFrontMatter(
          'cstl',
          'instrument: framework',
          'instrument: policy',
          '"instrument": "policy" is not in the list',
        ),
      () =>
        inFrontMatter('csscv', 'audience: staff', 'audience: teachers', '"audience": "teachers" is not in the list'),
      () => inFrontMatter('csscv', 'language: fr', 'language: de', '"language": "de" is not in the list'),
      () => inFrontMatter('csscv', 'language: fr', 'language: en', 'csscv is said to be in "en"'),
      () =>
        inFrontMatter(
          'csspo',
          'date: 2020-08-18',
          'date: 18 août 2020',
          '"dates.2.date": "18 août 2020" is not a date',
        ),
      () => inFrontMatter('dsfno', 'short: DSFNO', 'short: 12', '"short": 12 cannot stand here'),
      () => inFrontMatter('dsfno', 'short: DSFNO', 'short: ""', '"short" is empty'),
      () => inFrontMatter('csno', '^number: ', 'numbre: ', '"numbre" is not known here'),
      () => inFrontMatter('csno', '^ {2}en: Staff.*\n', '', '"binds.en" is missing', 13),
      () => inFrontMatter('csno', 'number: DA 142', 'number: DA 143', '"DA 143" does not stand in the source'),
      () =>
        inFrontMatter('csno', 'title: Utilisation', 'title: Usage', '"Usage acceptable … does not stand in the source'),
      () =>
        inFrontMatter('dsfno', '11 juillet 2018', '12 juillet 2018', '12 juillet 2018" does not stand in the source'),
    ],
  ],

  ['bytes that are not UTF-8', each(kinds, (path, _, dice) => notUtf8(path)(dice))],
  [
    'a file that is not UTF-8 at all',
    each([mdxPath('dsfno'), sourcePath('csspo'), 'content/topics/tone.yaml'], latin1),
  ],
  ['an empty file', each(kinds, (path) => whole(path, 'holds nothing', '', 'This file is empty'))],
  [
    'a file of blank lines',
    each(kinds.slice(0, 3), (path) => whole(path, 'holds blank lines', '\n \r\n\n', 'This file is empty')),
  ],
  [
    'a missing file',
    each(
      kinds.filter((path) => !path.includes('/topics/')),
      (path) => whole(path, 'is missing', undefined, 'This file is missing'),
    ),
  ],
  [
    'a missing topic',
    each(['friending', 'consent'], (topic) => {
      const rule = opening('Rule').find((tag) => tag.values.get('on')!.text.startsWith(`${topic}.`))!;
      const files = withFile(`content/topics/${topic}.yaml`, undefined);
      const cause = new RegExp(`"${topic}\\.[a-z-]+" belongs to no topic`);
      return {
        change: `content/topics/${topic}.yaml is missing`,
        files,
        file: mdxPath(rule.board),
        line: rule.line,
        cause,
      };
    }),
  ],
  [
    'a source whose sum changed',
    each(boards, (board, index) => {
      const text = textAt(sourcePath(board));
      const other = [
        `${text}\n`,
        text.replace('e', 'é'),
        text.replaceAll('\n', '\r\n'),
        `\uFEFF${text}`,
        text.replace('  ', ' '),
      ][index]!;
      return whole(
        sourcePath(board),
        'changes',
        other === text ? text.replace('a', 'b') : other,
        'not the one that was pinned',
      );
    }),
  ],
  [
    'an exception that is not in the words',
    times(6, (dice) => {
      const tag = dice.pick(withAttribute(opening('Rule'), 'except'));
      const said = tag.values.get('except')!.text;
      const other = dice.pick([`${said} donc`, said.toUpperCase(), said.replace(' ', ', '), `sauf ${said}`]);
      return setAttribute(tag, 'except', other, `The exception "${other}" does not stand in the words of the rule`);
    }),
  ],
  [
    'a file of 5 MB',
    each([0, 1, 3, 5], (index) => {
      const path = kinds[index]!;
      return whole(path, 'grows to 5 MB', textAt(path).padEnd(5_000_000, 'mot '), 'This file holds 5\\d{6} bytes');
    }),
  ],
];

export function mutationsOf(seed: number): Mutation[] {
  const dice = new Dice(seed);
  const made = new Set<string>();
  return table.flatMap(([what, makes]) =>
    makes.map((make): Mutation => {
      for (let tries = 0; tries < 50; tries += 1) {
        const mutation = { what, ...make(dice) };
        if (made.has(mutation.change)) continue;
        made.add(mutation.change);
        return mutation;
      }
      throw new Error(`There are not as many different mutations as that: ${what}.`);
    }),
  );
}
