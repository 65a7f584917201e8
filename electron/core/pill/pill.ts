import type { DictationStatus } from '#shared/dictation-status.ts';
import type { Pill, PillWords } from '#shared/pill.ts';
import type { Problem } from '#shared/problem.ts';
import type { Status } from '#shared/status.ts';
import type { Turn } from '#shared/turn.ts';
import { tuning } from '../tuning.ts';

/** `asked`: the key is down, and it is not known yet whether the microphone opens. */
type PillDictation = DictationStatus | { readonly phase: 'asked' };

/** The words of a dictation without captions, which begin with `firstTurn`. */
interface DictatedWords {
  readonly firstTurn: number;
  readonly turns: readonly Turn[];
}

export interface PillState {
  readonly dictation: PillDictation;
  /** The desktop gives Escape to the app while something is dictated. */
  readonly escapeCancels: boolean;
  readonly status: Status;
  readonly areCaptionsOn: boolean;
  /** Null if the words are those of captions. */
  readonly dictated: DictatedWords | null;
  /** The most urgent problem now, wherever it is shown. */
  readonly problem: Problem | null;
  /** The problem that was reported while the pill was visible, and that is shown in it. */
  readonly alert: Problem | null;
}

export type PillEvent =
  /** The dictation key was pressed. `refused` or a status follows at once. */
  | { type: 'asked'; escapeCancels: boolean }
  /** Nothing can be dictated now. The reason was reported before. */
  | { type: 'refused' }
  | { type: 'dictation'; dictation: DictationStatus }
  | { type: 'status'; status: Status }
  | { type: 'captions'; areOn: boolean }
  /** Captions begin (null), or a dictation without captions, whose first turn this is. */
  | { type: 'began'; firstTurn: number | null }
  | { type: 'turn'; turn: Turn }
  /** The most urgent problem has changed, or was reported again. */
  | { type: 'problem'; problem: Problem | null }
  /** An alert that outlasts its dictation was shown long enough. */
  | { type: 'alert-shown' };

/** Replaces the timer after which `alert-shown` comes; null ends it. */
export interface PillEffect {
  type: 'set-alert-timeout';
  timeoutMs: number | null;
}

export type PillStep = [PillState, PillEffect[]];

export const noPill: PillState = {
  dictation: { phase: 'idle' },
  escapeCancels: false,
  status: { phase: 'idle' },
  areCaptionsOn: false,
  dictated: null,
  problem: null,
  alert: null,
};

/** More than the pill has room for. */
const turnsKept = 3;

/** Whether a problem is shown in the pill, and not in the captions. */
export const takesAlerts = (state: PillState): boolean =>
  !state.areCaptionsOn && pillOf(state).phase !== 'hidden';

/** Whether these are words of a dictation without captions. */
export const isDictated = ({ dictated }: PillState, turn: Turn): boolean =>
  isPartOf(dictated, turn);

const isPartOf = (dictated: DictatedWords | null, { id }: Turn): dictated is DictatedWords =>
  dictated !== null && id >= dictated.firstTurn;

/** Returns the next state and the effects to carry out. Pure; accepts every event in every state. */
export function stepPill(before: PillState, event: PillEvent): PillStep {
  const after = step(before, event);
  const isLeft = isOutlasted(after);
  if (isLeft === isOutlasted(before) && event.type !== 'problem') return [after, []];
  const timeoutMs = isLeft ? tuning.problemShownMs : null;
  return [after, [{ type: 'set-alert-timeout', timeoutMs }]];
}

/** Only the alert is left to be shown. */
const isOutlasted = ({ alert, dictation }: PillState): boolean =>
  alert !== null && dictation.phase === 'idle';

function step(state: PillState, event: PillEvent): PillState {
  switch (event.type) {
    case 'asked':
      return {
        ...state,
        dictation: { phase: 'asked' },
        escapeCancels: event.escapeCancels,
        alert: null,
      };
    case 'refused':
      return refused(state);
    case 'dictation':
      return { ...state, dictation: event.dictation };
    case 'status':
      return { ...state, status: event.status };
    case 'captions':
      return { ...state, areCaptionsOn: event.areOn, alert: event.areOn ? null : state.alert };
    case 'began':
      return { ...state, dictated: dictatedFrom(state, event.firstTurn) };
    case 'turn':
      return heard(state, event.turn);
    case 'problem':
      return {
        ...state,
        problem: event.problem,
        alert: takesAlerts(state) ? event.problem : null,
      };
    case 'alert-shown':
      return { ...state, alert: null };
  }
}

/** The reason may be a problem that was known before, which is not reported again. */
const refused = (state: PillState): PillState => ({
  ...state,
  dictation: { phase: 'idle' },
  alert: state.areCaptionsOn ? null : state.problem,
});

/** A turn that is still open when a dictation begins may have words of it. */
function dictatedFrom(
  { dictation, dictated }: PillState,
  firstTurn: number | null,
): DictatedWords | null {
  if (firstTurn === null) return null;
  // A start of captions was refused.
  if (dictation.phase === 'idle') return dictated;
  const known = dictated?.turns ?? [];
  return { firstTurn, turns: known.filter(({ id }) => id >= firstTurn) };
}

function heard(state: PillState, turn: Turn): PillState {
  const { dictated } = state;
  if (!isPartOf(dictated, turn)) return state;
  const others = dictated.turns.filter(({ id }) => id !== turn.id);
  const turns = [...others, turn].sort((a, b) => a.id - b.id).slice(-turnsKept);
  return { ...state, dictated: { ...dictated, turns } };
}

/** What is shown in this state. */
export function pillOf(state: PillState): Pill {
  const { dictation, alert: problem, escapeCancels } = state;
  const words = wordsOf(state);
  switch (dictation.phase) {
    case 'asked':
    case 'speaking': {
      const isLatched = dictation.phase === 'speaking' && dictation.isLatched;
      const status = heardStatus(state);
      const keys = { endsBy: isLatched ? 'press' : 'release', escapeCancels } as const;
      return { phase: 'speaking', ...keys, status, words, problem };
    }
    case 'finishing':
      return { phase: 'finishing', escapeCancels, words, problem };
    case 'inserting':
      return { phase: 'inserting', words, problem };
    case 'done': {
      const { outcome, offers } = dictation;
      return { phase: 'done', outcome, note: noteOf(dictation), offers, problem };
    }
    case 'idle':
      return problem === null ? { phase: 'hidden' } : { phase: 'problem', problem };
  }
}

const wordsOf = ({ areCaptionsOn, dictated }: PillState): PillWords =>
  areCaptionsOn ? { shownIn: 'captions' } : { shownIn: 'pill', turns: dictated?.turns ?? [] };

/** The microphone is about to open, although its status is not reported yet. */
const heardStatus = ({ status }: PillState): Status =>
  status.phase === 'idle' ? { phase: 'starting' } : status;

/** These sentences say no more than the name of the outcome. */
const namedByOutcome: readonly Problem['code'][] = ['cancelled', 'on-clipboard'];

const noteOf = ({ note }: Extract<DictationStatus, { phase: 'done' }>): Problem | null =>
  note === null || namedByOutcome.includes(note.code) ? null : note;
