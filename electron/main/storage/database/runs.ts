import type { SoundSource } from '#shared/sound-source.ts';

const ofComputer = '/computer';

/**
 * The run of a source. A run has one sample clock, so what is heard of the computer meanwhile has a run of
 * its own, and no turn, dictation or recording of one source is mistaken for that of the other.
 */
export const runOf = (runId: string, source: SoundSource = 'microphone'): string =>
  source === 'computer' ? `${runId}${ofComputer}` : runId;

/** SQL: whether a row is of this launch of the app, whose id is `:runId`. */
export const isOfThisRun = (column: string): string =>
  `${column} IN (:runId, :runId || '${ofComputer}')`;
