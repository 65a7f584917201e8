import { ok, type Result } from '#shared/result.ts';
import type { Store } from './database/store.ts';
import { mainTuning } from '../time/tuning.ts';

/** This many take a part of a second, for which other calls wait. */
const atATime = 100;

/** Deletes texts that are older than a number of days; null deletes none. */
export async function forgetTexts(
  store: Pick<Store, 'deleteTextsBefore'>,
  days: number | null,
  nowMs: number,
): Promise<Result<null>> {
  if (days === null) return ok(null);
  const beforeMs = nowMs - days * mainTuning.dayMs;
  for (;;) {
    const deleted = await store.deleteTextsBefore(beforeMs, atATime);
    if (!deleted.ok) return deleted;
    if (deleted.value === 0) return ok(null);
  }
}
