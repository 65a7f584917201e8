import * as v from 'valibot';
import { problemSchema } from '#shared/status.ts';
import type { Outcome, Target } from '../delivery.ts';

const callId = v.pipe(v.number(), v.integer());

const targetSchema: v.GenericSchema<unknown, Target> = v.object({
  app: v.string(),
  windowId: v.number(),
});

/** The answer to `focused`. */
export const focusedSchema = v.nullable(targetSchema);

/** The answer to `deliver`. */
export const outcomeSchema: v.GenericSchema<unknown, Outcome> = v.variant('type', [
  v.object({
    type: v.literal('delivered'),
    times: v.object({ keySentMs: v.number(), textReadMs: v.number() }),
    serverTimeMs: v.optional(v.number()),
  }),
  v.object({ type: v.literal('pasted'), problem: problemSchema }),
  v.object({ type: v.literal('on-clipboard'), problem: v.nullable(problemSchema) }),
  v.object({ type: v.literal('held'), problem: problemSchema }),
]);

/** What can be asked of the thread: the methods of a `Delivery`, with their arguments. */
export const callSchema = v.variant('name', [
  v.object({ name: v.literal('focused') }),
  v.object({ name: v.literal('deliver'), text: v.string(), target: v.nullable(targetSchema) }),
  /** Nothing may be asked afterwards. */
  v.object({ name: v.literal('dispose') }),
]);

/** One call, on its way to the thread. */
export const requestSchema = v.object({ id: callId, call: callSchema });

/** What comes back; the answer is parsed by whoever asked. */
export const reportSchema = v.object({ id: callId, answer: v.unknown() });

/** What the thread is started with. */
export const workerDataSchema = v.object({ display: v.string() });

export type Call = v.InferOutput<typeof callSchema>;
export type Request = v.InferOutput<typeof requestSchema>;
export type Report = v.InferOutput<typeof reportSchema>;
