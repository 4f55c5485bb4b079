import type { Lang } from './lang.ts';

const noBreak = '\u00A0';

/**
 * Typography is applied when text is shown, never in content. For quoted words it may change the kind of a space or an
 * apostrophe that is there, and nothing else: so no space is ever added or taken away. French after the OQLF.
 */
export function typeset(text: string, lang: Lang): string {
  const curly = text.replaceAll("'", '’');
  if (lang === 'en') return curly;
  return curly
    .replaceAll(/ (?=[:;!?%$»])/g, noBreak)
    .replaceAll('« ', `«${noBreak}`)
    .replaceAll(/(?<=\d) (?=\d{3}\b)/g, noBreak);
}
