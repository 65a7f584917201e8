import { expect, test } from 'vitest';
import { modelFacts } from '#shared/models.ts';
import { speechModels } from '#shared/speech-model.ts';
import { table } from './table.ts';

test.each(speechModels)('a person is told of %s what it is sent', (model) => {
  const { prompt, keyterms, minTurnSilenceMs, maxTurnSilenceMs } = table;
  const has = ({ models }: { models: readonly string[] }): boolean => models.includes(model);
  expect(modelFacts[model].takes).toEqual({
    prompt: has(prompt),
    keyterms: has(keyterms),
    silences: has(minTurnSilenceMs) && has(maxTurnSilenceMs),
  });
});
