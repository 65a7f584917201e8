/** Whatever parameters the app can ask a session for. */
import fc from 'fast-check';
import { speechModels, type SpeechModel } from '#shared/speech-model.ts';
import { table, type SessionParameters } from './table.ts';
import { wireParameters, type WireParameters } from './wire.ts';

const texts = (maxLength: number) =>
  fc.array(fc.string({ minLength: 1, maxLength: 50 }), { maxLength });
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const silenceMs = fc.integer({ min: 0, max: 20_000 });

const entries = {
  keyterms: texts(100),
  prompt: fc.string({ maxLength: 1_750 }),
  agentContext: fc.string({ maxLength: 1_750 }),
  previousContextTurns: fc.integer({ min: 0, max: 100 }),
  mode: fc.constantFrom('min_latency', 'balanced', 'max_accuracy'),
  minTurnSilenceMs: silenceMs,
  maxTurnSilenceMs: silenceMs,
  endOfTurnConfidenceThreshold: fraction,
  formatTurns: fc.boolean(),
  vadThreshold: fraction,
  interruptionDelayMs: fc.integer({ min: 0, max: 1_000 }),
  continuousPartials: fc.boolean(),
  includePartialTurns: fc.boolean(),
  languageCodes: fc.oneof(
    fc.constant<string[]>(['multi']),
    fc.subarray(['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'hi', 'ja']),
  ),
  languageDetection: fc.boolean(),
  speakerLabels: fc.boolean(),
  maxSpeakers: fc.integer({ min: 1, max: 10 }),
  voiceFocus: fc.constantFrom('near-field', 'far-field'),
  voiceFocusThreshold: fraction,
  domain: fc.constant('medical-v1'),
  redactPii: fc.boolean(),
  redactPiiPolicies: texts(20),
  redactPiiSub: fc.constantFrom('hash', 'entity_name'),
  filterProfanity: fc.boolean(),
  inactivityTimeoutSeconds: fc.integer({ min: 5, max: 3_600 }),
  sessionHeartbeat: fc.boolean(),
  acknowledgeSilence: fc.boolean(),
  llmGateway: fc.record({
    model: fc.string(),
    messages: fc.array(fc.record({ role: fc.string(), content: fc.string() }), { maxLength: 5 }),
    maxTokens: fc.integer({ min: 1 }),
  }),
  webhookUrl: fc.webUrl(),
} satisfies Record<Exclude<keyof typeof table, 'sampleRateHz' | 'encoding'>, fc.Arbitrary<unknown>>;

/** Any of them or none, for a model, in the app's format of sound. */
export const anyParametersOf = (model: SpeechModel): fc.Arbitrary<SessionParameters> =>
  fc
    .record(entries, { requiredKeys: [] })
    .map((some) => ({ model, sampleRateHz: 16_000, encoding: 'pcm_s16le', ...some }));

export const anyModel = fc.constantFrom(...speechModels);
export const anyParameters = anyModel.chain(anyParametersOf);

/** The same parameters for the wire; for those that are known to be in range. */
export function onWire(parameters: SessionParameters): WireParameters {
  const wire = wireParameters(parameters);
  if (!wire.ok) throw new Error(wire.problem.sentence);
  return wire.value;
}
