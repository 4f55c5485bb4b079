import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readCorpus, type ContentFiles } from '../../src/model/corpus.ts';
import { langs } from '../../src/model/lang.ts';
import { deriveMatrix } from '../../src/model/matrix.ts';
import { pathOf } from '../../src/routes.ts';
import { makeSearchIndex } from '../../src/search-index.ts';
import { manyBoards } from '../../tests/model/many-boards.ts';
import { launch } from '../../tests/site/browser.ts';
import { ProjectCopy } from '../../tests/site/project-copy.ts';
import { serve } from '../static-server.ts';
import { runWatched, type Cost } from './run-watched.ts';
import { extentOf, fetched, weighFile, type Weight } from './weigh.ts';

/** What the site costs with more boards: each step is a project of its own, outside the tree, built by the real script. */

export interface Step {
  boards: number;
  clauses: number;
  /** Seconds that the parts take alone, before the build that does them all. */
  check: number;
  derivation: number;
  index: number;
  build: Cost;
  pages: number;
  files: number;
  bytes: number;
  heaviest: { path: string; raw: number };
  home: Weight;
  matrix: Weight;
  topic: Weight;
  policy: Weight;
  firstSearch: { bytes: number; requests: number };
}

/** The question of the bench: its words stand in many clauses. */
export const asked = 'ami facebook élève';

const seconds = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

function projectWith(files: ContentFiles): ProjectCopy {
  const copy = new ProjectCopy();
  for (const folder of ['policies', 'scenarios', 'packs']) {
    rmSync(join(copy.folder, 'content', folder), { recursive: true });
  }
  for (const [path, content] of files) {
    mkdirSync(dirname(join(copy.folder, path)), { recursive: true });
    writeFileSync(join(copy.folder, path), content);
  }
  return copy;
}

async function parts(files: ContentFiles) {
  const start = performance.now();
  const { corpus } = readCorpus(files);
  if (!corpus) throw new Error('The corpus of the bench has errors: tests/model/linear.test.ts tells more.');
  const check = (performance.now() - start) / 1000;
  const cells = [...corpus.matrix.values()].flat();
  const silences = new Map(
    [...Map.groupBy(cells, ({ board }) => board)].map(([board, own]) => [
      board,
      new Map(own.flatMap(({ criterion, silence }) => (silence ? [[criterion, silence] as const] : []))),
    ]),
  );
  return {
    clauses: [...corpus.clauses.values()].reduce((sum, { placed }) => sum + placed.length, 0),
    topic: pathOf({ kind: 'topic', slug: corpus.topics[0]!.slug }, 'fr'),
    policy: pathOf({ kind: 'policy', board: corpus.policies[0]!.board }, 'fr'),
    check,
    derivation: await seconds(() => deriveMatrix(corpus.policies, corpus.topics, silences, corpus.notes)),
    index: await seconds(() => Promise.all(langs.map((lang) => makeSearchIndex(corpus, lang)))),
  };
}

export async function measure(boards: number): Promise<Step> {
  const files = manyBoards(boards);
  const { topic, policy, ...known } = await parts(files);
  const copy = projectWith(files);
  try {
    const build = await runWatched(process.execPath, ['scripts/build.ts'], {
      cwd: copy.folder,
      env: {},
    });
    const site = join(copy.folder, 'dist');
    const page = (path: string): Weight => weighFile(site, join(path, 'index.html'));
    const server = await serve(site, '/', 0);
    const browser = await launch();
    const search = pathOf({ kind: 'search' }, 'fr').slice(1);
    const { bytes, requests } = await fetched(browser, async (reader) => {
      await reader.goto(`${server.address}${search}?q=${encodeURIComponent(asked)}`);
      await reader.waitForSelector(`[data-answers=${JSON.stringify(asked)}]`, { state: 'attached' });
    });
    await browser.close();
    await server.close();
    return {
      boards,
      ...known,
      build,
      ...extentOf(site),
      home: page('/'),
      matrix: page(pathOf({ kind: 'matrix' }, 'fr')),
      topic: page(topic),
      policy: page(policy),
      firstSearch: { bytes, requests },
    };
  } finally {
    copy.remove();
  }
}
