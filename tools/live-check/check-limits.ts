import { once } from 'node:events';
import { WebSocket } from 'ws';
import { sessionUrl } from '#core/streaming/address.ts';
import type { Failure } from '#core/streaming/failure.ts';
import { plainParameters } from '#core/streaming/parameters/from-settings.ts';
import { requestToken } from './check-token.ts';
import { isReadAs } from './is-read-as.ts';
import { LiveSession, spent, type Service } from './live-session.ts';
import type { Check, Row } from './row.ts';

const idleSeconds = 5;
const sessionSeconds = 60;
const marginMs = 15_000;

/** Ends that the service makes, and what the app makes of their texts. */
export const limits: Check = { name: 'limits', openSeconds: 70, run: checkLimits };

async function checkLimits(service: Service): Promise<Row[]> {
  const url = sessionUrl(service.baseUrl, plainParameters);
  const unknown = url.replace(plainParameters.model, 'captionkey-no-such-model');
  const idle = `${url}&inactivity_timeout=${idleSeconds}`;
  return [
    isReadAs('model-refused', 'an unknown model', await endOf(service, unknown, marginMs)),
    isReadAs(
      'session-idle',
      'a session to which nothing is sent',
      await endOf(service, idle, idleSeconds * 1_000 + marginMs),
    ),
    isReadAs('session-expired', 'a token’s session after its 60 s', await endByToken(service, url)),
  ];
}

const limitMs = ({ speed, patience }: Service, ms: number): number => (ms / speed) * patience;

async function endOf(service: Service, url: string, ms: number): Promise<Failure | null> {
  const session = new LiveSession(url, service.key);
  try {
    return await session.end(limitMs(service, ms));
  } finally {
    session.close();
  }
}

/** The app has no tokens, so its socket cannot go without a key. */
async function endByToken(service: Service, url: string): Promise<Failure | null> {
  const token = await requestToken(service, { max_session_duration_seconds: sessionSeconds });
  if (token === null) return null;
  const socket = new WebSocket(`${url}&token=${encodeURIComponent(token)}`);
  const startMs = performance.now();
  socket.on('error', () => undefined);
  const signal = AbortSignal.timeout(limitMs(service, sessionSeconds * 1_000 + marginMs));
  try {
    const closed: unknown[] = await once(socket, 'close', { signal });
    const [code, reason] = closed;
    if (typeof code !== 'number') return null;
    return { cause: 'closed', code, text: String(reason) };
  } catch {
    return null;
  } finally {
    spent.ms += performance.now() - startMs;
    socket.terminate();
  }
}
