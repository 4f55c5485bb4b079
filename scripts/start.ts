/** npm start — builds the site and serves it on this machine. PORT chooses the port; a taken one gives way to a free one. */
import { resolve } from 'node:path';
import { readEnvironment } from '../src/environment.ts';
import { buildSite } from './build-site.ts';
import { orSay } from './or-say.ts';
import { serve } from './static-server.ts';

await orSay(async () => {
  const { PORT, BASE_PATH } = readEnvironment(process.env);
  const folder = resolve('dist');
  if (!(await buildSite(folder))) return false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit());
  const { address } = await serve(folder, BASE_PATH, PORT);
  if (PORT !== 0 && new URL(address).port !== String(PORT))
    console.log(`\nThe port ${PORT} is taken: another one was found.`);
  console.log(`\nBalises is at ${address} (Ctrl+C stops it)`);
  return true;
});
