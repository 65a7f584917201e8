import type { UiLanguage } from '../ui-languages.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { fr } from './fr/index.ts';
import { it } from './it/index.ts';
import { pt } from './pt/index.ts';
import type { Messages } from './index.ts';

/**
 * The texts of every language. Main has all of them, so that it changes the language without waiting. A page
 * loads the one that it shows, see load.ts.
 */
export const languages: Record<UiLanguage, Messages> = { de, en, es, fr, it, pt };
