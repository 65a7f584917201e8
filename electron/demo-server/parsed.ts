import * as v from 'valibot';

/** What came from a client: what it says, or a sentence that says what is wrong with it. */
export type Parsed<T> = { value: T } | { error: string };

/**
 * Parses a value of a client.
 *
 * @param name begins the sentence; the schema's messages go on after it
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
