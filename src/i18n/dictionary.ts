import type { Lang } from '../model/lang.ts';
import { en } from './en.ts';
import { fr, type Dictionary } from './fr.ts';

const dictionaries: Record<Lang, Dictionary> = { fr, en };

export const dictionary = (lang: Lang): Dictionary => dictionaries[lang];
