import { z } from 'zod';
import { clauseKey, partsOf } from './clause-key.ts';
import type { Finding, Issue } from './issue.ts';
import type { Lang } from './lang.ts';
import { near } from './near.ts';
import type { TextFile } from './text-file.ts';

/** The ledger of every clause id and every address of a situation ever published. What is in it keeps its page for good. */

export interface Retired {
  board: string;
  id: string;
  date: string;
  successor: { board: string; id: string };
}

interface Entry {
  key: string;
  offset: number;
  retired?: Retired;
}

export interface Ledger {
  /** "csno:4.c", or "scenario:fr/demande-d-ami", in the order of publication. */
  published: Set<string>;
  retired: Retired[];
}

const line =
  /^(?<board>[a-z0-9-]+):(?<id>\S+)(?: +retired (?<date>\d{4}-\d{2}-\d{2}) +successor (?<toBoard>[a-z0-9-]+):(?<toId>\S+))?$/;

/** Stands in the ledger where a board would: no board bears this name. */
export const scenarioOwner = 'scenario';

export const scenarioKey = (lang: Lang, slug: string): string => `${scenarioOwner}:${lang}/${slug}`;

const ownerOf = (key: string): string => partsOf(key).board;

export function ledgerLine({ board, id, date, successor }: Retired): string {
  return `${clauseKey(board, id)} retired ${date} successor ${clauseKey(successor.board, successor.id)}`;
}

const isDay = (date: string): boolean => z.iso.date().safeParse(date).success;

function readEntries(file: TextFile): { entries: Entry[]; issues: Issue[] } {
  const entries: Entry[] = [];
  const issues: Issue[] = [];
  const seen = new Set<string>();
  let offset = 0;
  for (const text of file.text.split('\n')) {
    const start = offset;
    offset += text.length + 1;
    if (text.trim() === '' || text.startsWith('#')) continue;
    const found = line.exec(text.trim())?.groups;
    const groups = found && (!found.date || isDay(found.date)) ? found : undefined;
    const key = groups ? clauseKey(groups.board!, groups.id!) : '';
    if (!groups || seen.has(key)) {
      issues.push(
        file.issueAt(start, text.length, {
          message: groups ? `"${key}" stands twice in the ledger.` : `This is no line of the ledger: "${text}".`,
          expected: '"board:id", or "board:id retired 2026-11-21 successor board:id".',
          remedy: groups
            ? 'Take one of the two lines out.'
            : 'Restore the line; the command "npm run permalinks" writes the ledger.',
        }),
      );
      continue;
    }
    seen.add(key);
    entries.push({
      key,
      offset: start,
      ...(groups.date
        ? {
            retired: {
              board: groups.board!,
              id: groups.id!,
              date: groups.date,
              successor: { board: groups.toBoard!, id: groups.toId! },
            },
          }
        : {}),
    });
  }
  return { entries, issues };
}

/** Where an id stands in its file, so that a new one can be shown there. */
export interface PublicPlace {
  file: TextFile;
  offset: number;
  length: number;
}

/** What stands instead of a published key that is gone. */
function goneFinding(key: string): Finding {
  if (ownerOf(key) === scenarioOwner) {
    return {
      message: `The situation "${key}" was published and is gone; links to it would break.`,
      expected: 'a file in content/scenarios/ with that language and slug.',
      remedy: 'Give the situation its slug back: its title and its words may change, its address may not.',
    };
  }
  return {
    message: `The clause "${key}" was published and is gone; links to it would break.`,
    expected: `a clause with that id in content/policies/${ownerOf(key)}/fr.mdx.`,
    remedy: `Give the clause its id back, or retire it: npm run permalinks -- retire ${key} SUCCESSOR.`,
  };
}

/** Nothing published may vanish, nothing may appear unannounced. */
export function readLedger(
  file: TextFile,
  /** Everything that has an address today, by its key. */
  places: ReadonlyMap<string, PublicPlace>,
  /** Boards whose policy could not be read, or the situations: their own errors say so, and nothing is known of their ids. */
  unread: ReadonlySet<string> = new Set(),
): { ledger: Ledger; unpublished: string[]; issues: Issue[] } {
  const { entries, issues } = readEntries(file);
  const published = new Set(entries.map((entry) => entry.key));
  const unpublished = [...places.keys()].filter((key) => !published.has(key));
  for (const { key, offset, retired } of entries) {
    if (unread.has(retired ? retired.successor.board : ownerOf(key))) continue;
    if (ownerOf(key) === scenarioOwner && retired) {
      issues.push(file.issueAt(offset, key.length, goneFinding(key)));
    } else if (retired) {
      const successor = clauseKey(retired.successor.board, retired.successor.id);
      if (places.has(key) || !places.has(successor)) {
        issues.push(
          file.issueAt(offset, key.length, {
            message: places.has(key)
              ? `"${key}" is retired, yet a clause bears that id.`
              : `The successor of "${key}", "${successor}", is no clause.`,
            expected: places.has(key) ? 'an id that was never used.' : 'the id of a clause that exists.',
            remedy: places.has(key)
              ? 'Give the clause another id: a retired one leads its readers elsewhere for good.'
              : 'Name the clause that says today what the retired one said.',
            suggestion: places.has(key) ? undefined : near(successor, places.keys()),
          }),
        );
      }
    } else if (!places.has(key)) {
      issues.push(file.issueAt(offset, key.length, { ...goneFinding(key), suggestion: near(key, unpublished) }));
    }
  }
  for (const key of unpublished) {
    const { file: own, offset, length } = places.get(key)!;
    issues.push(
      own.issueAt(offset, length, {
        message: `${ownerOf(key) === scenarioOwner ? 'The address' : 'The clause id'} "${key}" is not in content/permalinks.txt.`,
        expected: 'an id that is published, for its address is for good.',
        remedy: 'If the id is right, publish it: npm run permalinks.',
        suggestion: near(
          key,
          [...published].filter((one) => !places.has(one)),
        ),
      }),
    );
  }
  return {
    ledger: { published, retired: entries.flatMap(({ retired }) => retired ?? []) },
    unpublished,
    issues,
  };
}
