import * as v from 'valibot';
import { expect, test } from 'vitest';
import { modelFacts } from '#shared/models.ts';
import { problem } from '#shared/problem.ts';
import { settingsSchema } from '#shared/settings.ts';
import { dictatingParametersFrom, parametersFrom, plainParameters } from './from-settings.ts';
import { onWire } from './parameters.fixture.ts';

const from = (settings: object) => parametersFrom(v.parse(settingsSchema('linux'), settings));
const sent = (settings: object) => {
  const parameters = from(settings);
  return parameters.ok && Object.fromEntries(parameters.value.values);
};
const always = { sample_rate: 16_000, encoding: 'pcm_s16le', inactivity_timeout: 25 };
/** What the Pro models are sent without settings: early partials, and no context from earlier turns. */
const alwaysPro = {
  ...always,
  continuous_partials: true,
  interruption_delay: 0,
  previous_context_n_turns: 0,
};

test('without settings it is Universal-3 Pro with its defaults, early partials and no context', () => {
  expect(from({})).toMatchObject({ ok: true, value: { model: 'u3-rt-pro', warnings: [] } });
  expect(sent({})).toEqual(alwaysPro);
});

test('the service ends a warm session a little later than the app should have', () => {
  expect(sent({ keepConnectedSeconds: 0 })).toMatchObject({ inactivity_timeout: 5 });
  expect(sent({ keepConnectedSeconds: 300 })).toMatchObject({ inactivity_timeout: 305 });
});

test('chosen settings are sent', () => {
  expect(
    sent({
      prompt: 'Two architects talk.',
      keyterms: ['CaptionKey'],
      languageCodes: ['en', 'de'],
      languageDetection: true,
      minTurnSilenceMs: 0,
      maxTurnSilenceMs: 2_000,
    }),
  ).toEqual({
    ...alwaysPro,
    prompt: 'Two architects talk.',
    keyterms_prompt: ['CaptionKey'],
    language_codes: ['en', 'de'],
    language_detection: true,
    min_turn_silence: 0,
    max_turn_silence: 2_000,
  });
});

test('Universal-Streaming is asked for formatted text', () => {
  const speechModel = 'universal-streaming-english';
  expect(sent({ speechModel })).toEqual({ ...always, format_turns: true });
});

test('whisper-rt is sent only parameters that it has', () => {
  expect(sent({ speechModel: 'whisper-rt', prompt: 'x', keyterms: ['x'] })).toEqual(always);
});

test.each([
  ['es', '', 'Transcribe Spanish.'],
  ['de', 'A trial.', 'Transcribe German. A trial.'],
])(
  'Universal-3 Pro is leaned towards %s by its prompt and by the code',
  (code, prompt, leaning) => {
    expect(sent({ languageCodes: [code], prompt })).toEqual({
      ...alwaysPro,
      prompt: leaning,
      language_codes: [code],
    });
  },
);

test.each([
  ['a newer model', { speechModel: 'universal-3-6-pro', languageCodes: ['ko'] }],
  ['several languages', { languageCodes: ['es', 'en'] }],
  ['a prompt without room', { languageCodes: ['es'], prompt: 'x'.repeat(1_731) }],
])('%s is sent the codes alone', (_of, settings) => {
  expect(sent(settings)).toMatchObject({ language_codes: settings.languageCodes });
  expect(sent(settings)).not.toHaveProperty('prompt', expect.stringContaining('Transcribe'));
});

test('a language that the model does not have is not sent, with a warning', () => {
  for (const speechModel of ['u3-rt-pro', 'universal-3-5-pro', 'whisper-rt'] as const) {
    const model = modelFacts[speechModel].name;
    const settings = { speechModel, languageCodes: ['ko'] };
    expect(sent(settings)).not.toHaveProperty('language_codes');
    expect(from(settings)).toMatchObject({
      ok: true,
      value: {
        warnings: [{ setting: 'languageCodes', warning: { type: 'language-not-sent', model } }],
      },
    });
  }
});

test('settings under Advanced are sent to the models that have them', () => {
  const advanced = {
    latencyMode: 'max_accuracy',
    voiceFocus: 'far-field',
    domain: 'medical-v1',
    filterProfanity: true,
    vadThreshold: 0,
    languageDetection: true,
    previousContextTurns: 5,
  };
  const forAll = { domain: 'medical-v1', filter_profanity: true };
  expect(sent({ ...advanced, speechModel: 'universal-3-5-pro' })).toEqual({
    ...always,
    continuous_partials: true,
    ...forAll,
    mode: 'max_accuracy',
    voice_focus: 'far-field',
    vad_threshold: 0,
    language_detection: true,
    previous_context_n_turns: 5,
  });
  expect(sent({ ...advanced, speechModel: 'universal-streaming-english' })).toEqual({
    ...always,
    ...forAll,
    format_turns: true,
    vad_threshold: 0,
  });
  expect(sent({ ...advanced, speechModel: 'whisper-rt' })).toEqual({
    ...always,
    ...forAll,
    language_detection: true,
  });
});

test.each([
  ['u3-rt-pro', null, 0],
  ['universal-3-5-pro', null, 0],
  // A mode has its own delay, if the model has modes.
  ['universal-3-5-pro', 'balanced', undefined],
  ['universal-3-6-pro', 'min_latency', undefined],
  ['universal-3-6-pro', 'max_accuracy', undefined],
  ['u3-rt-pro', 'max_accuracy', 0],
])('the first partial of %s with the mode %s is asked for after %s ms', (model, mode, delay) => {
  const values = sent({ speechModel: model, latencyMode: mode });
  expect(values && values.interruption_delay).toBe(delay);
});

test('a prompt with just enough room for the language is sent whole', () => {
  expect(sent({ languageCodes: ['es'], prompt: 'x'.repeat(1_730) })).toMatchObject({
    prompt: `Transcribe Spanish. ${'x'.repeat(1_730)}`,
  });
});

test('“multi” stands for several languages, and names none of them in the prompt', () => {
  expect(sent({ languageCodes: ['multi'], prompt: 'A trial.' })).toEqual({
    ...alwaysPro,
    prompt: 'A trial.',
    language_codes: ['multi'],
  });
});

test('a dictation has its own silence, after which a turn ends', () => {
  const settings = { minTurnSilenceMs: 200, maxTurnSilenceMs: 2_000 };
  const dictating = (dictationSilenceMs: number | null) =>
    dictatingParametersFrom(v.parse(settingsSchema('linux'), { ...settings, dictationSilenceMs }));
  const silences = { minTurnSilenceMs: 5_000, maxTurnSilenceMs: 5_000 };
  expect(dictating(5_000)).toEqual(from(silences));
  expect(dictating(null)).toEqual(from(settings));
});

test('the key check and the demo send the model and the format of the sound alone', () => {
  expect(plainParameters).toEqual(
    onWire({ model: 'u3-rt-pro', sampleRateHz: 16_000, encoding: 'pcm_s16le' }),
  );
});

test('a setting that is out of range is named', () => {
  expect(from({ maxTurnSilenceMs: -5 })).toEqual({
    ok: false,
    problem: problem('bad-setting', {
      setting: 'maxTurnSilenceMs',
      expected: { type: 'whole-number', least: 0, most: 3_600_000 },
    }),
  });
});
