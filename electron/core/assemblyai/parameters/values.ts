/** What parameters may hold. */
import * as v from 'valibot';
import type { ValueWarning } from '#shared/expectation.ts';
import { limits } from '#shared/limits.ts';
import { integer, value } from '#shared/value.ts';

/** The service clamps values to its own range, so this range only excludes nonsense. */
export const silenceMs = integer(limits.silenceMs);

/** Null if the service takes the value unchanged. */
export function silenceWarning(ms: number): ValueWarning | null {
  const { least, most } = limits.turnSilenceMs;
  return ms < least || ms > most ? { type: 'brought-into-range', least, most } : null;
}

/** The service documents the highest rate only. The lowest was seen on the live service. */
export const sampleRateWarning = (hz: number): ValueWarning | null =>
  hz < 8_000 ? { type: 'refused-below', leastHz: 8_000 } : null;

const list = v.array(v.string());

/**
 * This limit was only seen on the live service. One term more in an update ends the running session in
 * the middle of speech.
 */
export const keyterms = value(v.pipe(list, v.maxLength(limits.keyterms)), {
  type: 'texts',
  most: limits.keyterms,
});

/** The service documents that it ignores longer terms. */
export function keytermsWarning(terms: readonly string[]): ValueWarning | null {
  const most = limits.keytermCharacters;
  return terms.some((term) => term.length > most) ? { type: 'long-terms-ignored', most } : null;
}

const mostLanguages = 10;

export const languageCodes = value(
  v.pipe(
    list,
    v.maxLength(mostLanguages),
    v.check((codes) => codes.length <= 1 || !codes.includes('multi')),
  ),
  { type: 'languages', most: mostLanguages },
);
