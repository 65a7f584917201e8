import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SpeechModel } from '#shared/speech-model.ts';
import { afterUpdate, configurationChange } from './configuration-change.ts';
import { anyModel, anyParametersOf, onWire } from './parameters.fixture.ts';
import type { SessionParameters } from './table.ts';

type Some = Partial<SessionParameters>;

const change = (from: Some, to: Some, model: SpeechModel = 'u3-rt-pro') => {
  const base = { model, sampleRateHz: 16_000, encoding: 'pcm_s16le' } as const;
  return configurationChange(onWire({ ...base, ...from }), onWire({ ...base, ...to }));
};
const update = (values: object) => ({ type: 'UpdateConfiguration', ...values });

test.each<[Some, Some]>([
  [{}, {}],
  [{ keyterms: ['a'] }, { keyterms: ['a'] }],
  // A parameter that is not sent has its default.
  [{}, { minTurnSilenceMs: 100, maxTurnSilenceMs: 1_000, keyterms: [], languageDetection: false }],
  // A parameter that the model does not have makes no difference.
  [{ latencyMode: 'balanced' }, { formatTurns: true }],
])('from %j to %j there is nothing to do', (from, to) => {
  expect(change(from, to)).toEqual({ update: null, needsNewSession: false });
});

test.each<[Some, Some, object]>([
  [{}, { prompt: 'a' }, { prompt: 'a' }],
  [{ prompt: 'a' }, { prompt: '' }, { prompt: '' }],
  [{ prompt: 'a' }, {}, { prompt: '' }],
  [{}, { vadThreshold: 0.5 }, { vad_threshold: 0.5 }],
  [{}, { interruptionDelayMs: 0 }, { interruption_delay: 0 }],
  [{}, { continuousPartials: true }, { continuous_partials: true }],
  [{ keyterms: ['a'] }, { keyterms: ['b'] }, { keyterms_prompt: ['b'] }],
  [{ keyterms: ['a'] }, {}, { keyterms_prompt: [] }],
  [{ minTurnSilenceMs: 0 }, {}, { min_turn_silence: 100 }],
  [{}, { maxTurnSilenceMs: 0 }, { max_turn_silence: 0 }],
])('from %j to %j the running session is updated', (from, to, values) => {
  expect(change(from, to)).toEqual({ update: update(values), needsNewSession: false });
});

test.each<[Some, Some]>([
  [{}, { languageCodes: ['en'] }],
  [{}, { languageDetection: true }],
  [{}, { previousContextTurns: 0 }],
  [{}, { voiceFocus: 'near-field' }],
  [{}, { domain: 'medical-v1' }],
  [{}, { sampleRateHz: 8_000 }],
  // The default is not documented.
  [{ continuousPartials: true }, {}],
])('from %j to %j takes a new session', (from, to) => {
  expect(change(from, to)).toEqual({ update: null, needsNewSession: true });
});

test('an update takes the language away from a newer model', () => {
  expect(change({ languageCodes: ['es'] }, {}, 'universal-3-5-pro')).toEqual({
    update: update({ language_codes: [] }),
    needsNewSession: false,
  });
});

test('newer models change more in a running session', () => {
  const to: Some = { latencyMode: 'min_latency', vadThreshold: 0, languageCodes: ['en'] };
  expect(change({}, to, 'universal-3-6-pro')).toEqual({
    update: update({
      mode: 'min_latency',
      vad_threshold: 0,
      language_codes: ['en'],
    }),
    needsNewSession: false,
  });
  expect(change({ vadThreshold: 0 }, {}, 'universal-3-6-pro').update).toEqual(
    update({ vad_threshold: 0.2 }),
  );
});

test.each<[Some, Some, object]>([
  // Chosen silences stay after a change of the mode, which would set its own.
  [
    { maxTurnSilenceMs: 900 },
    { maxTurnSilenceMs: 900, latencyMode: 'max_accuracy' },
    { mode: 'max_accuracy', max_turn_silence: 900 },
  ],
  // Silences that are no longer chosen become those of the mode.
  [{ maxTurnSilenceMs: 900 }, { latencyMode: 'max_accuracy' }, { mode: 'max_accuracy' }],
  [{ maxTurnSilenceMs: 900 }, {}, { max_turn_silence: 1_280 }],
  [
    { latencyMode: 'min_latency', minTurnSilenceMs: 900, maxTurnSilenceMs: 900 },
    { latencyMode: 'min_latency' },
    { min_turn_silence: 128, max_turn_silence: 640 },
  ],
  [
    { latencyMode: 'max_accuracy', maxTurnSilenceMs: 900 },
    { latencyMode: 'max_accuracy' },
    { max_turn_silence: 2_560 },
  ],
  [{ interruptionDelayMs: 0 }, {}, { interruption_delay: 500 }],
  [{ latencyMode: 'max_accuracy' }, {}, { mode: 'balanced' }],
])('a newer model gets from %j to %j with its mode’s own silences', (from, to, values) => {
  expect(change(from, to, 'universal-3-5-pro')).toEqual({
    update: update(values),
    needsNewSession: false,
  });
});

test('Universal-Streaming goes back to silences of its own', () => {
  const from = { minTurnSilenceMs: 100, maxTurnSilenceMs: 100 };
  expect(change(from, {}, 'universal-streaming-english').update).toEqual(
    update({ min_turn_silence: 400, max_turn_silence: 1_280 }),
  );
});

test('what a running session can change is updated, even if the rest needs a new session', () => {
  expect(change({}, { prompt: 'a', languageDetection: true })).toEqual({
    update: update({ prompt: 'a' }),
    needsNewSession: true,
  });
});

test('another model needs a new session and no update', () => {
  const base = { sampleRateHz: 16_000, encoding: 'pcm_s16le' } as const;
  const from = onWire({ ...base, model: 'u3-rt-pro' });
  const to = onWire({ ...base, model: 'universal-3-6-pro', prompt: 'a' });
  expect(configurationChange(from, to)).toEqual({ update: null, needsNewSession: true });
});

test('an update sets silences to those of the mode only if it changes the mode', () => {
  const from = onWire({
    ...{ model: 'universal-3-5-pro', sampleRateHz: 16_000, encoding: 'pcm_s16le' },
    minTurnSilenceMs: 900,
  });
  const after = (values: { mode?: string; prompt?: string }) =>
    afterUpdate(from, { type: 'UpdateConfiguration', ...values }).values.get('min_turn_silence');
  expect(after({ prompt: 'a' })).toBe(900);
  expect(after({ mode: 'min_latency' })).toBeUndefined();
});

test('after an update, a session has all that an update can change, and nothing else', () => {
  const two = anyModel.chain((model) => fc.tuple(anyParametersOf(model), anyParametersOf(model)));
  fc.assert(
    fc.property(two, ([one, other]) => {
      const [from, to] = [onWire(one), onWire(other)];
      const { update, needsNewSession } = configurationChange(from, to);
      const updated = update === null ? from : afterUpdate(from, update);
      expect(configurationChange(updated, to)).toEqual({ update: null, needsNewSession });
      expect(updated.values.has('type')).toBe(false);
    }),
  );
});
