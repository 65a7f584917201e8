import { nowMs } from '../clock.ts';
import type { ToldTurn } from './client.ts';

/** Tells the bench that a turn, partial or final, is in the client's hands. */
export function tellTurn(order: number, text: string): void {
  process.send?.({ order, text, atMs: nowMs() } satisfies ToldTurn);
}

/** Calls back when the bench wants no more; a bench that is gone wants no more either. */
export function onStop(stop: () => void): void {
  process.once('message', stop);
  process.once('disconnect', () => process.exit());
}
