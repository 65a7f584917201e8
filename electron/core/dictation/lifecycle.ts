import type { DictationOutcome } from '#shared/dictation.ts';
import { problem } from '#shared/problem.ts';
import { tuning } from '../tuning.ts';
import type { Entry, FinishingEntry } from './entry.ts';
import { stepKeying, type KeyingEffect, type KeyingEvent } from './keying.ts';
import {
  forgetUndoable,
  isInUse,
  isSpeaking,
  withEntry,
  withoutEntry,
  type Done,
  type Lifecycle,
} from './lifecycle-state.ts';

export type LifecycleEvent =
  | { type: 'key'; event: KeyingEvent }
  | { type: 'command'; command: 'start' | 'stop' | 'toggle' | 'cancel' }
  /** The answer to `begin`: the microphone opens, or nothing can be dictated now. */
  | { type: 'begun' | 'refused'; id: number }
  /** Its recording has ended: by the key, or because the microphone failed. */
  | { type: 'ended'; id: number }
  /** Its text is complete and stored. Comes once for each that has begun, in order of speech. */
  | { type: 'recognised'; id: number; text: string; isComplete: boolean; isScratch?: boolean }
  /** The answer to `insert`. */
  | { type: 'inserted'; id: number; done: Done }
  /** The answer to `scratch`: whether the text was removed. */
  | { type: 'scratched'; id: number; isErased: boolean }
  /** The last text was inserted once more. */
  | { type: 'inserted-again'; done: Done }
  | { type: 'undo' }
  /** The outcome of the newest dictation was shown long enough. */
  | { type: 'shown' };

export type LifecycleEffect =
  /** Open the microphone for a dictation; answered by `begun` or `refused` before anything else. */
  | { type: 'begin'; id: number }
  /** Stop recording for the newest dictation. */
  | { type: 'end' }
  | { type: 'insert'; id: number; text: string; isComplete: boolean }
  /** Remove the text of the dictation before, which this one asks for. */
  | { type: 'scratch'; id: number }
  /** Store the outcome. Sent again after an undo. */
  | { type: 'conclude'; id: number; outcome: DictationOutcome }
  /** Replaces the timer that ends a key that is held for too long; null ends it. */
  | { type: 'set-key-timeout'; timeoutMs: number | null }
  /** Replaces the timer after which `shown` comes; null ends it. */
  | { type: 'set-shown-timeout'; timeoutMs: number | null };

export type LifecycleStep = [Lifecycle, LifecycleEffect[]];

/** Returns the next state and the effects to carry out. Pure; accepts every event in every state. */
export function stepLifecycle(before: Lifecycle, event: LifecycleEvent): LifecycleStep {
  const [after, effects] = step(before, event);
  if (after.done === before.done) return [after, effects];
  return [after, [...effects, { type: 'set-shown-timeout', timeoutMs: shownMs(after.done) }]];
}

function shownMs(done: Done | null): number | null {
  if (done === null) return null;
  // An outcome that needs no action disappears soon. Others stay, so that the person can act.
  return isGood(done) || done.problem?.code === 'scratched'
    ? tuning.insertedShownMs
    : tuning.undoMs;
}

const isGood = ({ outcome, isComplete, problem: why }: Done): boolean =>
  outcome === 'inserted' && isComplete && why === null;

function step(lifecycle: Lifecycle, event: LifecycleEvent): LifecycleStep {
  switch (event.type) {
    case 'key':
      return key(lifecycle, event.event);
    case 'command':
      return command(lifecycle, event.command);
    case 'begun':
      return [begun(lifecycle, event.id), []];
    case 'refused':
      return key(withoutEntry(lifecycle, event.id), { type: 'ended' });
    case 'ended':
      return event.id === lifecycle.newestId ? key(lifecycle, { type: 'ended' }) : [lifecycle, []];
    case 'recognised':
      return recognised(lifecycle, event);
    case 'inserted':
      return concluded(lifecycle, event.id, event.done);
    case 'scratched':
      return scratched(lifecycle, event.id, event.isErased);
    case 'inserted-again':
      // The text that could be undone is the one that was inserted now.
      return [isInUse(lifecycle) ? lifecycle : showDone(forgetUndoable(lifecycle), event.done), []];
    case 'undo':
      return undo(lifecycle);
    case 'shown':
      return [{ ...forgetUndoable(lifecycle), done: lifecycle.missed, missed: null }, []];
  }
}

