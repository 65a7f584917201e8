import { languageNames, type LanguageCode } from '../../languages.ts';

const names: Record<LanguageCode, string> = languageNames;

/** The page of language, model, pauses and connection. */
export const recognition = {
  title: 'Recognition',
  languageNames: names,
  automatic: 'Automatic',
  prefer: (language: string): string => `Prefer ${language}`,
  whisper: 'One of 99 others (Whisper)',
  languageHint: (count: number): string =>
    `Automatic detects ${count} languages, mixed too. If you prefer one, the others are still recognised.`,
  pauses: 'Pauses',
  modelDecides: (model: string): string => `${model} decides when a sentence ends.`,
  connection: 'Connection',
  advanced: 'Advanced',
};
