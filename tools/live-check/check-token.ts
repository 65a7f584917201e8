import * as v from 'valibot';
import type { Service } from './live-session.ts';
import type { Check, Row } from './row.ts';

const expiresInSeconds = 60;
const timeoutMs = 10_000;

const answerSchema = v.object({
  token: v.pipe(v.string(), v.minLength(1)),
  expires_in_seconds: v.literal(expiresInSeconds),
});

/** Temporary tokens, with which other clients open sessions. */
export const token: Check = { name: 'token', openSeconds: 0, run: checkToken };

async function checkToken(service: Service): Promise<Row[]> {
  const given = await requestToken(service, {});
  return [
    {
      fact: 'a temporary token is given for the key',
      expected: 'HTTP 200 with a token',
      seen: given === null ? 'none' : 'a token',
      holds: given !== null,
    },
  ];
}

/** @returns null if the service gives none */
export async function requestToken(
  { baseUrl, key }: Service,
  more: Record<string, number>,
): Promise<string | null> {
  const url = new URL('/v3/token', baseUrl.replace(/^ws/, 'http'));
  for (const [name, value] of Object.entries({ expires_in_seconds: expiresInSeconds, ...more }))
    url.searchParams.set(name, String(value));
  try {
    const response = await fetch(url, {
      headers: { Authorization: key },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answer = v.safeParse(answerSchema, await response.json());
    return response.ok && answer.success ? answer.output.token : null;
  } catch {
    return null;
  }
}
