import * as v from 'valibot';
import type { Expectation } from './expectation.ts';

/** The numbers that the panel offers. */
export interface Range {
  least: number;
  most: number;
  /** 1 if it is missing. */
  step?: number;
}

/** A schema, and what a value that it refuses should have been. */
export interface Value<TSchema extends v.GenericSchema = v.GenericSchema> {
  schema: TSchema;
  expected: Expectation;
  /** Null unless it is a number. */
  range: Range | null;
}

export const value = <TSchema extends v.GenericSchema>(
  schema: TSchema,
  expected: Expectation = { type: 'other' },
  range: Range | null = null,
): Value<TSchema> => ({ schema, expected, range });

export const flag = value(v.boolean(), { type: 'true-or-false' });

/** @param range what the panel offers, if that is less */
export const integer = ({ least, most }: Range, range: Range = { least, most }) =>
  value(
    v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)),
    { type: 'whole-number', least, most },
    range,
  );

/** A share or a probability. */
export const fraction = value(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), {
  type: 'fraction',
});

/** @param most characters */
export const text = (most: number) =>
  value(v.pipe(v.string(), v.maxLength(most)), { type: 'text', most });

export const oneOf = <const T extends readonly string[]>(...options: T) =>
  value(v.picklist(options), { type: 'one-of', options: [...options] });

/** As `#rrggbb`, which the colour field of a page takes. */
export const color = value(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i)), { type: 'color' });

export const orNull = <TSchema extends v.GenericSchema>({
  schema,
  expected,
  range,
}: Value<TSchema>) => value(v.nullable(schema), expected, range);
