import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

/** No text becomes markup: the linter refuses the ways that scripts have to do it, and this file the one that templates have. */

describe('the linter refuses', () => {
  const folder = mkdtempSync(join(tmpdir(), 'balises-sinks-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const lint = (code: string): string => {
    const file = join(folder, 'seeded.ts');
    writeFileSync(file, `const element = document.body;\nconst text = location.hash;\n${code}\n`);
    const { stdout } = spawnSync('node_modules/.bin/oxlint', ['-c', '.oxlintrc.json', '--quiet', file], {
      encoding: 'utf8',
    });
    return stdout;
  };

  test.each([
    ['element.innerHTML = text;', 'no-restricted-properties'],
    ['element.outerHTML = text;', 'no-restricted-properties'],
    ["element['innerHTML'] += text;", 'no-restricted-properties'],
    ["element.insertAdjacentHTML('beforeend', text);", 'no-restricted-properties'],
    ['element.setHTMLUnsafe(text);', 'no-restricted-properties'],
    ['document.createRange().createContextualFragment(text);', 'no-restricted-properties'],
    ["document.createElement('iframe').srcdoc = text;", 'no-restricted-properties'],
    ['document.write(text);', 'no-restricted-properties'],
    ['eval(text);', 'no-eval'],
    ["location.href = 'javascript:x';", 'no-script-url'],
  ])('%s', (code, rule) => {
    expect(lint(code)).toContain(rule);
  });

  test('and nothing of what only writes text', () => {
    expect(lint('element.textContent = text;\nelement.append(text);')).not.toContain('no-restricted');
  });
});

describe('templates', () => {
  /** Data for a script is no markup, as long as no sign in it can end its element: one component sees to it. */
  const harmless =
    "<script type=\"application/json\" {...attributes} set:html={JSON.stringify(data).replaceAll('<', '\\\\u003c')} />";

  const faults = (text: string): string[] =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => /set:html|\bis:raw\b|\bis:inline\b|define:vars/.test(line) && line !== harmless);

  test.each(readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.astro')))(
    '%s puts no text in as markup',
    (file) => {
      expect(faults(readFileSync(join('src', file), 'utf8'))).toEqual([]);
    },
  );

  test.each([
    '<p set:html={text} />',
    '<script type="application/json" data-x set:html={JSON.stringify(data)} />',
    '<script is:inline>run()</script>',
    '<style define:vars={{ colour }}></style>',
  ])('of %s it is said', (line) => {
    expect(faults(line)).toEqual([line]);
  });
});
