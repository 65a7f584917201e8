import * as v from 'valibot';

const entrySchema = v.object({ mimeType: v.string(), bytes: v.instance(Uint8Array) });

/** What the clipboard holds; nothing where it is empty. */
export const contentSchema = v.array(entrySchema);

const keycodeSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(767));

/** What main asks of the helper. */
export const callSchema = v.variant('name', [
  /** Answered with a content, or with null where it cannot be read whole within these limits. */
  v.object({ name: v.literal('read'), maxBytes: v.number(), timeoutMs: v.number() }),
  /** Answered with whether the content is on the clipboard. */
  v.object({
    name: v.literal('own'),
    /** Names this content in reports. */
    ownership: v.number(),
    content: contentSchema,
    /** The process that the text is for: only its reading counts. Null if any program may read. */
    readerPid: v.nullable(v.number()),
    /** Leaves the clipboard alone where there is something on it. */
    isOnlyIfEmpty: v.boolean(),
  }),
  /** Answered with a {@link pressedSchema}. From then on the text is only for its reader. */
  v.object({ name: v.literal('press'), keycodes: v.array(keycodeSchema) }),
]);

export const pressedSchema = v.picklist(['sent', 'clipboard-taken', 'no-keyboard']);

export const commandSchema = v.object({ id: v.number(), call: callSchema });

/** What main learns from the helper. */
export const reportSchema = v.variant('type', [
  v.object({ type: v.literal('ready'), hasKeyboard: v.boolean() }),
  v.object({ type: v.literal('failed'), code: v.picklist(['no-compositor', 'no-clipboard']) }),
  v.object({ type: v.literal('answer'), id: v.number(), answer: v.unknown() }),
  /** After the key a program has read the text: the one that it is for, or one that nobody knows. */
  v.object({
    type: v.literal('read'),
    ownership: v.number(),
    reader: v.picklist(['target', 'unknown']),
  }),
  /** Another program owns the clipboard now. */
  v.object({ type: v.literal('lost'), ownership: v.number() }),
]);

export type Entry = v.InferOutput<typeof entrySchema>;
export type Call = v.InferOutput<typeof callSchema>;
export type Command = v.InferOutput<typeof commandSchema>;
export type Report = v.InferOutput<typeof reportSchema>;
export type HelperFailure = Extract<Report, { type: 'failed' }>['code'];
