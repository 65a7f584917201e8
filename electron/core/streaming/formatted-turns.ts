import type { SpeechModel } from '#shared/speech-model.ts';
import type { ServerMessage, TurnMessage } from './server-message.ts';

/** What goes on to the session, and the final whose formatted twin is waited for, if any. */
export interface FormattedTurns {
  pass: ServerMessage[];
  waiting: TurnMessage | null;
}

/**
 * Universal-Streaming ends a turn with bare words, and tells it once more with capitals and marks
 * (protocol: server to client). A final never changes again, so the first of the two goes on as a
 * partial, and as the final only where the second does not come before anything else does. The
 * other models tell each final once.
 *
 * @param waiting as the step before has left it
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
