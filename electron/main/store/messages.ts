import * as v from 'valibot';
import { dictationOutcomeSchema } from '#shared/dictation.ts';
import { problemSchema } from '#shared/status.ts';
import { usageSchema } from '#shared/usage.ts';
import {
  dictationSchema,
  finishedDictationSchema,
  heardAgainSchema,
  newDictationSchema,
  wholeDictationSchema,
} from './dictation-records.ts';
import {
  idSchema,
  newRecordingSchema,
  newTurnSchema,
  recordingSchema,
  sampleSchema,
  sessionSchema,
  storedTurnSchema,
  unfinishedSchema,
} from './records.ts';

const limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000));
const done = v.pipe(
  v.undefined(),
  v.transform(() => null),
);

/** What can be asked of the store: the arguments, as the worker parses them, and the answer. */
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
  turns: { args: v.tuple([v.nullable(idSchema), limit]), answer: v.array(storedTurnSchema) },
  search: { args: v.tuple([v.string(), limit]), answer: v.array(storedTurnSchema) },
  deleteTurns: { args: v.tuple([v.array(idSchema)]), answer: done },
  beginDictation: { args: v.tuple([newDictationSchema]), answer: idSchema },
  finishDictation: { args: v.tuple([idSchema, finishedDictationSchema]), answer: done },
  setOutcome: { args: v.tuple([idSchema, dictationOutcomeSchema]), answer: done },
  dictations: { args: v.tuple([v.nullable(idSchema), limit]), answer: v.array(dictationSchema) },
  searchDictations: {
    args: v.tuple([v.string(), v.nullable(idSchema), limit]),
    answer: v.array(dictationSchema),
  },
  dictation: { args: v.tuple([idSchema]), answer: v.nullable(wholeDictationSchema) },
  replaceText: { args: v.tuple([idSchema, heardAgainSchema]), answer: done },
  dropDictation: { args: v.tuple([idSchema]), answer: done },
  deleteDictations: { args: v.tuple([v.array(idSchema)]), answer: done },
  saveSession: { args: v.tuple([sessionSchema]), answer: done },
  usage: { args: v.tuple([v.number()]), answer: usageSchema },
  /** Ends the thread's work; nothing may be asked afterwards. */
  close: { args: v.tuple([]), answer: done },
} as const;

export type CallName = keyof typeof calls;
export type CallArguments<N extends CallName> = v.InferOutput<(typeof calls)[N]['args']>;
export type CallAnswer<N extends CallName> = v.InferOutput<(typeof calls)[N]['answer']>;

const callId = v.pipe(v.number(), v.integer());

/** One call, on its way to the worker. Its arguments are parsed by what `calls` says of its name. */
export const requestSchema = v.object({
  id: callId,
  name: v.custom<CallName>((value) => typeof value === 'string' && Object.hasOwn(calls, value)),
  args: v.array(v.unknown()),
});

/** What comes back from the worker. */
export const reportSchema = v.variant('type', [
  v.object({
    type: v.literal('answer'),
    id: callId,
    result: v.variant('ok', [
      v.object({ ok: v.literal(true), value: v.unknown() }),
      v.object({ ok: v.literal(false), problem: problemSchema }),
    ]),
  }),
  /** Something a person has to know, although every call goes on. */
  v.object({ type: v.literal('notice'), problem: problemSchema }),
]);

/** What the worker is started with. */
export const workerDataSchema = v.object({ path: v.string(), runId: v.string() });

export type Request = v.InferOutput<typeof requestSchema>;
export type Report = v.InferOutput<typeof reportSchema>;
