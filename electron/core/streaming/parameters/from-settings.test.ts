import * as v from 'valibot';
import { expect, test } from 'vitest';
import { settingsSchema } from '#shared/settings.ts';
import { parametersFrom, plainParameters } from './from-settings.ts';

const from = (settings: object) => parametersFrom(v.parse(settingsSchema(false), settings));
const sent = (settings: object) => {
  const parameters = from(settings);
  return parameters.ok && Object.fromEntries(parameters.value.values);
};
const always = { sample_rate: 16_000, encoding: 'pcm_s16le', inactivity_timeout: 25 };

test('nothing chosen is Universal-3 Pro with all its own defaults', () => {
  const values = new Map([...plainParameters.values, ['inactivity_timeout', 25]]);
  expect(from({})).toEqual({ ok: true, value: { ...plainParameters, values } });
});

test('the service ends a session that is kept a little after we should have', () => {
  expect(sent({ keepConnectedSeconds: 0 })).toMatchObject({ inactivity_timeout: 5 });
  expect(sent({ keepConnectedSeconds: 300 })).toMatchObject({ inactivity_timeout: 305 });
});

test('what is chosen is sent', () => {
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
    ...always,
    prompt: 'Two architects talk.',
    keyterms_prompt: ['CaptionKey'],
    language_codes: ['en', 'de'],
    language_detection: true,
    min_turn_silence: 0,
    max_turn_silence: 2_000,
  });
});

test('Universal-Streaming is asked to write as a person would', () => {
  const speechModel = 'universal-streaming-english';
  expect(sent({ speechModel })).toEqual({ ...always, format_turns: true });
});

test('whisper-rt is sent only what it has', () => {
  expect(sent({ speechModel: 'whisper-rt', prompt: 'x', keyterms: ['x'] })).toEqual(always);
});

test('Universal-3 Pro is leaned towards one language by its prompt', () => {
  expect(sent({ languageCodes: ['es'] })).toEqual({ ...always, prompt: 'Transcribe Spanish.' });
  expect(sent({ languageCodes: ['de'], prompt: 'A trial.' })).toEqual({
    ...always,
    prompt: 'Transcribe German. A trial.',
  });
});

test.each([
  ['a newer model', { speechModel: 'universal-3-6-pro', languageCodes: ['es'] }],
  ['several languages', { languageCodes: ['es', 'en'] }],
  ['a language it does not know', { languageCodes: ['hu'] }],
  ['a prompt without room', { languageCodes: ['es'], prompt: 'x'.repeat(1_731) }],
])('%s is sent the codes', (_of, settings) => {
  expect(sent(settings)).toMatchObject({ language_codes: settings.languageCodes });
  expect(from(settings)).toMatchObject({ ok: true });
});

test('a prompt with just enough room for the language is sent whole', () => {
  expect(sent({ languageCodes: ['es'], prompt: 'x'.repeat(1_730) })).toMatchObject({
    prompt: `Transcribe Spanish. ${'x'.repeat(1_730)}`,
  });
});

test('a setting that is out of range is named', () => {
  expect(from({ maxTurnSilenceMs: -5 })).toEqual({
    ok: false,
    problem: {
      code: 'bad-setting',
      sentence:
        'The setting maxTurnSilenceMs has to be a whole number from 0 to 3600000. Correct it.',
    },
  });
});
