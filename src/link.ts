import type { Lang } from './model/lang.ts';
import { belowBase, pathOf, type Page } from './routes.ts';

/** Where a page of ours is found on this site, published in whatever folder. */
export const link = (page: Page, lang: Lang): string => below(pathOf(page, lang));

/** A file of ours, as /data/v1/clauses.json. */
export const below = (path: string): string => belowBase(import.meta.env.BASE_URL, path);
