import * as v from 'valibot';

/** Longer texts are no use to a person, and would push out what to do. */
const quotedCharacters = 120;

/** The most of a text that is looked at. */
const mostCharacters = 1_000;

/** What the service puts before its reasons, such as `Unauthorized Connection: `. */
const prefix =
  /^(?:(?:error|unauthori[sz]ed connection|session cancelled|session expired)(?:\s*[:–-]|$)\s*)+/i;

/** Stands in a close whose Error said more than fits there. */
const uselessReason = /^see error message/i;

/** The reason of a refusal as one line of plain characters, without the service's prefix. */
export function reasonIn(text: string): string {
  const line = withoutMarkup(messageIn(text.slice(0, mostCharacters)))
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .replace(prefix, '');
  return uselessReason.test(line) ? '' : line;
}

/** Other front ends put a message into an object; the names are those in use. */
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

/** Without tags; the whole text if it has nothing else. */
function withoutMarkup(text: string): string {
  const bare = text.replaceAll(/<(style|script)\b.*?<\/\1>|<[a-z/!][^<>]*>/gis, ' ');
  return bare.trim() === '' ? text : bare;
}

/**
 * A reason as the patterns read it. Quotation marks around a name would part words that belong
 * together, and some services write `invalid_api_key` or `InvalidApiKey`.
 */
export const comparable = (reason: string): string =>
  reason
    .replaceAll(/["'`“”‘’]/g, '')
    .replaceAll(/(\p{Ll})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .replaceAll('_', ' ');

/** The reason in brackets after a space; empty if there is none. */
export function quoted(reason: string): string {
  if (reason === '') return '';
  // Where the cut halves a character, the other half goes as well.
  const short = reason.slice(0, quotedCharacters).replace(/[\uD800-\uDBFF]$/, '');
  return ` (“${short}${short.length < reason.length ? '…' : ''}”)`;
}
