import { expect, test } from 'vitest';
import { near } from '../../src/model/near.ts';

const known = ['prohibition', 'obligation', 'principle', 'permission', 'consequence'];

test.each([
  ['prohibicion', 'prohibition'],
  ['prohibtion', 'prohibition'],
  ['probihition', 'prohibition'],
  ['OBLIGATION', 'obligation'],
  ['obligxxion', 'obligation'],
  ['obligxxxon', undefined],
  ['principles', 'principle'],
  ['prinicpel', undefined],
  ['principal', 'principle'],
  ['interdiction', undefined],
  ['', undefined],
])('"%s" is near %o', (found, suggestion) => {
  expect(near(found, known)).toBe(suggestion);
});

test('of two near names the nearer one is meant', () => {
  expect(near('4.cb', ['4.a.b', '4.c', '4.d'])).toBe('4.c');
});

test('a short word is not taken for another that shares nothing with it', () => {
  expect(near('ON', ['NB', 'QC', 'AB'])).toBeUndefined();
});

test('of two names equally near, none is meant', () => {
  expect(near('4.x', ['4.a', '4.b'])).toBeUndefined();
});

test('nothing is near when nothing is known', () => {
  expect(near('obligation', [])).toBeUndefined();
});
