/** What a device needs to keep the site among its programs: one for each language, since it opens at that home. */
import type { APIRoute } from 'astro';
import { dictionary } from '../../i18n/dictionary.ts';
import { below, link } from '../../link.ts';
import { mediaType } from '../../media-types.ts';
import { langs, type Lang } from '../../model/lang.ts';
import { typeset } from '../../model/typography.ts';
import { paper } from '../../paper.ts';
import { pathOf } from '../../routes.ts';

export const getStaticPaths = () =>
  langs.map((lang) => ({
    params: { home: pathOf({ kind: 'home' }, lang).slice(1, -1) || undefined },
    props: { lang },
  }));

export const GET: APIRoute<{ lang: Lang }> = ({ props: { lang } }) => {
  const t = dictionary(lang);
  const icon = (file: string, size: number, purpose: string) => ({
    src: below(`/${file}`),
    sizes: `${size}x${size}`,
    type: mediaType(file),
    purpose,
  });
  const manifest = {
    name: typeset(t.home.title, lang),
    short_name: t.siteName,
    description: typeset(t.home.description, lang),
    lang: `${lang}-CA`,
    dir: 'ltr',
    // One site in two languages: whichever was kept, the other is one click away within it.
    id: link({ kind: 'home' }, lang),
    start_url: link({ kind: 'home' }, lang),
    scope: below('/'),
    // Addresses are what is cited here: they stay in sight.
    display: 'minimal-ui',
    background_color: paper.light,
    theme_color: paper.light,
    icons: [
      icon('icon-192.png', 192, 'any'),
      icon('icon-512.png', 512, 'any'),
      icon('icon-maskable-512.png', 512, 'maskable'),
    ],
  };
  return new Response(`${JSON.stringify(manifest, null, 1)}\n`, {
    headers: { 'Content-Type': mediaType('manifest.webmanifest') },
  });
};
