/**
 * What a page may load and do, in one place: the meta policy of every page and the headers of the server come from here. Every
 * script and style is a file of the site, so 'self' is enough and no list of hashes grows.
 */
const directives: Record<string, string> = {
  'default-src': "'none'",
  // The search engine is WebAssembly.
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};

const policy = (entries: Record<string, string>): string =>
  Object.entries(entries)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** For the meta element, which every host serves. */
export const metaPolicy = policy(directives);

/** For hosts that let one set headers: these cannot be said in a meta element. */
export const headers: Record<string, string> = {
  'Content-Security-Policy': policy({ ...directives, 'frame-ancestors': "'none'" }),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
