import type { Patch, Snapshot } from '#shared/ipc.ts';
import type { Turn } from '#shared/turn.ts';
import { keepNewest } from './paragraphs.ts';

/** What is drawn before anything is known. */
export const nothingKnown: Snapshot = {
  seq: 0,
  status: { phase: 'idle' },
  problem: null,
  dictation: { phase: 'idle' },
  copied: null,
  areCaptionsOn: false,
  turns: [],
  firstTurn: 0,
};

/**
 * The snapshot after a patch. Turns that did not change keep their identity, so what draws them
 * has nothing to do; the oldest are let go, so that an afternoon of captions costs no more than
 * its last minute.
 */
export function fold(snapshot: Snapshot, patch: Patch): Snapshot {
  return {
    seq: patch.seq,
    status: patch.status ?? snapshot.status,
    problem: patch.problem === undefined ? snapshot.problem : patch.problem,
    dictation: patch.dictation ?? snapshot.dictation,
    copied: patch.copied === undefined ? snapshot.copied : patch.copied,
    areCaptionsOn: patch.areCaptionsOn ?? snapshot.areCaptionsOn,
    firstTurn: patch.firstTurn ?? snapshot.firstTurn,
    turns: patch.turns.length > 0 ? keepNewest(merge(snapshot.turns, patch.turns)) : snapshot.turns,
  };
}

/** Both lists of turns in order of speech; where both have a turn, the newer one. */
function merge(known: Turn[], newer: Turn[]): Turn[] {
  const turns = new Map([...known, ...newer].map((turn) => [turn.id, turn]));
  return [...turns.values()].sort((a, b) => a.id - b.id);
}
