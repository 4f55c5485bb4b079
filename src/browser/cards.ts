import { partsOf } from '../model/clause-key.ts';
import type { BoardCards, ClauseCard } from '../model/clause-cards.ts';

/** The clauses of a selection, fetched board by board; what was fetched once is kept. */

/** A board as the selection shows it: with its province and the date of its text, in words. */
export interface Board extends BoardCards {
  place: string;
}

export interface Card {
  key: string;
  id: string;
  board: Board;
  card: ClauseCard;
}

export interface Found {
  /** As it was asked for. */
  asked: string;
  /** None where no clause has or had that id. */
  found: Card | undefined;
}

export class Cards {
  readonly #folder: string;
  readonly #known: ReadonlySet<string>;
  readonly #boards = new Map<string, Promise<Board>>();

  constructor(folder: string, boards: readonly string[]) {
    this.#folder = folder;
    this.#known = new Set(boards);
  }

  async #fetch(board: string): Promise<Board> {
    const response = await fetch(`${this.#folder}${board}.json`);
    if (!response.ok) throw new Error(`${board}: ${response.status}`);
    return (await response.json()) as Board;
  }

  #board(board: string): Promise<Board> {
    const known = this.#boards.get(board);
    if (known) return known;
    const fetched = this.#fetch(board);
    this.#boards.set(board, fetched);
    // What failed is asked for anew.
    fetched.catch(() => this.#boards.delete(board));
    return fetched;
  }

  async #find(key: string): Promise<Card | undefined> {
    const { board: name, id } = partsOf(key);
    if (!this.#known.has(name)) return undefined;
    const board = await this.#board(name);
    const card = Object.hasOwn(board.clauses, id) ? board.clauses[id] : undefined;
    if (card) return { key, id, board, card };
    const successor = Object.hasOwn(board.retired, id) ? board.retired[id] : undefined;
    return successor === undefined ? undefined : this.#find(successor);
  }

  /** In the order in which they were asked for. */
  async find(keys: readonly string[]): Promise<Found[]> {
    return Promise.all(keys.map(async (asked) => ({ asked, found: await this.#find(asked) })));
  }
}
