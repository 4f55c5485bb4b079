import { decode, encode } from 'cborg';

/**
 * Pagefind's index says of each word on which pages it stands, and where and how heavily on each. Our search asks only how much speaks
 * for the word: one number stands in the place of all that. So it packs to half.
 */

type PageName = [name: string, words: number, ...more: unknown[]];
type ChunkName = [first: string, last: string, name: string];
type Meta = [version: string, pages: PageName[], chunks: ChunkName[], ...more: unknown[]];

/** Each page is counted from the one before. */
type WordPage = [step: number, places: number[], ...more: unknown[]];
type Word = [word: string, pages: WordPage[], ...more: unknown[]];
type Chunk = [words: Word[]];

export interface Index {
  meta: Uint8Array<ArrayBuffer>;
  /** By the name that `meta` gives them. */
  chunks: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** So heavy does Pagefind make its chunks. */
const heaviest = 65_536;

const bytes = (value: unknown): Uint8Array<ArrayBuffer> => new Uint8Array(encode(value));

/**
 * `newName`: what the engine answers with for a page, instead of its name. `numberOf`: what it says of a word on the page of that new
 * name.
 */
export function slimIndex(
  { meta, chunks }: Index,
  newName: (name: string) => string,
  numberOf: (word: string, page: string) => number,
): Index {
  const [version, pages, names, ...more] = decode(meta) as Meta;
  const renamed = pages.map(([name, , ...rest]): PageName => [newName(name), 1, ...rest]);
  const slim = ([word, found]: Word): Word => {
    let page = 0;
    return [
      word,
      found.map(([step]) => {
        page += step;
        return [step, [numberOf(word, renamed[page]![0])]];
      }),
    ];
  };
  // Slim, two may be no heavier than one was: then they are one file less to ask for. One at a time: of many boards they are large.
  const joined: ChunkName[] = [];
  const packed = new Map<string, Uint8Array<ArrayBuffer>>();
  let open: Word[] = [];
  let weight = 0;
  const pack = (): void => {
    if (joined.length > 0) packed.set(joined.at(-1)![2], bytes([open]));
  };
  for (const [first, last, name] of names) {
    const words = (decode(chunks.get(name)!) as Chunk)[0].map(slim);
    const own = encode(words).length;
    const before = joined.at(-1);
    if (before && weight + own <= heaviest) {
      open.push(...words);
      weight += own;
      before[1] = last;
    } else {
      pack();
      open = words;
      weight = own;
      joined.push([first, last, name]);
    }
  }
  pack();
  return { meta: bytes([version, renamed, joined, ...more]), chunks: packed };
}
