import * as v from 'valibot';

const number = v.number();

/** What the value of a setting has to be. */
export const expectationSchema = v.variant('type', [
  v.strictObject({ type: v.literal('true-or-false') }),
  v.strictObject({ type: v.literal('whole-number'), least: number, most: number }),
  v.strictObject({ type: v.literal('fraction') }),
  v.strictObject({ type: v.literal('text'), most: number }),
  v.strictObject({ type: v.literal('color') }),
  v.strictObject({ type: v.literal('one-of'), options: v.array(v.string()) }),
  v.strictObject({ type: v.literal('texts'), most: number }),
  v.strictObject({ type: v.literal('languages'), most: number }),
  v.strictObject({ type: v.literal('list'), most: number }),
  v.strictObject({ type: v.literal('other') }),
]);

export type Expectation = v.InferOutput<typeof expectationSchema>;

/** Why a value that the service takes has another effect than the person expects. */
export type ValueWarning =
  | { type: 'brought-into-range'; least: number; most: number }
  | { type: 'refused-below'; leastHz: number }
  | { type: 'long-terms-ignored'; most: number }
  | { type: 'language-not-sent'; model: string };
