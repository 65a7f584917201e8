import type { ExportedEntry } from './document.ts';

/** Everything that is known, for programs. Times are in UTC. */
export const json = (entries: ExportedEntry[]): string => {
  const dated = entries.map(({ startedAtMs, ...entry }) => ({
    startedAt: new Date(startedAtMs).toISOString(),
    ...entry,
  }));
  const of = (kind: ExportedEntry['type']) =>
    dated.flatMap(({ type, ...entry }) => (type === kind ? [entry] : []));
  return `${JSON.stringify({ dictations: of('dictation'), captions: of('captions') }, null, 2)}\n`;
};
