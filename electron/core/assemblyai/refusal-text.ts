import * as v from 'valibot';

/** A longer text would hide the sentence about what to do. */
const quotedCharacters = 90;

/** Only this much of a text is read. */
const mostCharacters = 1_000;

/** The prefix of the service's reasons, such as `Unauthorized Connection: `. */
const prefix =
  /^(?:(?:error|unauthori[sz]ed connection|session cancelled|session expired)(?:\s*[:–-]|$)\s*)+/i;

/** The reason of a close whose Error was too long for it. */
const uselessReason = /^see error message/i;

/** The reason of a refusal as one line of plain characters, without the service's prefix. */
export function reasonIn(text: string): string {
  const line = withoutMarkup(messageIn(text.slice(0, mostCharacters)))
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .replace(prefix, '');
  return uselessReason.test(line) ? '' : line;
}

/** Other front ends put the message into a JSON object, under one of these names. */
const names = ['error', 'message', 'detail', 'reason', 'msg', 'description'] as const;
const bodySchema = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown()));
const nestedSchema = v.record(v.string(), v.unknown());

function messageIn(text: string): string {
  const body = v.safeParse(bodySchema, text);
  return (body.success ? messageOf(body.output) : null) ?? text;
}

function messageOf(body: Record<string, unknown>): string | null {
  for (const name of names) {
    const value = body[name];
    if (typeof value === 'string' && value !== '') return value;
    const nested = v.safeParse(nestedSchema, value);
    const inside = nested.success ? messageOf(nested.output) : null;
    if (inside !== null) return inside;
  }
  return null;
}

/** The text without HTML tags; unchanged if it has only tags. */
function withoutMarkup(text: string): string {
  const bare = text.replaceAll(/<(style|script)\b.*?<\/\1>|<[a-z/!][^<>]*>/gis, ' ');
  return bare.trim() === '' ? text : bare;
}

/**
 * A reason for the patterns to match. Quotation marks around a name would separate words that belong
 * together, and some services write `invalid_api_key` or `InvalidApiKey`.
 */
export const comparable = (reason: string): string =>
  reason
    .replaceAll(/["'`“”‘’]/g, '')
    .replaceAll(/(\p{Ll})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .replaceAll('_', ' ');

/** The part of a reason that is shown. */
export function shortened(reason: string): string {
  // If the cut splits a surrogate pair, its other half is removed, too.
  const short = reason.slice(0, quotedCharacters).replace(/[\uD800-\uDBFF]$/, '');
  return short.length < reason.length ? `${short}…` : short;
}