function key(lifecycle: Lifecycle, event: KeyingEvent): LifecycleStep {
  const [keying, keyingEffects] = stepKeying(lifecycle.keying, event);
  let next: Lifecycle = { ...lifecycle, keying };
  const effects: LifecycleEffect[] = [];
  for (const effect of keyingEffects) {
    const [changed, more] = perform(next, effect);
    next = changed;
    effects.push(...more);
  }
  return [event.type === 'ended' ? finishNewest(next, 'insert') : next, effects];
}

function perform(lifecycle: Lifecycle, effect: KeyingEffect): LifecycleStep {
  switch (effect.type) {
    case 'begin': {
      const id = lifecycle.newestId + 1;
      const entries: Entry[] = [...lifecycle.entries, { phase: 'speaking', id }];
      return [{ ...lifecycle, newestId: id, entries }, [{ type: 'begin', id }]];
    }
    case 'end':
      return [finishNewest(lifecycle, 'insert'), [{ type: 'end' }]];
    case 'cancel':
      return [cancelNewest(finishNewest(lifecycle, 'insert')), [{ type: 'end' }]];
    case 'discard':
      return [finishNewest(lifecycle, 'discard'), [{ type: 'end' }]];
    case 'set-timeout':
      return [lifecycle, [{ type: 'set-key-timeout', timeoutMs: effect.timeoutMs }]];
  }
}

function command(
  lifecycle: Lifecycle,
  name: 'start' | 'stop' | 'toggle' | 'cancel',
): LifecycleStep {
  if (name === 'toggle') return key(lifecycle, { type: isSpeaking(lifecycle) ? 'stop' : 'start' });
  // A cancel shortly after the key-up still cancels that dictation.
  if (name === 'cancel' && !isSpeaking(lifecycle)) return [cancelNewest(lifecycle), []];
  return key(lifecycle, { type: name });
}

const begun = (lifecycle: Lifecycle, id: number): Lifecycle =>
  id === lifecycle.newestId
    ? { ...forgetUndoable(lifecycle), done: null, missed: null }
    : lifecycle;

function recognised(
  lifecycle: Lifecycle,
  { id, text, isComplete, isScratch = false }: Extract<LifecycleEvent, { type: 'recognised' }>,
): LifecycleStep {
  const entry = lifecycle.entries.find((known) => known.id === id);
  if (entry?.phase !== 'finishing' && entry?.phase !== 'speaking') return [lifecycle, []];
  const wish = entry.phase === 'finishing' ? entry.wish : 'insert';
  const rest = withoutEntry(lifecycle, id);
  if (wish === 'discard') return [rest, [{ type: 'conclude', id, outcome: 'silent' }]];
  if (text === '') return nothingRecognised(rest, id, isComplete, wish);
  if (isScratch && wish === 'insert')
    return [
      withEntry(lifecycle, { phase: 'scratching', id, text, isComplete }),
      [{ type: 'scratch', id }],
    ];
  // A command is no text that Insert last would type.
  const heard = isScratch ? lifecycle : { ...lifecycle, lastText: text };
  if (wish === 'insert')
    return [
      withEntry(heard, { phase: 'inserting', id }),
      [{ type: 'insert', id, text, isComplete }],
    ];
  const isUndoable = lifecycle.undoableId === id;
  return [
    isUndoable
      ? withEntry(heard, { phase: 'cancelled', id, text, isComplete })
      : withoutEntry(heard, id),
    [{ type: 'conclude', id, outcome: 'cancelled' }],
  ];
}

