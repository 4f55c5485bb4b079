import { LineCounter, isMap, isNode, isPair, parseDocument, visit, type Document, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { explainZod, zodIssues } from './explain-zod.ts';
import type { Issue, Result } from './issue.ts';
import type { TextFile } from './text-file.ts';

type Path = PropertyKey[];

/** Where the value at `path` stands, or, if it is missing, the nearest thing around it that exists. */
function rangeOf(document: Document, path: Path, key?: string): [number, number] {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (key !== undefined && isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && String(item.key) === key);
      if (pair && isNode(pair.key) && pair.key.range) return [pair.key.range[0], pair.key.range[1]];
    }
    if (isNode(node) && node.range) {
      // The whole document would underline everything: its first character is enough.
      return depth === 0 ? [node.range[0], node.range[0] + 1] : [node.range[0], node.range[1]];
    }
  }
  return [0, 1];
}

/** Where an author sees the error. A quote that is never closed runs to the end of the file: it is told where it opens. */
function placeOf(document: Document, error: YAMLError): [number, number] {
  const [from, to] = error.pos;
  if (error.code !== 'MISSING_CHAR') return [from, to];
  let start = from;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type?.startsWith('QUOTE_') && range && range[0] < from && range[1] >= from) start = range[0];
    },
  });
  return start === from ? [from, to] : [start, start + 1];
}

/** What the library says in its own terms, said for an author. */
const sayings: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: 'the indentation of this line does not fit the lines before it',
  BLOCK_AS_IMPLICIT_KEY: 'the line after this one is indented further, or words that hold a colon need quotes',
  DUPLICATE_KEY: 'this name stands twice',
  MISSING_CHAR: 'a quote or bracket opens here and is never closed, or a colon is missing',
  MULTILINE_IMPLICIT_KEY: 'the line after this one is indented further, or a colon is missing',
  TAB_AS_INDENT: 'a tab indents this line, where only spaces may',
};

const nameOf = (path: Path): string =>
  path.length === 0
    ? 'this file'
    : `"${path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join('.')}"`;

/** What a zod schema may hold within it. */
interface Nesting {
  unwrap?: () => Nesting;
  element?: Nesting;
  valueType?: Nesting;
  options?: Nesting[];
  shape?: Record<string, Nesting>;
}

/** The keys that the schema knows at `path`. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let forms = [schema as Nesting];
  for (const part of [...path, undefined]) {
    // An array can be unwrapped too: it must not be.
    forms = forms.flatMap((form) => (form.unwrap && !form.element ? form.unwrap() : form));
    forms = forms.flatMap((form) => form.options ?? form);
    if (part === undefined) break;
    forms = forms.flatMap((form) => form.element ?? form.valueType ?? form.shape?.[String(part)] ?? []);
  }
  return [...new Set(forms.flatMap((form) => Object.keys(form.shape ?? {})))];
}

export interface YamlValue<T> {
  value: T;
  /** The offset in the file of the value at `path`, or of the name `key` in it, and its length. */
  range: (path: Path, key?: string) => { offset: number; length: number };
}

/**
 * Reads YAML (a whole file, or the front matter that starts at `start`) against a schema. Every error carries the place of the
 * value that is wrong.
 */
export function readYaml<S extends z.ZodType>(
  file: TextFile,
  schema: S,
  start = 0,
  end = file.text.length,
): Result<YamlValue<z.infer<S>>> {
  const document = parseDocument(file.text.slice(start, end), {
    lineCounter: new LineCounter(),
    prettyErrors: false,
  });
  const at = ([from, to]: [number, number]) => ({
    offset: start + from,
    length: Math.max(1, Math.min(to, end - start) - from),
  });
  if (document.errors.length > 0) {
    const issues = document.errors.map((error): Issue => {
      const { offset, length } = at(placeOf(document, error));
      return file.issueAt(offset, length, {
        message: `This is not YAML: ${sayings[error.code] ?? error.message}.`,
        expected: 'lines of the form "name: value", lists with "- ".',
        remedy: 'Look at the indentation, the quotes and the colons of this line.',
      });
    });
    // One slip makes the library stumble several times over the same line.
    const lines = issues.map(({ line }) => line);
    return { value: undefined, issues: issues.filter(({ line }, index) => lines.indexOf(line) === index) };
  }
  const parsed = schema.safeParse(document.toJS(), { reportInput: true });
  if (!parsed.success) {
    return {
      value: undefined,
      issues: zodIssues(parsed.error.issues).map((issue) => {
        const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
        const { offset, length } = at(rangeOf(document, issue.path, key));
        return file.issueAt(offset, length, explainZod(issue, nameOf(issue.path), keysAt(schema, issue.path)));
      }),
    };
  }
  return {
    value: { value: parsed.data, range: (path, key) => at(rangeOf(document, path, key)) },
    issues: [],
  };
}
