/** npm run build [-- FOLDER] — the site in dist/, or in FOLDER. SITE_URL and BASE_PATH say where it will be published. */
import { resolve } from 'node:path';
import { buildSite } from './build-site.ts';
import { orSay } from './or-say.ts';

await orSay(() => buildSite(resolve(process.argv[2] ?? 'dist')));
