/** Schemas of parameter values. Each message continues a sentence that begins with the name. */
import * as v from 'valibot';

export const flag = v.boolean('has to be true or false');

export const integer = (min: number, max: number) => {
  const message = `has to be a whole number from ${min} to ${max}`;
  return v.pipe(
    v.number(message),
    v.integer(message),
    v.minValue(min, message),
    v.maxValue(max, message),
  );
};

/** A share or a probability. */
export const fraction = v.pipe(
  v.number('has to be a number from 0 to 1'),
  v.minValue(0, 'has to be a number from 0 to 1'),
  v.maxValue(1, 'has to be a number from 0 to 1'),
);

/** Milliseconds, clamped to 50 to 10000 as the service does. */
export const silenceMs = v.pipe(
  v.number('has to be a number of milliseconds'),
  v.minValue(0, 'has to be a number of milliseconds'),
  v.toMinValue(50),
  v.toMaxValue(10_000),
);

export const text = v.string('has to be text');

export const shortText = (maxCharacters: number) =>
  v.pipe(text, v.maxLength(maxCharacters, `is longer than ${maxCharacters} characters`));

export const oneOf = <const T extends readonly string[]>(...values: T) =>
  v.picklist(values, `has to be one of ${values.join(', ')}`);

export const webAddress = v.pipe(text, v.url('has to be a URL'));

export const list = v.array(v.string('has to be a list of texts'), 'has to be a list of texts');

export const shortList = (maxItems: number) =>
  v.pipe(list, v.maxLength(maxItems, `holds more than ${maxItems} entries`));

export const languageCodes = v.pipe(
  shortList(10),
  v.check(
    (codes) => codes.length === 1 || !codes.includes('multi'),
    'has to hold "multi" alone or not at all',
  ),
);

const gateway = 'has to hold a model, a list of messages and max_tokens';

export const llmGateway = v.looseObject(
  {
    model: v.string(gateway),
    messages: v.array(v.looseObject({}, gateway), gateway),
    max_tokens: v.optional(v.pipe(v.number(gateway), v.integer(gateway))),
  },
  gateway,
);
