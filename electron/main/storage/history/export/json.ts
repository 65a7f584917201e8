import type { ExportedDictation } from './document.ts';

/** Everything that is known, for programs. Times are in UTC. */
export const json = (dictations: ExportedDictation[]): string => {
  const list = dictations.map(({ startedAtMs, ...dictation }) => ({
    startedAt: new Date(startedAtMs).toISOString(),
    ...dictation,
  }));
  return `${JSON.stringify({ dictations: list }, null, 2)}\n`;
};
