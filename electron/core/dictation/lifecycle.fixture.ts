import { noDictation, type Done, type Lifecycle } from './lifecycle-state.ts';
import { stepLifecycle, type LifecycleEffect, type LifecycleEvent } from './lifecycle.ts';

export const start: LifecycleEvent = { type: 'command', command: 'start' };
export const stop: LifecycleEvent = { type: 'command', command: 'stop' };
export const cancel: LifecycleEvent = { type: 'command', command: 'cancel' };
export const begun = (id: number): LifecycleEvent => ({ type: 'begun', id });
export const recognised = (id: number, text = `Text ${id}`, isComplete = true): LifecycleEvent => ({
  ...{ type: 'recognised', id, text, isComplete },
});
export const insertedDone: Done = { outcome: 'inserted', isComplete: true, problem: null };
export const inserted = (id: number, done = insertedDone): LifecycleEvent => ({
  ...{ type: 'inserted', id, done },
});
/** The words of a dictation are the command to remove the one before. */
export const scratch = (id: number): LifecycleEvent => ({
  ...{ type: 'recognised', id, text: 'Scratch that.', isComplete: true, isScratch: true },
});
export const scratched = (id: number, isErased: boolean): LifecycleEvent => ({
  ...{ type: 'scratched', id, isErased },
});
export const key = (type: 'press' | 'release', atMs: number): LifecycleEvent => ({
  type: 'key',
  event: { type, atMs, hasRelease: true, mode: 'auto' },
});
export const otherKey = (atMs: number): LifecycleEvent => ({
  type: 'key',
  event: { type: 'other-key', atMs },
});

/** The state and the effects after all of these events. */
export function run(...events: LifecycleEvent[]): {
  lifecycle: Lifecycle;
  effects: LifecycleEffect[];
} {
  let lifecycle = noDictation;
  const effects: LifecycleEffect[] = [];
  for (const event of events) {
    const [next, more] = stepLifecycle(lifecycle, event);
    lifecycle = next;
    effects.push(...more);
  }
  return { lifecycle, effects };
}

/** Without the timers. */
export const done = (...events: LifecycleEvent[]): LifecycleEffect[] =>
  run(...events).effects.filter(({ type }) => !type.startsWith('set-'));
