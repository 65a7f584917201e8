/** What a parameter may hold, with a message that goes on after the name of the setting. */
import * as v from 'valibot';
import { limits } from '#shared/limits.ts';

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

const fractionMessage = 'has to be a number from 0 to 1';

/** A share or a probability. */
export const fraction = v.pipe(
  v.number(fractionMessage),
  v.minValue(0, fractionMessage),
  v.maxValue(1, fractionMessage),
);

/** The service brings what is out of its own range there, so this one only keeps out nonsense. */
export const silenceMs = integer(0, 3_600_000);

/** Null where the service takes the value as it is. */
export function doubtSilence(ms: number): string | null {
  const { least, most } = limits.turnSilenceMs;
  return ms < least || ms > most ? `counts as the nearest value from ${least} to ${most} ms` : null;
}

/** Only seen live: documented is the upper end. */
export const doubtSampleRate = (hz: number): string | null =>
  hz < 8_000 ? 'is known to be refused below 8000 Hz' : null;

export const text = (maxCharacters: number) =>
  v.pipe(
    v.string('has to be text'),
    v.maxLength(maxCharacters, `is longer than ${maxCharacters} characters`),
  );

export const oneOf = <const T extends readonly string[]>(...options: T) =>
  v.picklist(options, `has to be one of ${options.join(', ')}`);

const listMessage = 'has to be a list of texts';

const list = v.array(v.string(listMessage), listMessage);

/**
 * How many there may be was only seen live; but one more ends a running session that is told of it,
 * and with it what is being said.
 */
export const keyterms = v.pipe(
  list,
  v.maxLength(limits.keyterms, `holds more than ${limits.keyterms} terms`),
);

/** That longer terms are ignored is documented. */
export function doubtKeyterms(terms: readonly string[]): string | null {
  const longest = limits.keytermCharacters;
  const hasLong = terms.some((term) => term.length > longest);
  return hasLong ? `holds terms of more than ${longest} characters, which are ignored` : null;
}

export const languageCodes = v.pipe(
  list,
  v.maxLength(10, 'holds more than 10 languages'),
  v.check(
    (codes) => codes.length <= 1 || !codes.includes('multi'),
    'has to hold “multi” alone or not at all',
  ),
);
