import type { Lang } from '../model/lang.ts';
import { markupOf, node } from './nodes.ts';

/** The sheets as one file that asks for nothing: it opens from a stick, with no network. */

/** Every rule of this site's style, as it stands; what an extension of the browser has put in is not ours to read. */
const styles = (): string =>
  [...document.styleSheets]
    .filter(({ href }) => href?.startsWith(location.origin))
    .flatMap(({ cssRules }) => [...cssRules].map((rule) => rule.cssText))
    .join('\n');

export function handoutFile(drawn: HTMLElement, title: string, lang: Lang): Blob {
  const html = `<!doctype html>
<html lang="${lang}-CA">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${markupOf(node('title', {}, title))}
<style>
${styles()}
</style>
</head>
<body class="handout-file">
${markupOf(document.querySelector('.sprite')!)}
<main class="sheets">${markupOf(drawn)}</main>
</body>
</html>
`;
  return new Blob([html], { type: 'text/html' });
}
