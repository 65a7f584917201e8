import { afterEach, expect, test } from 'vitest';
import { sessionUrl } from '#core/streaming/address.ts';
import { describeFailure, retryOf, type Failure, type Retry } from '#core/streaming/failure.ts';
import { plainParameters } from '#core/streaming/parameters/from-settings.ts';
import { parseServerMessage } from '#core/streaming/server-message.ts';
import {
  startDemoServer,
  type DemoServer,
  type DemoServerOptions,
} from '../../demo-server/server.ts';
import { startFaultyProxy } from '../../../test/support/faults-proxy.ts';
import type { Fault } from '../../../test/support/faults.ts';
import { recording } from '../../../test/support/recording.ts';
import { dial, type Connection } from './dial.ts';

/* Each way the service says no, as a real server says it, and what becomes of it here. */

const key = 'a-key-for-tests';
const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp();
});

async function serve(options: Partial<DemoServerOptions> = {}): Promise<DemoServer> {
  const server = await startDemoServer({ key, recording, ...options });
  cleanups.push(() => server.close());
  return server;
}

async function serveWith(fault: Fault): Promise<string> {
  const proxy = await startFaultyProxy((await serve()).url, [fault]);
  cleanups.push(() => proxy.close());
  return proxy.url;
}

const plain = (baseUrl: string): string => sessionUrl(baseUrl, plainParameters);

/** How a session ends that does this once it has begun; an Error counts, not the close after it. */
function failureAt(
  url: string,
  { key: own = key, onBegin }: { key?: string; onBegin?: (connection: Connection) => void } = {},
): Promise<Failure> {
  return new Promise((resolve) => {
    const connection = dial(url, own, (event) => {
      if (event.type === 'disconnected') {
        resolve(event.failure);
        return;
      }
      const parsed = parseServerMessage(event.text);
      if (parsed.kind !== 'used') return;
      const { message } = parsed;
      if (message.type === 'Error')
        resolve({ cause: 'error', code: message.error_code, text: message.error });
      if (message.type === 'Begin') onBegin?.(connection);
    });
    cleanups.push(() => connection.close());
  });
}

const silence = (durationMs: number) => new Uint8Array(durationMs * 32);
const sendShortFrames = (connection: Connection): void => {
  for (let sent = 0; sent < 40; sent++) connection.sendBinary(silence(40));
};

const wrongKey = 'AssemblyAI did not accept the API key. Open CaptionKey and paste a valid key.';
const tooMany =
  'AssemblyAI allows no further session for this key now. Stop another app that uses it, or wait a minute.';
const lost = (cause: string): RegExp => new RegExp(`^The connection to demo was lost${cause}\\. `);

test.each<[string, () => Promise<Failure>, Failure, Retry, string | RegExp]>([
  ...([401, 403] as const).map(
    (status): [string, () => Promise<Failure>, Failure, Retry, string] => [
      `HTTP ${status} on the upgrade`,
      async () =>
        failureAt(plain((await serve({ wrongKeyStatus: status })).url), { key: 'another-key' }),
      { cause: 'refused', httpStatus: status },
      'never',
      wrongKey,
    ],
  ),
  [
    'a wrong key after the upgrade, 1008',
    async () => failureAt(plain((await serve()).url), { key: 'another-key' }),
    { cause: 'error', code: 1008, text: 'The key or token is missing or not valid.' },
    'never',
    wrongKey,
  ],
  ...([1008, 3009] as const).map(
    (code): [string, () => Promise<Failure>, Failure, Retry, string] => [
      `one session too many, ${code}`,
      async () => {
        const { url } = await serve({ concurrency: { maxSessions: 0, code } });
        return failureAt(plain(url));
      },
      { cause: 'error', code, text: 'Too many concurrent sessions' },
      'with-backoff',
      tooMany,
    ],
  ),
  [
    'a session cancelled by the server, 3005',
    async () =>
      failureAt(
        plain(
          await serveWith({ at: 'message', type: 'Begin', do: 'error', code: 3005, error: '' }),
        ),
      ),
    { cause: 'error', code: 3005, text: '' },
    'with-backoff',
    'AssemblyAI cancelled the session. Start again to go on.',
  ],
  [
    'a bad parameter, 3006',
    async () => failureAt(`${plain((await serve()).url)}&vad_threshold=2`),
    { cause: 'error', code: 3006, text: 'vad_threshold has to be a number from 0 to 1.' },
    'never',
    /^AssemblyAI rejected .*vad_threshold has to be.* Check the settings/,
  ],
  [
    'a message that is none, 3006',
    async () =>
      failureAt(plain((await serve()).url), {
        onBegin: (connection) => connection.sendText('{"type":"Sing"}'),
      }),
    expect.objectContaining({ cause: 'error', code: 3006 }) as Failure,
    'never',
    /^AssemblyAI rejected /,
  ],
  [
    'inactivity, 3006 too',
    async () => failureAt(`${plain((await serve({ secondMs: 5 })).url)}&inactivity_timeout=5`),
    { cause: 'error', code: 3006, text: 'No messages received for 5 seconds' },
    'at-once',
    'AssemblyAI ended the session because nothing was sent. Start again to go on.',
  ],
  [
    'frames that are too short, 3007',
    async () => failureAt(plain((await serve()).url), { onBegin: sendShortFrames }),
    expect.objectContaining({ cause: 'error', code: 3007 }) as Failure,
    'never',
    /^AssemblyAI rejected what CaptionKey sent/,
  ],
  [
    'the longest duration, 3008',
    async () => failureAt(plain((await serve({ maxSessionSeconds: 1, secondMs: 5 })).url)),
    expect.objectContaining({ cause: 'error', code: 3008 }) as Failure,
    'at-once',
    'The session reached its longest duration. Start again to go on.',
  ],
  [
    'a fault of the server, 1011',
    async () =>
      failureAt(
        plain(
          await serveWith({ at: 'message', type: 'Begin', do: 'error', code: 1011, error: 'oh' }),
        ),
      ),
    { cause: 'error', code: 1011, text: 'oh' },
    'with-backoff',
    lost(' \\(“oh”\\)'),
  ],
  [
    'a cut connection, 1006',
    async () => failureAt(plain(await serveWith({ at: 'message', type: 'Begin', do: 'drop' }))),
    { cause: 'closed', code: 1006 },
    'with-backoff',
    lost(''),
  ],
  [
    'a connection that is cut on the upgrade',
    async () => failureAt(plain(await serveWith({ at: 'upgrade', do: 'drop' }))),
    expect.objectContaining({ cause: 'unreachable' }) as Failure,
    'with-backoff',
    /^Cannot reach demo /,
  ],
])('%s', async (_what, fail, expected, retry, sentence) => {
  const failure = await fail();
  expect(failure).toEqual(expected);
  expect(retryOf(failure)).toBe(retry);
  const described = describeFailure(failure, 'demo').sentence;
  if (typeof sentence === 'string') expect(described).toBe(sentence);
  else expect(described).toMatch(sentence);
});
