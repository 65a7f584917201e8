import * as v from 'valibot';
import { choicesSchema, type Choices, type ChoicesInUse } from '#shared/choices.ts';

/** The choices nobody has made yet, changed where a test says so. */
export const choicesWith = (changes: Partial<Choices> = {}): ChoicesInUse => ({
  choices: { ...v.parse(choicesSchema, {}), ...changes },
  warnings: [],
});
