/**
 * An edition: the site as it is published at one time, and what of it can be taken along. It is named by what its files hold, so that
 * two builds of the same content are one edition.
 */

export interface EditionFile {
  /** Below the folder of the site, as a browser asks for it: "matrice/", "favicon.svg". */
  path: string;
  /** Changes with what the file holds. */
  hash: string;
  /** About what the network carries for it. */
  bytes: number;
}

export interface Edition {
  edition: string;
  files: EditionFile[];
}

/** What is known of an edition before anything of it is taken. */
export interface EditionSize {
  edition: string;
  files: number;
  bytes: number;
}

/** Written beside the files of the site: the size, the list, and the worker. */
export const editionSizeFile = 'offline.json';
export const editionFile = 'offline-files.json';
export const workerFile = 'sw.js';

/** The page that stands for those that are neither kept nor reached. */
export const offlinePath = 'hors-ligne/';

/** What nobody opens who has no network: what is said to hosts and robots, and data that are made for machines. */
const staysBehind = [/^\./, /^_[^/]*$/, /^(?:404\.html|robots\.txt|sitemap\.xml)$/, /^data\/.*\.(?:json|xml)$/];

export const goesAlong = (file: string): boolean =>
  ![editionSizeFile, editionFile, workerFile].includes(file) && !staysBehind.some((pattern) => pattern.test(file));

/** "matrice/index.html" is asked for as "matrice/". */
export const pathOfFile = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1');

/** Folders of files that are named by what they hold: under its name such a file never changes. */
export const isNamedByContent = (path: string): boolean => /^(?:_astro|cards|search|styles)\//.test(path);

/** By what a page or a script names the file, or the folder that it is in. */
export const nameOf = (path: string): string =>
  /^(?:cards|search)\//.test(path) ? path.split('/').slice(0, 3).join('/') : path.slice(path.lastIndexOf('/') + 1);
