import { statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { mediaType } from '../src/media-types.ts';
import { headers } from '../src/security.ts';

/** A small static server: what a good host does, so that what we see and test is what readers get. */

const compressors = { br: promisify(brotliCompress), gzip: promisify(gzip) };
type Encoding = keyof typeof compressors;

/** In the moment in which a new build takes the place of the site that is being served. */
const beingReplaced =
  'Le site est en train d’être remplacé. Rechargez cette page.\nThe site is being replaced. Load this page again.\n';

const entry = (path: string) => statSync(path, { throwIfNoEntry: false });

/** Packs each file once, as small as it goes, like a host that does it when the site is published. */
class Packer {
  readonly #packed = new Map<string, Promise<Buffer>>();

  async content(file: string, encoding: Encoding | undefined): Promise<Buffer> {
    if (!encoding) return readFile(file);
    const { ino, mtimeMs } = await stat(file);
    const key = `${encoding} ${ino} ${mtimeMs} ${file}`;
    const packed = this.#packed.get(key) ?? readFile(file).then((content) => compressors[encoding](content));
    this.#packed.set(key, packed);
    return packed;
  }
}

export interface Serving {
  address: string;
  close: () => Promise<void>;
}

/** Serves `folder` below `base` ("/" or "/balises/") on the loopback address; a taken port gives way to a free one. */
export async function serve(folder: string, base: string, port: number): Promise<Serving> {
  const packer = new Packer();
  const server: Server = createServer(async (request, response) => {
    // An address such as "//" is none.
    const { pathname, search } = URL.parse(request.url ?? '/', 'http://localhost') ?? new URL('http://localhost');
    let path: string;
    try {
      path = decodeURIComponent(pathname);
    } catch {
      path = '/';
    }
    const inside = path.startsWith(base) ? normalize(join(folder, path.slice(base.length))) : '';
    const safe = inside === normalize(folder) || inside.startsWith(normalize(folder) + sep);
    const isFolder = safe && entry(inside)?.isDirectory();
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (isFolder && !path.endsWith('/')) {
      response.writeHead(301, { Location: `${pathname}/${search}` }).end();
      return;
    }
    const wanted = isFolder ? join(inside, 'index.html') : inside;
    const found = safe && entry(wanted)?.isFile();
    const file = found ? wanted : join(folder, '404.html');
    const accepted = (Object.keys(compressors) as Encoding[]).find((encoding) =>
      String(request.headers['accept-encoding']).includes(encoding),
    );
    try {
      const content = await packer.content(file, accepted);
      response.writeHead(found ? 200 : 404, {
        'Content-Type': mediaType(file),
        'Content-Length': content.length,
        Vary: 'Accept-Encoding',
        ...(accepted ? { 'Content-Encoding': accepted } : {}),
      });
      response.end(request.method === 'HEAD' ? undefined : content);
    } catch {
      response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '1' });
      response.end(beingReplaced);
    }
  });
  const listen = (on: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(on, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  await listen(port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return listen(0);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port.');
  return {
    address: `http://127.0.0.1:${bound.port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
