import type { SpeechModel } from '#shared/speech-model.ts';
import type { ServerMessage, TurnMessage } from './server-message.ts';

/** The messages to pass on, and the unformatted final that waits for its formatted one. */
export interface FormattedTurns {
  pass: ServerMessage[];
  waiting: TurnMessage | null;
}

/**
 * Universal-Streaming sends each final twice: unformatted, then with capitals and punctuation. A final
 * must never change, so the first is passed on as a partial. It becomes the final only if another
 * message arrives before the second. The other models send each final once.
 *
 * @param waiting from the previous call
 */
export function formatTurns(
  waiting: TurnMessage | null,
  message: ServerMessage,
  model: SpeechModel,
): FormattedTurns {
  const isTurn = message.type === 'Turn';
  const isTwin = isTurn && waiting !== null && message.turn_order === waiting.turn_order;
  const before = waiting === null || isTwin ? [] : [waiting];
  if (!isTurn || !isBare(message, model)) return { pass: [...before, message], waiting: null };
  return { pass: [...before, { ...message, end_of_turn: false }], waiting: message };
}

const isBare = (turn: TurnMessage, model: SpeechModel): boolean =>
  model.startsWith('universal-streaming') && turn.end_of_turn && turn.turn_is_formatted === false;
