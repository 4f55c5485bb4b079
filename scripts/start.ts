/** npm start — builds the site and serves it on this machine. PORT chooses the port; a taken one gives way to a free one. */
import { join } from 'node:path';
import { buildSite } from './build-site.ts';
import { serve } from './static-server.ts';

const { PORT = '4321', BASE_PATH = '/' } = process.env;
const folder = join(process.cwd(), 'dist');
if (await buildSite(folder)) {
  const { address } = await serve(folder, BASE_PATH.replace(/\/?$/, '/'), Number(PORT));
  console.log(`\nBalises is at ${address} (Ctrl+C stops it)`);
} else {
  process.exitCode = 1;
}
