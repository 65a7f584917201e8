import { expect, test } from 'vitest';
import type { SpeechModel } from './speech-model.ts';
import { choosing, languageOf, languageOptions, type LanguageChoice } from './language-choice.ts';

const values = (speechModel: SpeechModel, languageCodes: string[] = []) =>
  languageOptions({ speechModel, languageCodes }).map(({ value }) => value);
const leaning = ['en', 'fr', 'de', 'it', 'pt', 'es'];

test.each<[SpeechModel, string[], LanguageChoice]>([
  ['u3-rt-pro', [], 'automatic'],
  ['u3-rt-pro', ['es'], 'es'],
  ['universal-3-6-pro', ['es', 'de'], 'several'],
  // A language that another model has is not sent to this one.
  ['u3-rt-pro', ['ko'], 'automatic'],
  ['universal-3-6-pro', ['ko'], 'ko'],
  ['universal-3-5-pro', ['ko', 'nl'], 'nl'],
  ['universal-streaming-multilingual', ['es'], 'automatic'],
  ['whisper-rt', ['es'], 'whisper'],
])('%s with %j is “%s”', (speechModel, languageCodes, language) => {
  expect(languageOf({ speechModel, languageCodes })).toBe(language);
  expect(values(speechModel, languageCodes)).toContain(language);
});

test('only what the model can do is offered', () => {
  expect(values('u3-rt-pro')).toEqual(['automatic', ...leaning, 'whisper']);
  expect(values('whisper-rt')).toEqual(['automatic', ...leaning, 'whisper']);
  expect(values('universal-streaming-english')).toEqual(['automatic', 'whisper']);
  expect(values('universal-3-5-pro')).toHaveLength(19 + 2);
  expect(values('universal-3-6-pro')).toHaveLength(32 + 2);
});

test('a language of Whisper’s takes that model, and another leaves it', () => {
  const pro = { speechModel: 'universal-3-6-pro', languageCodes: ['es'] } as const;
  const whisper = { speechModel: 'whisper-rt', languageCodes: [] } as const;
  const to = (language: LanguageChoice, from: typeof pro | typeof whisper) =>
    choosing(language, { ...from, languageCodes: [...from.languageCodes] });
  expect(to('whisper', pro)).toEqual({ speechModel: 'whisper-rt', languageCodes: [] });
  expect(to('automatic', pro)).toEqual({ languageCodes: [] });
  expect(to('de', whisper)).toEqual({ languageCodes: ['de'], speechModel: 'u3-rt-pro' });
  expect(to('automatic', whisper)).toEqual({ languageCodes: [], speechModel: 'u3-rt-pro' });
});
