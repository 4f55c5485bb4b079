import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { create } from 'xmlbuilder2';
import type { Lang } from '../model/lang.ts';

/** Word and Excel files are zip archives. Their writers stamp them with the clock and with chance; here both are taken out. */

export interface Properties {
  title: string;
  description: string;
  lang: Lang;
  /** The day of the edition, which the file bears: never the day of a build. */
  date: string;
}

const corePath = 'docProps/core.xml';

function coreProperties({ title, description, lang, date }: Properties): string {
  const day = { '@xsi:type': 'dcterms:W3CDTF', '#': `${date}T00:00:00Z` };
  return create(
    { version: '1.0', encoding: 'UTF-8', standalone: true },
    {
      'cp:coreProperties': {
        '@xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        '@xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        '@xmlns:dcterms': 'http://purl.org/dc/terms/',
        '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'dc:title': title,
        'dc:creator': 'Balises',
        'dc:description': description,
        'cp:lastModifiedBy': 'Balises',
        'dcterms:created': day,
        'dcterms:modified': day,
        'dc:language': `${lang}-CA`,
      },
    },
  ).end();
}

/** Rewrites parts of the archive, gives it its properties, and packs it so that the same content is the same bytes anywhere. */
export function seal(
  archive: Uint8Array,
  properties: Properties,
  rewrite: Record<string, (part: string) => string>,
): Uint8Array<ArrayBuffer> {
  const parts: Record<string, Uint8Array> = { ...unzipSync(archive), [corePath]: strToU8(coreProperties(properties)) };
  for (const [path, change] of Object.entries(rewrite)) parts[path] = strToU8(change(strFromU8(parts[path]!)));
  const [year, month, day] = properties.date.split('-').map(Number);
  const sorted = Object.entries(parts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  // A zip holds local time without its zone: the same local noon wherever this runs.
  return zipSync(Object.fromEntries(sorted), { mtime: new Date(year!, month! - 1, day, 12), level: 9 });
}
