import type { Listening } from './listening.ts';
import { startSampleOf } from './pre-roll.ts';
import { firstReplaySample } from './replay-window.ts';

/**
 * The oldest sample that stays in the audio buffer: from there on, sound may be sent, sent again after a drop,
 * or be pre-roll.
 */
export const firstSampleHeld = (listening: Listening): number =>
  Math.min(firstReplaySample(listening), startSampleOf(listening));
