/** What went wrong, in a sentence that says how to mend it. What is not known here keeps its own words. */

const spoken: { pattern: RegExp; say: (where: string) => string }[] = [
  {
    pattern: /\bENOSPC\b|\bEDQUOT\b|os error (?:28|122)\b/,
    say: () => 'The disk is full: nothing more could be written. Make room, then run this again.',
  },
  {
    pattern: /\bEROFS\b|os error 30\b/,
    say: (where) =>
      `${where || 'A folder'} lies on a disk that can only be read. Name a folder elsewhere, or make the disk writable.`,
  },
  {
    pattern: /^listen EACCES\b/,
    say: () =>
      'The port may not be used by you: those below 1024 belong to the system. Choose another, as in PORT=4321.',
  },
  {
    pattern: /\bEACCES\b|\bEPERM\b|os error (?:1|13)\b/,
    say: (where) =>
      `${where || 'A file'} may not be read or written by you. Change its permissions or its owner, or name another folder.`,
  },
  {
    pattern: /\bEBUSY\b|os error 16\b/,
    say: (where) =>
      `${where || 'A folder'} cannot be replaced: another program uses it, or it is a disk of its own. Free it, or name another folder.`,
  },
  {
    pattern: /\bEMFILE\b|\bENFILE\b|os error (?:23|24)\b/,
    say: () => 'Too many files are open at once. Close other programs, or allow more: ulimit -n 4096.',
  },
];

export function sayFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { path } = error as NodeJS.ErrnoException;
  const where = path ?? /Failed to (?:write|create) \w+ in (\S+)/.exec(error.message)?.[1] ?? '';
  const known = spoken.find(({ pattern }) => pattern.test(error.message))?.say(where);
  // Vite tells a plugin's error with its stack.
  return known ?? error.message.replaceAll(/\n\s+at .*/g, '').trim();
}
