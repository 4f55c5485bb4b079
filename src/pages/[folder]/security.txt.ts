/** "/.well-known/security.txt" (RFC 9116): where to report a weakness. It counts at the root of a host only. */
import type { APIRoute } from 'astro';
import { readEnvironment } from '../../environment.ts';
import { below, link } from '../../link.ts';
import { mediaType } from '../../media-types.ts';
import { langs } from '../../model/lang.ts';

/**
 * Until when this is known to be true: at most a year ahead. Not taken from the clock, so that each build gives the same bytes; a test
 * fails two months before, and says what to do.
 */
const expires = '2027-11-01T00:00:00.000Z';

// A folder that begins with a dot is none to Astro: so this one is named by its parameter.
export const getStaticPaths = () => [{ params: { folder: '.well-known' } }];

export const GET: APIRoute = ({ site }) => {
  // Only what is read over HTTPS may be named.
  const published = site?.protocol === 'https:' ? site : undefined;
  const at = (path: string): string | undefined => published && new URL(path, published).href;
  // Whoever publishes the site says who reads reports; failing that, the page that says how errors are reported.
  const contact = readEnvironment(process.env).SECURITY_CONTACT ?? at(link({ kind: 'about' }, langs[0]));
  const lines = [
    contact ? `Contact: ${contact}` : '# Built without SECURITY_CONTACT and SITE_URL: no contact is known.',
    `Expires: ${expires}`,
    `Preferred-Languages: ${langs.join(', ')}`,
    ...(published ? [`Canonical: ${at(below('/.well-known/security.txt'))}`] : []),
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': mediaType('security.txt') } });
};
