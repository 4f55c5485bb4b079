import { expect, test } from 'vitest';
import { readEnvironment } from '../../src/environment.ts';

test.each([
  [{}, { PORT: 4321, BASE_PATH: '/', OFFLINE: 'on' }],
  [{ PORT: '8080' }, { PORT: 8080, BASE_PATH: '/', OFFLINE: 'on' }],
  [{ BASE_PATH: '/balises' }, { PORT: 4321, BASE_PATH: '/balises/', OFFLINE: 'on' }],
  [{ OFFLINE: 'off' }, { PORT: 4321, BASE_PATH: '/', OFFLINE: 'off' }],
  [
    { SITE_URL: 'https://exemple.org', BASE_PATH: '/a/b/' },
    { PORT: 4321, SITE_URL: 'https://exemple.org', BASE_PATH: '/a/b/', OFFLINE: 'on' },
  ],
  [
    { SECURITY_CONTACT: 'mailto:a@exemple.org' },
    { PORT: 4321, BASE_PATH: '/', OFFLINE: 'on', SECURITY_CONTACT: 'mailto:a@exemple.org' },
  ],
])('%j is understood', (variables, expected) => {
  expect(readEnvironment(variables)).toEqual(expected);
});

test.each([
  [{ PORT: 'abc' }, 'PORT="abc" cannot be used. Expected: a port number, as in PORT=4321.'],
  [{ PORT: '70000' }, 'PORT="70000" cannot be used. Expected: a port from 0 to 65535.'],
  [
    { BASE_PATH: 'balises' },
    'BASE_PATH="balises" cannot be used. Expected: a folder that begins with a slash, as in BASE_PATH=/balises/.',
  ],
  [
    { SITE_URL: 'exemple' },
    'SITE_URL="exemple" cannot be used. Expected: an address, as in SITE_URL=https://example.org.',
  ],
  [
    { SECURITY_CONTACT: 'http://exemple.org' },
    'SECURITY_CONTACT="http://exemple.org" cannot be used. Expected: where a weakness is reported, as in SECURITY_CONTACT=mailto:security@example.org.',
  ],
  [{ OFFLINE: 'no' }, 'OFFLINE="no" cannot be used. Expected: on or off.'],
])('%j is refused in a sentence', (variables, expected) => {
  expect(() => readEnvironment(variables)).toThrow(expected);
});
