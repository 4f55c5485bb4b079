/**
 * Another machine, for `node --import`: its folders list their files in another order, its clock stands in another year, and its chance
 * falls otherwise.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const reversed = (list) => (Array.isArray(list) ? list.toReversed() : list);

const { readdir, readdirSync, promises } = fs;
fs.readdir = (path, ...rest) => {
  const done = rest.pop();
  readdir(path, ...rest, (error, list) => done(error, reversed(list)));
};
fs.readdirSync = (...request) => reversed(readdirSync(...request));
const { readdir: readdirLater } = promises;
promises.readdir = async (...request) => reversed(await readdirLater(...request));
syncBuiltinESMExports();

const RealDate = Date;
const ahead = 7 * 365 * 24 * 60 * 60 * 1000 + 12_345_678;
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length > 0 ? parts : [RealDate.now() + ahead]));
  }
  static now() {
    return RealDate.now() + ahead;
  }
};

const { random } = Math;
Math.random = () => 1 - random();
