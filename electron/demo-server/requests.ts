import * as v from 'valibot';
import type { TurnTiming } from './turn-taker.ts';

const models = [
  'u3-rt-pro',
  'universal-3-5-pro',
  'universal-3-6-pro',
  'universal-streaming-english',
  'universal-streaming-multilingual',
  'whisper-rt',
] as const;

const silenceMs = v.pipe(
  v.number(),
  v.transform((ms) => Math.min(Math.max(ms, 50), 10_000)),
);
const number = v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/, 'is not a number'), v.transform(Number));
const keyterms = v.pipe(v.array(v.string()), v.maxLength(100, 'holds more than 100 terms'));
const prompt = v.pipe(v.string(), v.maxLength(1_750, 'is longer than 1750 characters'));

const parametersSchema = v.object({
  speech_model: v.picklist(models, `is not one of ${models.join(', ')}`),
  sample_rate: v.optional(v.pipe(number, v.literal(16_000, 'has to be 16000 for the demo'))),
  encoding: v.optional(v.literal('pcm_s16le', 'has to be pcm_s16le for the demo')),
  min_turn_silence: v.optional(v.pipe(number, silenceMs)),
  max_turn_silence: v.optional(v.pipe(number, silenceMs)),
  keyterms_prompt: v.optional(
    v.pipe(v.string(), v.parseJson(undefined, 'is not a JSON array'), keyterms),
  ),
  prompt: v.optional(prompt),
});

const commandSchema = v.variant('type', [
  v.object({
    type: v.literal('UpdateConfiguration'),
    min_turn_silence: v.optional(silenceMs),
    max_turn_silence: v.optional(silenceMs),
    keyterms_prompt: v.optional(keyterms),
    prompt: v.optional(prompt),
  }),
  v.object({ type: v.literal('ForceEndpoint') }),
  v.object({ type: v.literal('KeepAlive') }),
  v.object({ type: v.literal('Terminate') }),
]);

export type Command = v.InferOutput<typeof commandSchema>;

export type Parsed<T> = { value: T } | { error: string };

/** Parses the query of a connection; unknown parameters are ignored, as the service does. */
export function parseParameters(query: URLSearchParams): Parsed<Partial<TurnTiming>> {
  const names = [...query.keys()];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) return { error: `${repeated} is given more than once.` };
  const parsed = v.safeParse(parametersSchema, Object.fromEntries(query));
  return parsed.success ? { value: timingOf(parsed.output) } : { error: sentence(parsed.issues) };
}

/** Parses a text message of a client. */
export function parseCommand(text: string): Parsed<Command> {
  const parsed = v.safeParse(
    v.pipe(v.string(), v.parseJson(undefined, 'The message is not JSON'), commandSchema),
    text,
  );
  return parsed.success ? { value: parsed.output } : { error: sentence(parsed.issues) };
}

/** The timing that parameters or an UpdateConfiguration set; what is not set is left out. */
export function timingOf(set: {
  min_turn_silence?: number | undefined;
  max_turn_silence?: number | undefined;
}): Partial<TurnTiming> {
  const { min_turn_silence: min, max_turn_silence: max } = set;
  return {
    ...(min !== undefined && { minTurnSilenceMs: min }),
    ...(max !== undefined && { maxTurnSilenceMs: max }),
  };
}

const sentence = ([issue]: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string =>
  `${[v.getDotPath(issue), issue.message].filter(Boolean).join(' ')}.`;