function nothingRecognised(
  lifecycle: Lifecycle,
  id: number,
  isComplete: boolean,
  wish: FinishingEntry['wish'],
): LifecycleStep {
  const outcome = isComplete ? 'silent' : 'failed';
  const isFailure = outcome === 'failed' && wish === 'insert';
  const rest = lifecycle.undoableId === id ? { ...lifecycle, undoableId: null } : lifecycle;
  return [
    isFailure
      ? showDone(rest, { outcome, isComplete, problem: null })
      : isInUse(rest)
        ? rest
        : { ...rest, done: null },
    [{ type: 'conclude', id, outcome }],
  ];
}

function undo(lifecycle: Lifecycle): LifecycleStep {
  const entry = lifecycle.entries.find(({ id }) => id === lifecycle.undoableId);
  if (entry === undefined) return [lifecycle, []];
  const undone = { ...lifecycle, undoableId: null, done: null };
  const { id } = entry;
  if (entry.phase !== 'cancelled')
    return [withEntry(undone, { phase: 'finishing', id, wish: 'insert' }), []];
  const { text, isComplete } = entry;
  return [
    withEntry({ ...undone, lastText: text }, { phase: 'inserting', id }),
    [{ type: 'insert', id, text, isComplete }],
  ];
}

const concluded = (lifecycle: Lifecycle, id: number, done: Done): LifecycleStep => [
  showDone(withoutEntry(lifecycle, id), done),
  [{ type: 'conclude', id, outcome: done.outcome }],
];

/**
 * The words of the command are in the history. If it was refused, they can be inserted: the person may have
 * meant them as a text.
 */
function scratched(lifecycle: Lifecycle, id: number, isErased: boolean): LifecycleStep {
  const entry = lifecycle.entries.find((known) => known.id === id);
  if (entry?.phase !== 'scratching') return [lifecycle, []];
  const said = problem(isErased ? 'scratched' : 'not-scratched', {});
  const done: Done = { outcome: 'cancelled', isComplete: true, problem: said };
  const [after, effects] = concluded(lifecycle, id, done);
  if (isErased) return [after, effects];
  // While a newer dictation is shown there is no room for an offer, but Insert last has the words.
  if (after.done !== done) return [{ ...after, lastText: entry.text }, effects];
  const entries = [...after.entries, { ...entry, phase: 'cancelled' } as const];
  return [{ ...after, entries, undoableId: id }, effects];
}

/**
 * Shows an outcome, unless a newer dictation is being spoken or waits for its text. If one was cancelled and can
 * still be inserted, it is shown after that, unless all went well.
 */
function showDone(lifecycle: Lifecycle, done: Done): Lifecycle {
  if (isInUse(lifecycle)) return lifecycle;
  if (lifecycle.undoableId === null) return { ...lifecycle, done };
  return isGood(done) ? lifecycle : { ...lifecycle, missed: done };
}

function finishNewest(lifecycle: Lifecycle, wish: FinishingEntry['wish']): Lifecycle {
  const newest = lifecycle.entries.find(({ id }) => id === lifecycle.newestId);
  if (newest?.phase !== 'speaking') return lifecycle;
  return withEntry({ ...lifecycle, done: null }, { phase: 'finishing', id: newest.id, wish });
}

function cancelNewest(lifecycle: Lifecycle): Lifecycle {
  const newest = lifecycle.entries.find(({ id }) => id === lifecycle.newestId);
  if (newest?.phase !== 'finishing' || newest.wish !== 'insert') return lifecycle;
  return {
    ...withEntry(forgetUndoable(lifecycle), { ...newest, wish: 'cancel' }),
    undoableId: newest.id,
    done: { outcome: 'cancelled', isComplete: false, problem: null },
  };
}
