import * as v from 'valibot';
import type { SpeechModel } from '#shared/speech-model.ts';
import type { Defaults } from './families.ts';

/** What goes over the wire: text stands as it is, everything else is JSON in the address. */
export type WireValue = string | number | boolean | readonly string[];

/** A value for the wire, or why the service would refuse it; the text goes on after a name. */
export type Encoded =
  { ok: true; value: WireValue; doubt: string | null } | { ok: false; why: string };

interface More<T> {
  /** What the service makes of a value that it takes, where it is not what was meant. */
  doubt?: (value: T) => string | null;
  /** The models on which a running session can change it; none unless told. */
  updatedOn?: readonly SpeechModel[];
  defaults?: Defaults<T>;
}

/** One parameter of the service. */
export interface Parameter<TSchema extends v.GenericSchema = v.GenericSchema> {
  /** On the wire. */
  readonly name: string;
  /** The models that have it; the others ignore or refuse it, and it is not sent to them. */
  readonly models: readonly SpeechModel[];
  /** From what the app says to what goes over the wire; holds the documented range. */
  readonly schema: TSchema;
  readonly updatedOn: readonly SpeechModel[];
  readonly defaults: Defaults<WireValue>;
  readonly encode: (value: unknown) => Encoded;
}

export const parameter = <TInput, TOutput extends WireValue>(
  name: string,
  models: readonly SpeechModel[],
  schema: v.GenericSchema<TInput, TOutput>,
  { doubt, updatedOn = [], defaults = () => undefined }: More<TOutput> = {},
): Parameter<v.GenericSchema<TInput, TOutput>> => ({
  name,
  models,
  schema,
  updatedOn,
  defaults,
  encode: (given) => {
    const parsed = v.safeParse(schema, given);
    if (!parsed.success) return { ok: false, why: parsed.issues[0].message };
    return { ok: true, value: parsed.output, doubt: doubt?.(parsed.output) ?? null };
  },
});
