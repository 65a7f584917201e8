import * as v from 'valibot';
import { sessionConfigurationSchema } from '#shared/session-configuration.ts';

/*
 * Limits far above every real message. A turn of three hours has some 30,000 words, and the service
 * ends a turn after a second of silence.
 */
const maxTextCharacters = 200_000;
const maxWords = 30_000;
const maxRevisions = 10_000;
const maxShortTextCharacters = 1_000;

const number = v.pipe(v.number(), v.finite());
const milliseconds = number;
const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(maxTextCharacters));
const shortText = v.pipe(v.string(), v.maxLength(maxShortTextCharacters));

/** An optional field. One that cannot be parsed counts as missing. */
const extra = <T>(schema: v.GenericSchema<unknown, T>) => v.fallback(v.optional(schema), undefined);

const wordSchema = v.object({
  text: shortText,
  /** From the start of the session's sound. */
  start: milliseconds,
  end: milliseconds,
  confidence: extra(number),
  /** Universal-Streaming: the word will not change any more. */
  word_is_final: extra(v.boolean()),
  speaker: extra(shortText),
});

const wordsSchema = v.pipe(v.array(wordSchema), v.maxLength(maxWords));

const turnEntries = {
  type: v.literal('Turn'),
  turn_order: index,
  end_of_turn: v.boolean(),
  transcript: text,
  /** Empty if they cannot be parsed: the text matters more than its times. */
  words: v.fallback(wordsSchema, []),
  end_of_turn_confidence: extra(number),
  /** Unreliable on Pro; only `end_of_turn` says that a turn is final. */
  turn_is_formatted: extra(v.boolean()),
  /** whisper-rt: the formatted text. */
  utterance: extra(text),
  language_code: extra(shortText),
  language_confidence: extra(number),
  speaker_label: extra(shortText),
};

const anything = v.optional(v.unknown(), null);

/** The configuration of a session. Each entry that cannot be parsed counts as missing. */
const configurationSchema = v.pipe(
  v.object({
    model: anything,
    mode: anything,
    domain: anything,
    voice_focus: anything,
    filter_profanity: anything,
  }),
  v.transform(({ voice_focus: voiceFocus, filter_profanity: filterProfanity, ...rest }) => ({
    ...rest,
    voiceFocus,
    filterProfanity,
  })),
  sessionConfigurationSchema,
);

const usedSchema = v.variant('type', [
  v.object({
    type: v.literal('Begin'),
    id: shortText,
    /** Unix time in seconds. */
    expires_at: number,
    configuration: extra(configurationSchema),
  }),
  v.object({
    type: v.literal('SpeechStarted'),
    timestamp: milliseconds,
    confidence: extra(number),
  }),
  v.object(turnEntries),
  v.object({
    type: v.literal('Termination'),
    audio_duration_seconds: v.fallback(v.optional(number, 0), 0),
    session_duration_seconds: v.fallback(v.optional(number, 0), 0),
  }),
  v.object({
    type: v.literal('Error'),
    /** 1011, a fault of the server, if the code is missing. */
    error_code: v.fallback(index, 1011),
    error: v.fallback(
      v.pipe(
        v.string(),
        v.transform((said) => said.slice(0, maxShortTextCharacters)),
      ),
      '',
    ),
  }),
]);

const unusedSchema = v.variant('type', [
  v.object({
    type: v.literal('SpeakerRevision'),
    revisions: v.pipe(
      v.array(v.object({ turn_order: index, speaker_label: extra(shortText), words: wordsSchema })),
      v.maxLength(maxRevisions),
    ),
  }),
  v.object({
    type: v.literal('Heartbeat'),
    total_audio_received_ms: milliseconds,
    total_duration_ms: milliseconds,
    realtime_factor: number,
    max_speech_probability: number,
  }),
  v.object({ type: v.literal('Silence'), start_ms: milliseconds, end_ms: milliseconds }),
  v.object({ type: v.literal('Warning'), warning_code: number, warning: shortText }),
  v.object({
    type: v.literal('LLMGatewayResponse'),
    turn_order: index,
    transcript: text,
    data: v.unknown(),
  }),
]);

/** The messages of the service that the app acts on. */
export type ServerMessage = v.InferOutput<typeof usedSchema>;
export type TurnMessage = Extract<ServerMessage, { type: 'Turn' }>;
export type ErrorMessage = Extract<ServerMessage, { type: 'Error' }>;

/** The documented messages that the app ignores. */
export type UnusedMessage = v.InferOutput<typeof unusedSchema>;

export type ParsedMessage =
  | { kind: 'used'; message: ServerMessage }
  | { kind: 'unused'; message: UnusedMessage }
  /** An unknown type: the protocol asks clients to ignore those. */
  | { kind: 'unknown' }
  /** No JSON, no message, or a known type without its required fields. */
  | { kind: 'malformed' };

const knownTypes = new Set<string>([
  ...usedSchema.options.map(({ entries }) => entries.type.literal),
  ...unusedSchema.options.map(({ entries }) => entries.type.literal),
]);

const typedSchema = v.looseObject({ type: v.string() });

/** Parses one text frame of the service; never throws. */
export function parseServerMessage(frame: string): ParsedMessage {
  let value: unknown;
  try {
    value = JSON.parse(frame);
  } catch {
    return { kind: 'malformed' };
  }
  const used = v.safeParse(usedSchema, value);
  if (used.success) return { kind: 'used', message: used.output };
  const unused = v.safeParse(unusedSchema, value);
  if (unused.success) return { kind: 'unused', message: unused.output };
  return {
    kind: v.is(typedSchema, value) && !knownTypes.has(value.type) ? 'unknown' : 'malformed',
  };
}

/**
 * The name under which an ignored message is counted: one of a fixed set, whatever the other end
 * sends.
 */
export const countedAs = (parsed: Exclude<ParsedMessage, { kind: 'used' }>) =>
  parsed.kind === 'unused' ? parsed.message.type : parsed.kind;
