import type { HeardFrame, HeardWord } from './word-spotter/word-spotter.ts';

/** When turn messages are sent, in milliseconds of sound. */
export interface TurnTiming {
  /** Silence that ends a turn whose text ends a sentence. Otherwise, it causes a partial. */
  minTurnSilenceMs: number;
  /** Silence that ends any turn. */
  maxTurnSilenceMs: number;
  /** From the first word to the first partial. */
  earlyPartialMs: number;
  /** Between partials in continuous speech. */
  partialPeriodMs: number;
}

const defaultTiming: TurnTiming = {
  minTurnSilenceMs: 100,
  maxTurnSilenceMs: 1_000,
  earlyPartialMs: 756,
  partialPeriodMs: 3_000,
};

export type TurnEvent =
  | { kind: 'sound'; frame: HeardFrame }
  | { kind: 'configure'; timing: Partial<TurnTiming> }
  | { kind: 'endpoint' }
  /** ForceEndpoint as Universal-Streaming handles it: drops the words in flight, even mid-word. */
  | { kind: 'cut' };

export type TurnMessage =
  | { type: 'SpeechStarted'; timestamp: number; confidence: number }
  | {
      type: 'Turn';
      turn_order: number;
      turn_is_formatted: boolean;
      end_of_turn: boolean;
      end_of_turn_confidence: number;
      transcript: string;
      words: TurnWord[];
    };

interface TurnWord {
  text: string;
  start: number;
  end: number;
  confidence: number;
  word_is_final: boolean;
}

export interface TurnState {
  timing: TurnTiming;
  turnOrder: number;
  /** The end of the sound so far. */
  heardToMs: number;
  /** Words that began before this were dropped by a cut. */
  cutAtMs: number;
  /** The end of the last speech. */
  voiceEndMs: number;
  /** The words of the open turn; empty if no turn is open. */
  words: HeardWord[];
  /** The newest partial of the open turn. */
  partial: { atMs: number; wordCount: number } | null;
}

export const noTurns = (timing: Partial<TurnTiming>): TurnState => ({
  timing: { ...defaultTiming, ...timing },
  turnOrder: 0,
  heardToMs: 0,
  cutAtMs: 0,
  voiceEndMs: 0,
  words: [],
  partial: null,
});

interface Step {
  state: TurnState;
  messages: TurnMessage[];
}

/**
 * Decides when words become partials and finals. It only uses the time of the sound, so the same sound
 * gives the same messages however fast it arrives.
 */
export function takeTurn(state: TurnState, event: TurnEvent): Step {
  switch (event.kind) {
    case 'configure':
      return { state: { ...state, timing: { ...state.timing, ...event.timing } }, messages: [] };
    case 'endpoint':
      return state.words.length > 0 ? end(state) : { state, messages: [] };
    case 'cut':
      return cut(state);
    case 'sound':
      return hear(state, event.frame);
  }
}

/** The newest sound, which Universal-Streaming has not recognised when ForceEndpoint arrives. */
const inFlightMs = 300;

function cut(state: TurnState): Step {
  const { heardToMs } = state;
  const words = state.words.filter(({ endMs }) => endMs <= heardToMs - inFlightMs);
  const kept = { ...state, words, cutAtMs: heardToMs };
  return words.length > 0 ? end(kept) : { state: kept, messages: [] };
}

function hear(before: TurnState, { endMs, hasVoice, words: heard }: HeardFrame): Step {
  const words = heard.filter(({ startMs }) => startMs >= before.cutAtMs);
  const voiceEndMs = Math.max(
    hasVoice ? endMs : before.voiceEndMs,
    ...words.map((word) => word.endMs),
  );
  const state = { ...before, heardToMs: endMs, voiceEndMs, words: [...before.words, ...words] };
  const [firstWord] = state.words;
  if (firstWord === undefined) return { state, messages: [] };

  const { minTurnSilenceMs, maxTurnSilenceMs, earlyPartialMs, partialPeriodMs } = state.timing;
  const silenceMs = endMs - voiceEndMs;
  const isPause = silenceMs >= minTurnSilenceMs;
  if (silenceMs >= maxTurnSilenceMs || (isPause && endsSentence(state.words))) return end(state);

  const isDue = state.partial
    ? endMs - state.partial.atMs >= partialPeriodMs
    : endMs - firstWord.startMs >= earlyPartialMs;
  const hasNews = state.words.length > (state.partial?.wordCount ?? 0);
  if (!hasNews || !(isPause || isDue)) return { state, messages: [] };
  return {
    state: { ...state, partial: { atMs: endMs, wordCount: state.words.length } },
    messages: messagesOf(state, false),
  };
}

const end = (state: TurnState): Step => ({
  state: { ...state, turnOrder: state.turnOrder + 1, words: [], partial: null },
  messages: messagesOf(state, true),
});

const endsSentence = (words: HeardWord[]): boolean => /[.?!]$/.test(words.at(-1)?.text ?? '');

/** The messages for the open turn. SpeechStarted precedes the first of them. */
function messagesOf({ turnOrder, words, partial }: TurnState, isFinal: boolean): TurnMessage[] {
  const turn: TurnMessage = {
    type: 'Turn',
    turn_order: turnOrder,
    turn_is_formatted: isFinal,
    end_of_turn: isFinal,
    end_of_turn_confidence: isFinal ? 1 : 0,
    transcript: words.map(({ text }) => text).join(' '),
    words: words.map(({ text, startMs, endMs }) => ({
      text,
      start: startMs,
      end: endMs,
      confidence: 1,
      word_is_final: isFinal,
    })),
  };
  if (partial) return [turn];
  const timestamp = words[0]?.startMs ?? 0;
  return [{ type: 'SpeechStarted', timestamp, confidence: 1 }, turn];
}
