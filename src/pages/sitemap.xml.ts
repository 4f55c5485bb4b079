/** Every page with its address in each language, for search engines; they need whole addresses, so only where the site's is known. */
import type { APIRoute } from 'astro';
import { create } from 'xmlbuilder2';
import { currentCorpus } from '../corpus.ts';
import { link } from '../link.ts';
import { langs } from '../model/lang.ts';
import { allPages } from '../routes.ts';

export const GET: APIRoute = ({ site }) => {
  const absolute = (path: string): string => (site ? new URL(path, site).href : path);
  const { corpus } = currentCorpus();
  const urls = site
    ? allPages(corpus)
        .filter(({ page }) => page.kind !== 'retired')
        .map(({ page, lang }) => ({
          loc: absolute(link(page, lang)),
          'xhtml:link': [...langs, 'x-default' as const].map((to) => ({
            '@rel': 'alternate',
            '@hreflang': to,
            '@href': absolute(link(page, to === 'x-default' ? langs[0] : to)),
          })),
        }))
    : [];
  const xml = create(
    { version: '1.0', encoding: 'UTF-8' },
    {
      urlset: {
        '@xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
        '@xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
        url: urls,
      },
    },
  ).end();
  return new Response(`${xml}\n`, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};
