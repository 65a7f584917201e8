import { once } from 'node:events';
import { WebSocket } from 'ws';
import { sessionUrl } from '#core/assemblyai/address.ts';
import type { Failure } from '#core/assemblyai/failure.ts';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { requestToken } from './check-token.ts';
import { isRecognisedAs } from './is-recognised-as.ts';
import { LiveSession, spent, type Service } from './live-session.ts';
import type { Check, Row } from './row.ts';

const idleSeconds = 5;
const sessionSeconds = 60;
const marginMs = 15_000;

/** Sessions that the service ends, and whether the app recognises why. */
export const limits: Check = { name: 'limits', openSeconds: 70, run: checkLimits };

async function checkLimits(service: Service): Promise<Row[]> {
  const url = sessionUrl(service.baseUrl, plainParameters);
  const unknown = url.replace(plainParameters.model, 'captionkey-no-such-model');
  const idle = `${url}&inactivity_timeout=${idleSeconds}`;
  return [
    isRecognisedAs('model-refused', 'an unknown model', await endOf(service, unknown, marginMs)),
    isRecognisedAs(
      'session-idle',
      'a session to which nothing is sent',
      await endOf(service, idle, idleSeconds * 1_000 + marginMs),
    ),
    isRecognisedAs(
      'session-expired',
      'a token’s session after its 60 s',
      await endByToken(service, url),
    ),
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

/** Opens a socket of its own, because the app's always sends a key. */
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
