import * as v from 'valibot';
import { modifiers } from '#shared/accelerator.ts';

const chordSchema = v.object({ modifiers: v.array(v.picklist(modifiers)), key: v.string() });
const watchId = v.pipe(v.number(), v.integer());

/** What main asks of the key watch. */
export const keyWatchCommandSchema = v.variant('type', [
  /** Listen to the keyboard, for this chord only; once in the life of the process. */
  v.object({
    type: v.literal('watch'),
    chord: chordSchema,
  }),
  /**
   * A grab of the chord says that it was pressed; `isTap`: once and a moment ago, while nobody
   * listened here.
   */
  v.object({ type: v.literal('grabbed'), isTap: v.boolean() }),
  /** Tell `release` now if the chord is not held, in case that was told and got lost. */
  v.object({ type: v.literal('check') }),
  /** All shortcuts of CaptionKey that are listened for now; pressing them is no other input. */
  v.object({ type: v.literal('own-keys'), chords: v.array(chordSchema) }),
  /**
   * Report `input` once when the person presses something else: a key that is no modifier, or a mouse
   * button. `behindServerMs`: only what is later than that, by the display server's clock; null: now.
   */
  v.object({
    type: v.literal('watch-input'),
    id: watchId,
    behindServerMs: v.nullable(v.number()),
  }),
]);

export type KeyWatchCommand = v.InferOutput<typeof keyWatchCommandSchema>;

/** Of the keyboard, main learns this and nothing else. */
export const keyWatchReportSchema = v.variant('type', [
  v.object({ type: v.literal('started') }),
  v.object({
    type: v.literal('failed'),
    code: v.picklist(['no-display', 'no-record', 'no-such-key', 'not-permitted', 'cannot-start']),
  }),
  v.object({
    /** Other-key: a modifier that is held by itself is so no longer; told once in a hold. */
    type: v.picklist(['press', 'release', 'other-key']),
    /** When it was heard here, by the clock that all processes share. */
    atMs: v.number(),
  }),
  /** Something was pressed since that `watch-input`; never what, and only once. */
  v.object({ type: v.literal('input'), id: watchId }),
]);

/** What is told of the chord. */
export type ChordEvent = 'press' | 'release' | 'other-key';

export type KeyWatchReport = v.InferOutput<typeof keyWatchReportSchema>;
export type KeyWatchFailureCode = Extract<KeyWatchReport, { type: 'failed' }>['code'];
