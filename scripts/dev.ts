/** npm run dev — for authors: each save shows at once; a wrong content file shows its error in the page. */
import { dev } from 'astro';
import { reportContent } from './report-content.ts';

reportContent(process.cwd());
await dev({ root: process.cwd(), server: { host: '127.0.0.1', port: Number(process.env.PORT ?? 4321) } });
