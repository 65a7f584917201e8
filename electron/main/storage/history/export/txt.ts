import type { ExportedDictation } from './document.ts';

/** The texts and nothing else, with an empty line between two. */
export const txt = (dictations: ExportedDictation[]): string =>
  dictations.map(({ text }) => `${text}\n`).join('\n');
