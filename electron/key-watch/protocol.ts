import * as v from 'valibot';
import { modifiers } from '#shared/accelerator.ts';

const chordSchema = v.object({ modifiers: v.array(v.picklist(modifiers)), key: v.string() });
const watchId = v.pipe(v.number(), v.integer());

/** Messages from main to the key watch. */
export const keyWatchCommandSchema = v.variant('type', [
  /**
   * Watch the keyboard for this chord; null: only for other input, because a grab reports the chord. Sent
   * once per process.
   */
  v.object({
    type: v.literal('watch'),
    chord: v.nullable(chordSchema),
  }),
  /**
   * The registered shortcut reports a press of the chord. `isTap`: the press was before the key watch
   * had started.
   */
  v.object({ type: v.literal('grabbed'), isTap: v.boolean() }),
  /** Report `release` now if the chord is not held, in case an earlier report was lost. */
  v.object({ type: v.literal('check') }),
  /** All active shortcuts of CaptionKey. They do not count as other input. */
  v.object({ type: v.literal('own-keys'), chords: v.array(chordSchema) }),
  /**
   * Report `input` once, on the next mouse button or key that is neither a modifier nor an own key.
   * Counts input after `afterServerMs` of the display server's clock; null: after now.
   */
  v.object({
    type: v.literal('watch-input'),
    id: watchId,
    afterServerMs: v.nullable(v.number()),
  }),
]);

export type KeyWatchCommand = v.InferOutput<typeof keyWatchCommandSchema>;

/** Messages from the key watch to main: everything that main learns about the keyboard. */
export const keyWatchReportSchema = v.variant('type', [
  v.object({ type: v.literal('started') }),
  v.object({
    type: v.literal('failed'),
    code: v.picklist(['no-display', 'no-record', 'no-such-key', 'not-permitted', 'cannot-start']),
  }),
  v.object({
    /** `other-key`: something else was pressed while a lone modifier is held; once per hold. */
    type: v.picklist(['press', 'release', 'other-key']),
    /** When the event arrived, by the clock that all processes share. */
    atMs: v.number(),
  }),
  /** There was input since the `watch-input` with this id. Sent once, without the key. */
  v.object({ type: v.literal('input'), id: watchId }),
]);

/** What the key watch reports about the chord. */
export type ChordEvent = 'press' | 'release' | 'other-key';

export type KeyWatchReport = v.InferOutput<typeof keyWatchReportSchema>;
export type KeyWatchFailureCode = Extract<KeyWatchReport, { type: 'failed' }>['code'];
