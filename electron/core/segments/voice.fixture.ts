import { noVoice, type Voice } from '../voice/voice.ts';

/** The sample at that time. */
export const at = (ms: number): number => ms * 16;

export const stretch = (fromMs: number, toMs: number) => ({
  startSample: at(fromMs),
  endSample: at(toMs),
});

/** A voice at these times and at no others. */
export const voiceIn = (...times: [fromMs: number, toMs: number][]): Voice => ({
  ...noVoice,
  stretches: times.map(([from, to]) => stretch(from, to)),
});
