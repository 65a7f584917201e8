import { expect, test } from 'vitest';
import { uiLanguageOf } from './ui-languages.ts';

test.each([
  { preferred: ['de-AT', 'en-US'], language: 'de' },
  { preferred: ['de_AT.UTF-8', 'de_AT', 'de'], language: 'de' },
  { preferred: ['de.UTF-8@euro'], language: 'de' },
  { preferred: ['ja-JP', 'DE', 'en'], language: 'de' },
  { preferred: ['en-GB', 'de'], language: 'en' },
  { preferred: ['ja', 'zh-Hant-TW'], language: 'en' },
  { preferred: ['C.UTF-8'], language: 'en' },
  { preferred: [], language: 'en' },
])('a system with $preferred has the app in $language', ({ preferred, language }) => {
  expect(uiLanguageOf('system', preferred)).toBe(language);
});

test('a language that was chosen counts before those of the system', () => {
  expect(uiLanguageOf('de', ['en-GB'])).toBe('de');
});
