import * as v from 'valibot';
import { dictationOutcomeSchema } from '#shared/dictation.ts';
import { problemSchema } from '#shared/problem.ts';
import { usageSchema } from '#shared/usage.ts';
import { captionsSchema, newCaptionsSchema, wholeCaptionsSchema } from './captions-records.ts';
import {
  dictationSchema,
  finishedDictationSchema,
  retranscribedSchema,
  newDictationSchema,
  wholeDictationSchema,
} from './dictation-records.ts';
import {
  flag,
  idSchema,
  newRecordingSchema,
  newTurnSchema,
  recordingSchema,
  sampleSchema,
  sessionSchema,
  unfinishedSchema,
} from './records.ts';

const limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const done = v.pipe(
  v.undefined(),
  v.transform(() => null),
);

/** The calls of the store: their arguments, which the worker parses, and their answers. */
export const calls = {
  open: { args: v.tuple([]), answer: done },
  beginRecording: { args: v.tuple([newRecordingSchema]), answer: idSchema },
  settle: { args: v.tuple([idSchema, sampleSchema]), answer: done },
  endRecording: { args: v.tuple([idSchema, sampleSchema]), answer: done },
  keep: { args: v.tuple([idSchema]), answer: done },
  forget: { args: v.tuple([idSchema]), answer: done },
  recordings: { args: v.tuple([]), answer: v.array(recordingSchema) },
  unfinished: { args: v.tuple([]), answer: v.array(unfinishedSchema) },
  saveTurn: { args: v.tuple([newTurnSchema]), answer: idSchema },
  beginCaptions: { args: v.tuple([newCaptionsSchema]), answer: idSchema },
  endCaptions: { args: v.tuple([idSchema, sampleSchema]), answer: done },
  captionsSessions: {
    args: v.tuple([v.nullable(idSchema), limit]),
    answer: v.array(captionsSchema),
  },
  searchCaptions: {
    args: v.tuple([v.string(), v.nullable(idSchema), limit]),
    answer: v.array(captionsSchema),
  },
  captionsSession: { args: v.tuple([idSchema]), answer: v.nullable(wholeCaptionsSchema) },
  haveCaptionsWords: { args: v.tuple([idSchema]), answer: flag },
  deleteCaptions: { args: v.tuple([v.array(idSchema)]), answer: done },
  beginDictation: { args: v.tuple([newDictationSchema]), answer: idSchema },
  finishDictation: { args: v.tuple([idSchema, finishedDictationSchema]), answer: done },
  setOutcome: { args: v.tuple([idSchema, dictationOutcomeSchema]), answer: done },
  dictations: { args: v.tuple([v.nullable(idSchema), limit]), answer: v.array(dictationSchema) },
  searchDictations: {
    args: v.tuple([v.string(), v.nullable(idSchema), limit]),
    answer: v.array(dictationSchema),
  },
  dictation: { args: v.tuple([idSchema]), answer: v.nullable(wholeDictationSchema) },
  replaceText: { args: v.tuple([idSchema, retranscribedSchema]), answer: done },
  dropDictation: { args: v.tuple([idSchema]), answer: done },
  deleteDictations: { args: v.tuple([v.array(idSchema)]), answer: done },
  deleteTextsBefore: { args: v.tuple([v.number(), limit]), answer: count },
  saveSession: { args: v.tuple([sessionSchema]), answer: done },
  usage: { args: v.tuple([v.number()]), answer: usageSchema },
  /** Ends the thread's work. No call may follow. */
  close: { args: v.tuple([]), answer: done },
} as const;

export type CallName = keyof typeof calls;
export type CallArguments<N extends CallName> = v.InferOutput<(typeof calls)[N]['args']>;
export type CallAnswer<N extends CallName> = v.InferOutput<(typeof calls)[N]['answer']>;

const callId = v.pipe(v.number(), v.integer());

/** One call to the worker. The entry in `calls` parses its arguments. */
export const storeCallSchema = v.object({
  id: callId,
  name: v.custom<CallName>((value) => typeof value === 'string' && Object.hasOwn(calls, value)),
  args: v.array(v.unknown()),
});

/** The messages of the worker. */
export const storeMessageSchema = v.variant('type', [
  /** The thread has started, and carries out calls. */
  v.object({ type: v.literal('ready') }),
  v.object({
    type: v.literal('answer'),
    id: callId,
    result: v.variant('ok', [
      v.object({ ok: v.literal(true), value: v.unknown() }),
      v.object({ ok: v.literal(false), problem: problemSchema }),
    ]),
  }),
  /** A problem that the person has to see, although calls go on. */
  v.object({ type: v.literal('notice'), problem: problemSchema }),
]);

/** The worker's start data. */
export const workerDataSchema = v.object({ path: v.string(), runId: v.string() });

export type StoreCall = v.InferOutput<typeof storeCallSchema>;
export type StoreMessage = v.InferOutput<typeof storeMessageSchema>;
