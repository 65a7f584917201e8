import type { Pill } from '#shared/pill.ts';
import { request, subscribe } from '../ipc/ipc.ts';

/** What the pill shows, as main reports it. */
export class PillState {
  shown = $state.raw<Pill>({ phase: 'hidden' });

  /** Follows the main process until the function that is returned is called. */
  open(): () => void {
    let isStale = false;
    // Subscribed before attaching: a change between the answer and its arrival is not lost.
    const unsubscribe = subscribe('pill:changed', (pill) => {
      isStale = true;
      this.shown = pill;
    });
    void request('pill:attach').then((answer) => {
      if (answer.ok && !isStale) this.shown = answer.value;
    });
    return () => {
      isStale = true;
      unsubscribe();
    };
  }
}
