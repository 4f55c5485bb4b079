import { trustedTypesPolicy } from './trusted-types.ts';

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
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'require-trusted-types-for': "'script'",
  // The one that lets our worker be registered: see offline-worker.ts.
  'trusted-types': trustedTypesPolicy,
};

const policy = (entries: Record<string, string>): string =>
  Object.entries(entries)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** For the meta element, which every host serves. */
export const metaPolicy = policy(directives);

/** What a browser may offer a page and these pages never take. Reading the clipboard is left out: our tests read there what was copied. */
const refused = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'compute-pressure',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** What they do take, for themselves: the buttons that copy, and the slides that fill the screen. */
const taken = ['clipboard-write', 'fullscreen'];

/** For hosts that let one set headers: these cannot be said in a meta element. */
export const headers: Record<string, string> = {
  'Content-Security-Policy': policy({ ...directives, 'frame-ancestors': "'none'" }),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': [...refused.map((name) => `${name}=()`), ...taken.map((name) => `${name}=(self)`)].join(', '),
  // For this host alone: whether its neighbours keep to HTTPS is for their owners to say. Over HTTP, as by npm start, browsers ignore it.
  'Strict-Transport-Security': 'max-age=31536000',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
