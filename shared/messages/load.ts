import type { UiLanguage } from '../ui-languages.ts';
import { en } from './en/index.ts';
import type { Messages } from './index.ts';

/** Loads the texts of one language. Each is a file of its own, and English is in every page. */
export const loadMessages: Record<UiLanguage, () => Promise<Messages>> = {
  de: async () => (await import('./de/index.ts')).de,
  en: () => Promise.resolve(en),
  es: async () => (await import('./es/index.ts')).es,
  fr: async () => (await import('./fr/index.ts')).fr,
  it: async () => (await import('./it/index.ts')).it,
  pt: async () => (await import('./pt/index.ts')).pt,
};
