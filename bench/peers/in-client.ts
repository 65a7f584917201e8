import { nowMs } from '../clock.ts';
import type { ReportedTurn } from './client.ts';

/** Reports to the bench that the client has a partial or final turn. */
export function reportTurn(order: number, text: string): void {
  process.send?.({ order, text, atMs: nowMs() } satisfies ReportedTurn);
}

/** Calls back when the bench stops the client. Exits if the bench is gone. */
export function onStop(stop: () => void): void {
  process.once('message', stop);
  process.once('disconnect', () => process.exit());
}
