import { request, subscribe } from '../ipc/ipc.ts';

/**
 * Hears where a meter stands, 0 to 1, whenever it moves; returns the way to stop.
 *
 * @param steps how many the meter has above silence
 */
export function watchLevel(steps: number, moved: (level: number) => void): () => void {
  const unsubscribe = subscribe('level', moved);
  void request('level:watch', steps);
  return () => {
    unsubscribe();
    void request('level:watch', 0);
  };
}
