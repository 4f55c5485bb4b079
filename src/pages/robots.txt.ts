/** Everything may be read and indexed. */
import type { APIRoute } from 'astro';
import { below } from '../link.ts';

export const GET: APIRoute = ({ site }) => {
  const lines = [
    'User-agent: *',
    'Allow: /',
    ...(site ? [`Sitemap: ${new URL(below('/sitemap.xml'), site).href}`] : []),
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
