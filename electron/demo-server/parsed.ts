import * as v from 'valibot';

/** A client's input: its parsed value, or a sentence about what is wrong with it. */
export type Parsed<T> = { value: T } | { error: string };

/**
 * Parses a value that a client sent.
 *
 * @param name begins the error's sentence; the schema's message continues it
 */
export function parseNamed<const TSchema extends v.GenericSchema>(
  name: string,
  schema: TSchema,
  value: unknown,
): Parsed<v.InferOutput<TSchema>> {
  const parsed = v.safeParse(schema, value);
  return parsed.success
    ? { value: parsed.output }
    : { error: `${name} ${parsed.issues[0].message}.` };
}
