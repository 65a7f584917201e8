import * as v from 'valibot';

const entrySchema = v.object({ mimeType: v.string(), bytes: v.instance(Uint8Array) });

/** The content of the clipboard in each MIME type; an empty list if it is empty. */
export const contentSchema = v.array(entrySchema);

const keycodeSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(767));

/** Calls from main to the helper. */
export const helperCallSchema = v.variant('name', [
  /** Answer: the content, or null if it cannot be read completely within these limits. */
  v.object({ name: v.literal('read'), maxBytes: v.number(), timeoutMs: v.number() }),
  /** Answer: whether the content is on the clipboard. */
  v.object({
    name: v.literal('own'),
    /** The id of this content in reports. */
    ownership: v.number(),
    content: contentSchema,
    /** The target's process. Only its reading counts. Null: that of any program counts. */
    readerPid: v.nullable(v.number()),
    /** Does nothing if the clipboard has content. */
    isOnlyIfEmpty: v.boolean(),
  }),
  /** Answer: whether the text is still there. From then on, only the reader gets it. */
  v.object({ name: v.literal('restrict') }),
  /** Answer: a {@link pressedSchema}. From then on, only the reader gets the text. */
  v.object({ name: v.literal('press'), keycodes: v.array(keycodeSchema) }),
]);

export const pressedSchema = v.picklist(['sent', 'clipboard-taken', 'no-keyboard']);

export const commandSchema = v.object({ id: v.number(), call: helperCallSchema });

/** Messages from the helper to main. */
export const helperReportSchema = v.variant('type', [
  v.object({ type: v.literal('ready'), hasKeyboard: v.boolean() }),
  v.object({ type: v.literal('failed'), code: v.picklist(['no-compositor', 'no-clipboard']) }),
  v.object({ type: v.literal('answer'), id: v.number(), answer: v.unknown() }),
  /** A program has read the text after the paste key: the target, or a program that is not known. */
  v.object({
    type: v.literal('read'),
    ownership: v.number(),
    reader: v.picklist(['target', 'unknown']),
  }),
  /** Another program owns the clipboard now. */
  v.object({ type: v.literal('lost'), ownership: v.number() }),
]);

export type Entry = v.InferOutput<typeof entrySchema>;
export type HelperCall = v.InferOutput<typeof helperCallSchema>;
export type Command = v.InferOutput<typeof commandSchema>;
export type HelperReport = v.InferOutput<typeof helperReportSchema>;
export type HelperFailure = Extract<HelperReport, { type: 'failed' }>['code'];
