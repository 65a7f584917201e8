import type * as v from 'valibot';

/** What the schemas hold that parameters of problems are made of. */
type Part =
  | { type: 'string' | 'number' | 'boolean' }
  | { type: 'literal'; literal: unknown }
  | { type: 'picklist'; options: readonly string[] }
  | { type: 'nullable'; wrapped: v.GenericSchema }
  | { type: 'array'; item: v.GenericSchema }
  | { type: 'strict_object'; entries: Entries }
  | { type: 'variant'; options: readonly { entries: Entries }[] };

type Entries = Record<string, v.GenericSchema>;

/** Values of each shape that a schema takes. A text is its own name in brackets. */
export function samples(schema: v.GenericSchema, name: string): unknown[] {
  const part = schema as Part;
  switch (part.type) {
    case 'string':
      return [`[${name}]`];
    case 'number':
      return [73];
    case 'boolean':
      return [true, false];
    case 'literal':
      return [part.literal];
    case 'picklist':
      return [...part.options];
    case 'nullable':
      return [null, ...samples(part.wrapped, name)];
    case 'array':
      return [samples(part.item, name)];
    case 'strict_object':
      return objectsOf(part.entries);
    case 'variant':
      return part.options.flatMap(({ entries }) => objectsOf(entries));
  }
}

const objectsOf = (entries: Entries): object[] =>
  Object.entries(entries).reduce<object[]>(
    (objects, [name, schema]) =>
      objects.flatMap((object) =>
        samples(schema, name).map((value) => ({ ...object, [name]: value })),
      ),
    [{}],
  );
