import { extname } from 'node:path';

/** What the files of the site are, as a server says it. */
const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  // Hosts pack what they know to be packable.
  '.pagefind': 'application/wasm',
  '.pf_index': 'application/json',
  '.pf_meta': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'application/xml; charset=utf-8',
};

export const mediaType = (file: string): string =>
  file.endsWith('.akn.xml')
    ? 'application/akn+xml; charset=utf-8'
    : (types[extname(file)] ?? 'application/octet-stream');
