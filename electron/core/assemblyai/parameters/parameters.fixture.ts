/** All parameters that the app can send. */
import fc from 'fast-check';
import { sentenceOf } from '#shared/messages/index.ts';
import { domains, latencyModes, voiceFocuses } from '#shared/setting-values.ts';
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
  previousContextTurns: fc.integer({ min: 0, max: 100 }),
  latencyMode: fc.constantFrom(...latencyModes),
  minTurnSilenceMs: silenceMs,
  maxTurnSilenceMs: silenceMs,
  formatTurns: fc.boolean(),
  vadThreshold: fraction,
  interruptionDelayMs: fc.integer({ min: 0, max: 1_000 }),
  continuousPartials: fc.boolean(),
  languageCodes: fc.oneof(
    fc.constant<string[]>(['multi']),
    fc.subarray(['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'hi', 'ja']),
  ),
  languageDetection: fc.boolean(),
  voiceFocus: fc.constantFrom(...voiceFocuses),
  domain: fc.constantFrom(...domains),
  filterProfanity: fc.boolean(),
  inactivityTimeoutSeconds: fc.integer({ min: 5, max: 3_600 }),
} satisfies Record<Exclude<keyof typeof table, 'sampleRateHz' | 'encoding'>, fc.Arbitrary<unknown>>;

/** Any of them or none, for a model, in the app's audio format. */
export const anyParametersOf = (model: SpeechModel): fc.Arbitrary<SessionParameters> =>
  fc
    .record(entries, { requiredKeys: [] })
    .map((some) => ({ model, sampleRateHz: 16_000, encoding: 'pcm_s16le', ...some }));

export const anyModel = fc.constantFrom(...speechModels);
export const anyParameters = anyModel.chain(anyParametersOf);

/** The same parameters for the wire; they must be in range. */
export function onWire(parameters: SessionParameters): WireParameters {
  const wire = wireParameters(parameters);
  if (!wire.ok) throw new Error(sentenceOf(wire.problem));
  return wire.value;
}
