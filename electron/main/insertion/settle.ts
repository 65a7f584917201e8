import { insertionTuning as tuning } from './tuning.ts';

/**
 * How long a target has to be quiet before it counts as done with the clipboard, in milliseconds. A target
 * may read twice, and one that was late for its first read is late for its second, too.
 *
 * @param readAfterMs from the paste key to the first read
 */
export const settleMsAfter = (readAfterMs: number): number =>
  Math.min(Math.max(tuning.settleMs, tuning.settleFactor * readAfterMs), tuning.settleTimeoutMs);
