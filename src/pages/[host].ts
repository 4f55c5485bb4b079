/** "_headers": what Netlify and Cloudflare are to send with the files, where the host lets one say so. */
import type { APIRoute } from 'astro';
import { currentCorpus } from '../corpus.ts';
import { below } from '../link.ts';
import { mediaType } from '../media-types.ts';
import { langs } from '../model/lang.ts';
import { headers } from '../security.ts';

// A file that begins with "_" is no page to Astro: so this one is named by its parameter.
export const getStaticPaths = () => [{ params: { host: '_headers' } }];

export const GET: APIRoute = async () => {
  const { made } = currentCorpus();
  const indexes = await Promise.all(langs.map(made.searchIndex));
  const files = indexes.flatMap(({ folder, files: own }) =>
    [...own.keys()].filter((file) => !file.endsWith('.json')).map((file) => `${folder}${file}`),
  );
  // The more boards, the more files has an index, and hosts read a hundred rules at most.
  const paths = new Map(files.map((file) => [file.replace(/(\/index\/).*$/, '$1*'), mediaType(file)]));
  const rules = [
    { path: below('/*'), headers },
    // Names that hosts do not know, and so would send uncompressed.
    ...Array.from(paths, ([path, type]) => ({ path: below(`/search/${path}`), headers: { 'Content-Type': type } })),
  ];
  const text = rules.map(({ path, headers: own }) =>
    [path, ...Object.entries(own).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  );
  return new Response(`${text.join('\n\n')}\n`);
};
