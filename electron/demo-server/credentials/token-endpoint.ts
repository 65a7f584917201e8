import type { IncomingMessage, ServerResponse } from 'node:http';
import { integer } from '../parameters/values.ts';
import { parseNamed } from '../parsed.ts';
import type { Tokens } from './tokens.ts';

export const tokenPath = '/v3/token';

interface Answer {
  status: number;
  body: { token: string; expires_in_seconds: number } | { error: string };
}

interface Grant {
  key: string;
  tokens: Tokens;
  /** What the request was sent with. */
  authorization: string | undefined;
}

/** Answers a request for a temporary token, as JSON. */
export function answerTokenRequest(
  request: IncomingMessage,
  response: ServerResponse,
  grant: Grant,
): void {
  const { status, body } = answerTo(request, grant);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function answerTo({ method, url }: IncomingMessage, { key, tokens, authorization }: Grant): Answer {
  if (method !== 'GET') return wrong(405, 'A token is given on GET only.');
  if (authorization !== key) return wrong(401, 'The API key is missing or not valid.');
  const query = URL.parse(url ?? '', 'http://localhost')?.searchParams ?? new URLSearchParams();
  const expiresIn = secondsOf(query, 'expires_in_seconds', 1, 600);
  if (typeof expiresIn === 'object') return expiresIn;
  if (expiresIn === undefined) return wrong(400, 'expires_in_seconds is missing.');
  const maxSession = secondsOf(query, 'max_session_duration_seconds', 60, 10_800);
  if (typeof maxSession === 'object') return maxSession;
  const token = tokens.issue(expiresIn, maxSession);
  return { status: 200, body: { token, expires_in_seconds: expiresIn } };
}

/** Answers 400 to a parameter that is not a whole number, and 422 to one that is out of range. */
function secondsOf(
  query: URLSearchParams,
  name: string,
  min: number,
  max: number,
): number | undefined | Answer {
  const [given, ...others] = query.getAll(name);
  if (given === undefined) return undefined;
  if (others.length > 0) return wrong(400, `${name} is given more than once.`);
  if (!/^-?\d+$/.test(given)) return wrong(400, `${name} has to be a whole number.`);
  const parsed = parseNamed(name, integer(min, max), Number(given));
  return 'error' in parsed ? wrong(422, parsed.error) : parsed.value;
}

const wrong = (status: number, error: string): Answer => ({ status, body: { error } });
