/**
 * npm run lock — after each change of package-lock.json. npm leaves the optional binaries of other platforms out of the lock, or
 * without their version, and `npm ci` then refuses it everywhere: this completes them. What they are for stands in their names;
 * asking the registry would not do, for it lacks some of them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const systems = new Set([
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]);
const processors = new Set([
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]);

const entry = z.looseObject({
  version: z.string().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const lockSchema = z.looseObject({ packages: z.record(z.string(), entry) });

const path = 'package-lock.json';
const lock = lockSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
const added: string[] = [];
/** Where npm would look for `name` from a package, nearest first. */
function lookups(from: string, name: string): string[] {
  const folders = from
    .split('/node_modules/')
    .map((_, depth, parts) => parts.slice(0, depth + 1).join('/node_modules/'));
  return ['', ...folders.filter(Boolean)].toReversed().map((folder) => `${folder && `${folder}/`}node_modules/${name}`);
}

for (const [from, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const places = lookups(from, name);
    const found = places.find((place) => lock.packages[place]?.version);
    if (found && lock.packages[found]?.version === version) continue;
    const parts = name.split(/[/-]/);
    const os = parts.filter((part) => systems.has(part));
    const cpu = parts.filter((part) => processors.has(part));
    if (found && !/^\d+\.\d+\.\d+$/.test(version)) continue; // A range, met by what was found.
    if (cpu.length !== 1) throw new Error(`${name}@${version}: its name does not say which platform it is for.`);
    const place = found ? places[0]! : places.at(-1)!;
    lock.packages[place] = { version, optional: true, cpu, ...(os.length > 0 ? { os } : {}) };
    added.push(place);
  }
}
const packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
console.log(`wrote    ${path}, ${added.length} optional packages of other platforms added`);
