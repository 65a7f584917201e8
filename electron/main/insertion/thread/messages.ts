import * as v from 'valibot';
import { problemSchema } from '#shared/problem.ts';
import { insertionWays } from '#shared/setting-values.ts';
import type { Point } from '../../windows/placement.ts';
import type { InsertionRules, Outcome, Target } from '../insertion.ts';
import { copyOutcomes } from '../undoable-clipboard.ts';

const callId = v.pipe(v.number(), v.integer());

const pointSchema: v.GenericSchema<unknown, Point> = v.object({ x: v.number(), y: v.number() });

const targetSchema: v.GenericSchema<unknown, Target> = v.object({
  app: v.string(),
  windowId: v.number(),
  processId: v.optional(v.number()),
  middle: v.optional(pointSchema),
});

/** The answer to `focused`. */
export const focusedSchema = v.nullable(targetSchema);

/** The answer to `insert`. */
export const outcomeSchema: v.GenericSchema<unknown, Outcome> = v.variant('type', [
  v.object({
    type: v.literal('inserted'),
    times: v.object({ keySentMs: v.number(), textReadMs: v.number() }),
    serverTimeMs: v.optional(v.number()),
    enter: v.optional(v.picklist(['pressed', 'not-pressed'])),
  }),
  v.object({ type: v.literal('pasted'), problem: problemSchema }),
  v.object({ type: v.literal('on-clipboard'), problem: v.nullable(problemSchema) }),
  v.object({ type: v.literal('held'), problem: problemSchema }),
]);

/** The answer to `copy`. */
export const copyOutcomeSchema = v.picklist(copyOutcomes);

const rulesSchema: v.GenericSchema<unknown, InsertionRules> = v.object({
  way: v.nullable(v.picklist(insertionWays)),
  pressesEnter: v.boolean(),
});

/** The calls of the thread: the methods of an `Insertion` and of its clipboard, with their arguments. */
const insertionCallSchema = v.variant('name', [
  v.object({ name: v.literal('focused') }),
  v.object({
    name: v.literal('insert'),
    text: v.string(),
    target: v.nullable(targetSchema),
    rules: rulesSchema,
  }),
  v.object({ name: v.literal('copy'), text: v.string() }),
  v.object({ name: v.literal('undo-copy') }),
  v.object({ name: v.literal('accept-copy') }),
  /** No call may follow. */
  v.object({ name: v.literal('dispose') }),
]);

/** One call to the thread. */
export const numberedCallSchema = v.object({ id: callId, call: insertionCallSchema });

/** One answer. The caller parses it. */
export const insertionAnswerSchema = v.object({ id: callId, answer: v.unknown() });

export type InsertionCall = v.InferOutput<typeof insertionCallSchema>;
export type NumberedCall = v.InferOutput<typeof numberedCallSchema>;
export type InsertionAnswer = v.InferOutput<typeof insertionAnswerSchema>;
