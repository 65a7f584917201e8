import type { Dictation } from '#shared/dictation.ts';
import type { CaptionsSession, HistoryPage, HistoryRow } from '#shared/history.ts';

/**
 * The newest of two lists, each newest first. Each list keeps its order also if the system's clock was
 * set back, so that the next page begins where this one ends.
 */
export function pageOf(
  dictations: readonly Dictation[],
  captions: readonly CaptionsSession[],
  limit: number,
): HistoryPage {
  const rows: HistoryRow[] = [];
  let [d, c] = [0, 0];
  while (rows.length < limit) {
    const [dictation, session] = [dictations[d], captions[c]];
    const isDictationNext =
      session === undefined ||
      (dictation !== undefined && dictation.startedAtMs >= session.startedAtMs);
    if (!isDictationNext) {
      rows.push({ type: 'captions', ...session });
      c += 1;
    } else if (dictation !== undefined) {
      rows.push({ type: 'dictation', ...dictation });
      d += 1;
    } else break;
  }
  return { rows, hasMore: d < dictations.length || c < captions.length };
}
