import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** Builds the site twice, at the root of a host and below a folder of one, as its readers may get it. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'balises-site-'));
  const build = (name: string, env: Record<string, string>): string => {
    const target = join(folder, name);
    execFileSync(process.execPath, ['scripts/build.ts', target], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ...env },
    });
    return target;
  };
  project.provide('sites', [
    { base: '/', folder: build('root', {}) },
    { base: '/balises/', folder: build('below', { BASE_PATH: '/balises/', SITE_URL: 'https://exemple.org' }) },
  ]);
  return () => rmSync(folder, { recursive: true, force: true });
}

declare module 'vitest' {
  export interface ProvidedContext {
    sites: { base: string; folder: string }[];
  }
}
