import { describe, expect, test } from 'vitest';
import { en } from '#shared/messages/en/index.ts';
import { languages } from '#shared/messages/languages.ts';
import { uiLanguages } from '#shared/ui-languages.ts';
import { textsOf } from './text-samples.ts';

/* What every translation has in common with the English text. */
const english = textsOf(en);
const others = uiLanguages.filter((language) => language !== 'en');

/** How much longer a text may be than the English one: the layout was made for that. */
const mostLonger = 1.4;
/**
 * “Add” is “Hinzufügen” on every German desktop, and “Stop captions” is “Arrêter les sous-titres”: a label
 * has no shorter synonym, whatever its share.
 */
const slackCharacters = 10;

const mostLength = ({ length }: string): number =>
  Math.max(mostLonger * length, length + slackCharacters);

/** Texts that may be as in English: names, units, keys and words that both languages have. */
const alike = [
  /^(keys|macKeys|settingUnits)\./,
  /^settingOptions\.speechModel\.[\w-]+\.label$/,
  /^recognition\.languageNames\./,
  /^history\.(formats|dialog\.fileTypes)\.(md|json)$/,
  /^home\.microphone\.(withHostApi|decibels)/,
  /^(doctor\.section\.milliseconds|dictionary\.fieldOf|panel\.range|tray\.version)/,
  /^settings\.voiceFocus$|^privacy\.lastSession\.voiceFocus/,
];
/** The same by language: loanwords that its desktops use. */
const loanwords: Partial<Record<(typeof others)[number], string[]>> = {
  de: [
    'doctor.titles.desktop',
    'dictionary.dialog.fileType',
    'firstRun.demoPlays',
    'hotkeys.modes.auto.label',
    'settings.region',
    'settingOptions.captionsFont.system.label',
    'settingOptions.voiceFocus.near-field.label',
  ],
  es: ['home.general.title'],
  fr: ['dictation.title', 'panel.navigation'],
};

/** The samples of parameters in a text: `[name]` and numbers from 73. */
const parametersIn = (text: string): string[] =>
  [...new Set(text.match(/\[[\w-]+\]|\b7[3-5]\b|1.?234/g) ?? [])]
    .map((found) => found.replace(/^1.?234$/, '1234'))
    .toSorted();

describe.each(others)('%s', (code) => {
  const texts = [...textsOf(languages[code])].map(([path, text]) => ({
    path,
    text,
    original: english.get(path) ?? '',
  }));

  test('has every parameter of the English texts', () => {
    for (const { path, text, original } of texts)
      expect(parametersIn(text), path).toEqual(parametersIn(original));
  });

  test('is hardly longer than English', () => {
    const long = texts.filter(
      ({ path, text, original }) =>
        !/^(keys|macKeys|recognition\.languageNames)\./.test(path) &&
        text.length > mostLength(original),
    );
    expect(long.map(({ path, text, original }) => [path, original, text])).toEqual([]);
  });

  test('translates every text', () => {
    const untranslated = texts.filter(
      ({ path, text, original }) =>
        text === original &&
        !alike.some((pattern) => pattern.test(path)) &&
        !loanwords[code]?.includes(path),
    );
    expect(untranslated.map(({ path, text }) => [path, text])).toEqual([]);
  });

  test('ends a sentence as English does', () => {
    const ends = (text: string): string => /[.…:?!]$/.exec(text.replace(/[”“»"]$/, ''))?.[0] ?? '';
    const other = texts.filter(({ text, original }) => ends(text) !== ends(original));
    expect(other.map(({ path, text, original }) => [path, original, text])).toEqual([]);
  });
});

test('French keeps its marks on the line of the word before them, by no-break spaces', () => {
  const breaking = [...textsOf(languages.fr)].filter(([, text]) => / [:;!?»%](?!\w)|« /.test(text));
  expect(breaking).toEqual([]);
});
