import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, constants } from 'node:zlib';
import { serve, type Serving } from '../../scripts/static-server.ts';

/** A host that keeps its address while it goes away, hangs, errs, or publishes another edition; it knows all that it was asked for. */

type Mood = 'well' | 'gone' | 'silent' | 'failing';

export interface Host extends Serving {
  /** Paths below the site, with their query, in order. */
  asked: string[];
  /** The bytes of the bodies that it has sent for paths with these letters. */
  sentOf: (letters: string) => number;
  /** How it is: to all, or to one path at a time. */
  mood: Mood | ((path: string) => Mood);
  publish: (folder: string) => Promise<void>;
}

/** As hosts do that compress while they send. */
const packed = (content: Buffer): Buffer =>
  brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 },
  });

export async function openHost(folder: string, base = '/'): Promise<Host> {
  const sent: [path: string, bytes: number][] = [];
  let behind = await serve(folder, base, 0);
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(base.length);
    const mood = typeof host.mood === 'function' ? host.mood(path) : host.mood;
    if (mood === 'gone') return void request.socket.destroy();
    host.asked.push(path);
    if (mood === 'silent') return;
    if (mood === 'failing') return void response.writeHead(500).end();
    const { port } = new URL(behind.address);
    const headers = { ...request.headers, 'accept-encoding': 'identity' };
    const asking = ask({ host: '127.0.0.1', port, path: request.url, headers, agent: false }, (answer) => {
      const pass = async (): Promise<void> => {
        const body = packed(await buffer(answer));
        sent.push([path, body.length]);
        const own = { ...answer.headers, 'content-encoding': 'br', 'content-length': body.length };
        response.writeHead(answer.statusCode ?? 500, own).end(body);
      };
      pass().catch(() => response.destroy());
    });
    asking.on('error', () => response.destroy());
    asking.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host: Host = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    asked: [],
    sentOf: (letters) => sent.reduce((sum, [path, bytes]) => sum + (path.includes(letters) ? bytes : 0), 0),
    mood: 'well',
    publish: async (next) => {
      await behind.close();
      behind = await serve(next, base, 0);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await behind.close();
    },
  };
  return host;
}
