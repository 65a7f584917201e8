import * as v from 'valibot';
import type { SpeechModel } from '#shared/speech-model.ts';
import type { ValueWarning, Expectation } from '#shared/expectation.ts';
import type { Value } from '#shared/value.ts';

/** A value on the wire: text as it is, everything else as JSON in the address. */
export type WireValue = string | number | boolean | readonly string[];

/** The parameters of a session, by their names on the wire. */
export type SentValues = ReadonlyMap<string, WireValue>;

/** The default of a parameter that is not sent; undefined if it is not documented. */
export type Defaults<T> = (model: SpeechModel, sent: SentValues) => T | undefined;

/** A value for the wire, or what the service accepts instead. */
export type Encoded =
  | { ok: true; value: WireValue; warning: ValueWarning | null }
  | { ok: false; expected: Expectation };

interface More<T> {
  /** A warning if the service accepts a value but does something else with it. */
  warning?: (value: T) => ValueWarning | null;
  /** The models on which a running session can change it; none by default. */
  updatedOn?: readonly SpeechModel[];
  defaults?: Defaults<T>;
}

/** One parameter of the service. */
export interface Parameter<TSchema extends v.GenericSchema = v.GenericSchema> {
  /** Its name on the wire. */
  readonly name: string;
  /** The models that have it. It is not sent to the others, which ignore or refuse it. */
  readonly models: readonly SpeechModel[];
  /** Checks the documented range and converts the app's value for the wire. */
  readonly schema: TSchema;
  readonly updatedOn: readonly SpeechModel[];
  readonly defaults: Defaults<WireValue>;
  readonly encode: (value: unknown) => Encoded;
}

export const parameter = <TInput, TOutput extends WireValue>(
  name: string,
  models: readonly SpeechModel[],
  { schema, expected }: Value<v.GenericSchema<TInput, TOutput>>,
  { warning, updatedOn = [], defaults = () => undefined }: More<TOutput> = {},
): Parameter<v.GenericSchema<TInput, TOutput>> => ({
  name,
  models,
  schema,
  updatedOn,
  defaults,
  encode: (given) => {
    const parsed = v.safeParse(schema, given);
    if (!parsed.success) return { ok: false, expected };
    return { ok: true, value: parsed.output, warning: warning?.(parsed.output) ?? null };
  },
});
