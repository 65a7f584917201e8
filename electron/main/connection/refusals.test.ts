import { afterEach, expect, test } from 'vitest';
import { shown } from '#shared/problem.fixture.ts';
import { sessionUrl } from '#core/assemblyai/address.ts';
import {
  describeFailure,
  retryAfterMsOf,
  retryOf,
  type Failure,
} from '#core/assemblyai/failure.ts';
import type { Retry } from '#core/assemblyai/refusals.ts';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { httpRows, loginPage, type HttpRow } from '#core/assemblyai/refusal-http-rows.fixture.ts';
import { closeRows, inWindow, type CloseRow } from '#core/assemblyai/refusal-rows.fixture.ts';
import { parseServerMessage } from '#core/assemblyai/server-message.ts';
import {
  startDemoServer,
  type DemoServer,
  type DemoServerOptions,
} from '../../demo-server/server.ts';
import { startFaultyProxy } from '../../../test/support/faults-proxy.ts';
import type { Fault } from '../../../test/support/faults.ts';
import { recording } from '../../../test/support/recording.ts';
import {
  fitsIntoClose,
  startRefusingService,
  type RefusalAnswer,
} from '../../../test/support/refusing-service.ts';
import { dial, type Connection } from './dial.ts';

/* Every refusal of the service, sent by a real server, and the problem that it becomes. */

const key = 'a-key-for-tests';
const asked = { host: 'demo', model: 'u3-rt-pro' } as const;
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

/**
 * The failure of a session in which this happens after Begin. An Error counts, not the close after it.
 */
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

/** Real sockets for every row of the table. */
test.each(closeRows)('Error $number “$text”', async (row) => {
  const failure = await failureOf({ by: 'error', row });
  expect(failure).toEqual({ cause: 'error', code: row.number, text: row.text.slice(0, 1_000) });
  expectMeaning(failure, row);
});

test.each(closeRows.filter(fitsIntoClose))('close $number “$text”', async (row) => {
  const { number: code, text } = row;
  const failure = await failureOf({ by: 'close', row });
  expect(failure).toEqual({ cause: 'closed', code, ...(text !== '' && { text }) });
  expectMeaning(failure, row);
});

test.each(httpRows)('HTTP $number on the upgrade', async (row) => {
  const failure = await failureOf({ by: 'http', row });
  expect(failure).toMatchObject({ cause: 'refused', httpStatus: row.number });
  expect(retryAfterMsOf(failure)).toBe(row.headers?.['retry-after'] === '7' ? 7_000 : 0);
  expectMeaning(failure, row);
});

async function failureOf(answer: RefusalAnswer): Promise<Failure> {
  const refusing = await startRefusingService(answer);
  cleanups.push(() => refusing.close());
  return failureAt(plain(refusing.url));
}

function expectMeaning(failure: Failure, row: CloseRow | HttpRow): void {
  const { code, retry } = row;
  expect(shown(describeFailure(failure, asked))).toEqual({
    code,
    sentence: inWindow(row, asked.host),
  });
  expect(retryOf(failure)).toBe(retry);
}

/** The refusals of the demo server. */
test.each<[string, () => Promise<Failure>, number, string, Retry]>([
  [
    'a wrong key',
    async () => failureAt(plain((await serve()).url), { key: 'another-key' }),
    1008,
    'wrong-key',
    'never',
  ],
  ...([1008, 3009] as const).map(
    (code): [string, () => Promise<Failure>, number, string, Retry] => [
      'one session too many',
      async () => failureAt(plain((await serve({ concurrency: { maxSessions: 0, code } })).url)),
      code,
      'too-many-sessions',
      'with-backoff',
    ],
  ),
  [
    'a bad parameter',
    async () => failureAt(`${plain((await serve()).url)}&vad_threshold=2`),
    3006,
    'message-rejected',
    'never',
  ],
  [
    'a message that is none',
    async () =>
      failureAt(plain((await serve()).url), {
        onBegin: (connection) => connection.sendText('{"type":"Sing"}'),
      }),
    3006,
    'message-rejected',
    'never',
  ],
  [
    'inactivity',
    async () => failureAt(`${plain((await serve({ secondMs: 5 })).url)}&inactivity_timeout=5`),
    3006,
    'session-idle',
    'at-once',
  ],
  [
    'frames that are too short',
    async () => failureAt(plain((await serve()).url), { onBegin: sendShortFrames }),
    3007,
    'sound-rejected',
    'never',
  ],
  [
    'the longest duration',
    async () => failureAt(plain((await serve({ maxSessionSeconds: 1, secondMs: 5 })).url)),
    3008,
    'session-expired',
    'at-once',
  ],
])('the demo server refuses %s with %d', async (_what, fail, number, code, retry) => {
  const failure = await fail();
  expect(failure).toMatchObject({ cause: 'error', code: number });
  expect(describeFailure(failure, asked).code).toBe(code);
  expect(retryOf(failure)).toBe(retry);
});

test.each<[string, Fault, object]>([
  ['after Begin', { at: 'message', type: 'Begin', do: 'drop' }, { cause: 'closed', code: 1006 }],
  ['on the upgrade', { at: 'upgrade', do: 'drop' }, { cause: 'unreachable' }],
])('a connection that breaks %s is tried again', async (_when, fault, expected) => {
  const failure = await failureAt(plain(await serveWith(fault)));
  expect(failure).toMatchObject(expected);
  expect(retryOf(failure)).toBe('with-backoff');
});

test('a login page that answers for the service in clear text is named', async () => {
  const page = await startRefusingService({ by: 'http', row: loginPage });
  cleanups.push(() => page.close());
  const failure = await failureAt(plain(page.url.replace('ws:', 'wss:')));
  expect(describeFailure(failure, asked).code).toBe('answered-otherwise');
  expect(retryOf(failure)).toBe('with-backoff');
});
