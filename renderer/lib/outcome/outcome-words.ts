import type { DictationState } from '#shared/dictation.ts';

/** Whether the person may want to do something about it. */
export const isUnsettled = (state: DictationState): boolean =>
  state === 'held' || state === 'failed' || state === 'interrupted';
