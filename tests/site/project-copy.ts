import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A copy of the project, to change its files and see what becomes of its site. */
export class ProjectCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'balises-copy-'));

  constructor() {
    for (const name of ['content', 'public', 'scripts', 'src', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
      cpSync(name, join(this.folder, name), { recursive: true });
    }
    symlinkSync(join(process.cwd(), 'node_modules'), join(this.folder, 'node_modules'));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  read = (path: string): string => readFileSync(join(this.folder, path), 'utf8');

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Every place where `from` stands; that it stands somewhere is part of the test. */
  edit(path: string, from: string, to: string): void {
    const text = this.read(path);
    if (!text.includes(from)) throw new Error(`${path} does not hold "${from}".`);
    this.write(path, text.replaceAll(from, to));
  }

  /** Only what a shell would give: with the test runner's own variables the build never ends. */
  #shell = (env: Record<string, string>) => ({
    cwd: this.folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });

  run = (script: string, ...args: string[]): { status: number | null; said: string } => this.runIn({}, script, ...args);

  /** In another environment: variables that a person sets. */
  runIn(env: Record<string, string>, script: string, ...args: string[]): { status: number | null; said: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join('scripts', `${script}.ts`), ...args], {
      ...this.#shell(env),
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  }

  /** Begins to run: `ended` comes when it ends, by itself or killed. */
  start(
    script: string,
    env: Record<string, string> = {},
  ): { pid: number; ended: Promise<{ status: number | null; said: string }> } {
    const child = spawn(process.execPath, [join('scripts', `${script}.ts`)], this.#shell(env));
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    return {
      pid: child.pid!,
      ended: new Promise((resolve) => child.on('close', (status) => resolve({ status, said }))),
    };
  }
}
