import type { ExportedEntry } from './document.ts';

/** The texts and nothing else, with an empty line between two. */
export const txt = (entries: ExportedEntry[]): string =>
  entries.map(({ text }) => `${text}\n`).join('\n');
