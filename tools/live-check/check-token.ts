import * as v from 'valibot';
import type { Service } from './live-session.ts';
import type { Row } from './row.ts';

const expiresInSeconds = 60;
const timeoutMs = 10_000;

const answerSchema = v.object({
  token: v.pipe(v.string(), v.minLength(1)),
  expires_in_seconds: v.literal(expiresInSeconds),
});

/** Temporary tokens, which other clients of the service open sessions with. */
export async function checkToken({ baseUrl, key }: Service): Promise<Row[]> {
  const url = new URL('/v3/token', baseUrl.replace(/^ws/, 'http'));
  url.searchParams.set('expires_in_seconds', String(expiresInSeconds));
  const row = { fact: 'a temporary token is given for the key', expected: 'HTTP 200 with a token' };
  try {
    const response = await fetch(url, {
      headers: { Authorization: key },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const isToken = v.is(answerSchema, await response.json());
    const seen = `HTTP ${response.status} ${isToken ? 'with' : 'without'} a token`;
    return [{ ...row, seen, holds: response.ok && isToken }];
  } catch (error) {
    return [{ ...row, seen: error instanceof Error ? error.name : 'no answer', holds: false }];
  }
}
