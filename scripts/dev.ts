/** npm run dev — for authors: each save shows at once; a wrong content file shows its error in the page. */
import { dev } from 'astro';
import { readEnvironment } from '../src/environment.ts';
import { orSay } from './or-say.ts';
import { reportContent } from './report-content.ts';

await orSay(async () => {
  const { PORT } = readEnvironment(process.env);
  reportContent(process.cwd());
  await dev({ root: process.cwd(), server: { host: '127.0.0.1', port: PORT } });
  return true;
});
