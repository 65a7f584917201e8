import * as v from 'valibot';

const milliseconds = v.pipe(v.number(), v.finite());

const wordSchema = v.object({
  text: v.string(),
  start: milliseconds,
  end: milliseconds,
});

const messageSchema = v.variant('type', [
  v.object({
    type: v.literal('Begin'),
    id: v.string(),
    expires_at: v.pipe(v.number(), v.finite()),
  }),
  v.object({ type: v.literal('SpeechStarted'), timestamp: milliseconds }),
  v.object({
    type: v.literal('Turn'),
    turn_order: v.pipe(v.number(), v.integer(), v.minValue(0)),
    end_of_turn: v.boolean(),
    transcript: v.string(),
    words: v.optional(v.array(wordSchema), []),
  }),
  v.object({
    type: v.literal('Termination'),
    audio_duration_seconds: v.optional(v.number(), 0),
    session_duration_seconds: v.optional(v.number(), 0),
  }),
  v.object({ type: v.literal('Error'), error_code: v.number(), error: v.string() }),
]);

/** The messages of the service that the app acts on. */
export type ServerMessage = v.InferOutput<typeof messageSchema>;
export type TurnMessage = Extract<ServerMessage, { type: 'Turn' }>;
export type ErrorMessage = Extract<ServerMessage, { type: 'Error' }>;

/**
 * Parses one text frame of the service. Null for everything else, be it malformed, of a type
 * that is new or of one that is not used: the protocol asks clients to pass over what they do
 * not know (protocol: server to client).
 */
export function parseServerMessage(text: string): ServerMessage | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = v.safeParse(messageSchema, value);
  return parsed.success ? parsed.output : null;
}
