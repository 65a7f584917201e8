import { expect, test } from 'vitest';
import { languagesOf } from '#shared/languages.ts';
import { modelFacts } from '#shared/models.ts';
import { speechModels } from '#shared/speech-model.ts';
import { table } from './table.ts';

test.each(speechModels)(
  'the panel offers for %s exactly the settings that are sent to it',
  (model) => {
    const has = ({ models }: { models: readonly string[] }): boolean => models.includes(model);
    expect(modelFacts[model].takes).toEqual({
      prompt: has(table.prompt),
      keyterms: has(table.keyterms),
      silences: has(table.minTurnSilenceMs) && has(table.maxTurnSilenceMs),
      latencyMode: has(table.latencyMode),
      voiceFocus: has(table.voiceFocus),
      vadThreshold: has(table.vadThreshold),
      languageDetection: has(table.languageDetection),
      previousContextTurns: has(table.previousContextTurns),
    });
    // Settings that every model has need no entry.
    expect(has(table.domain) && has(table.filterProfanity)).toBe(true);
  },
);

test.each([
  ['u3-rt-pro', 6],
  ['universal-3-5-pro', 19],
  ['universal-3-6-pro', 32],
  ['universal-streaming-english', 0],
  ['universal-streaming-multilingual', 0],
  ['whisper-rt', 0],
] as const)('%s can be leaned towards %d languages, each named once', (model, count) => {
  expect(new Set(languagesOf[model]).size).toBe(count);
  expect(languagesOf[model]).toHaveLength(count);
});

test.each(speechModels)('the successor of %s is another model', (model) => {
  expect(modelFacts[model].successor).not.toBe(model);
});
