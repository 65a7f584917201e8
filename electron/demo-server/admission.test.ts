import { once } from 'node:events';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { recording } from '../../test/support/recording.ts';
import { arrive, pass, useVirtualTime } from '../../test/support/virtual-time.ts';
import { statusOfUpgrade, talk, terminate } from './client.fixture.ts';
import { startDemoServer, type DemoServer, type DemoServerOptions } from './server.ts';

const key = 'a-key-for-tests';
const headers = { authorization: key };
let server: DemoServer;

afterEach(() => server.close());

/** Starts the server and returns where its sessions open. */
async function startWith(options: Partial<DemoServerOptions>): Promise<string> {
  server = await startDemoServer({ key, recording, ...options });
  return `${server.url}?speech_model=u3-rt-pro`;
}

const tokenSchema = v.object({ token: v.string(), expires_in_seconds: v.number() });

const requestToken = (query: string, init: RequestInit = { headers }): Promise<Response> =>
  fetch(`http://127.0.0.1:${server.port}/v3/token?${query}`, init);

describe('a temporary token', () => {
  it('opens one session instead of the key', async () => {
    const url = await startWith({});
    const response = await requestToken('expires_in_seconds=60');
    expect(response.status).toBe(200);
    const { token, expires_in_seconds } = v.parse(tokenSchema, await response.json());
    expect(expires_in_seconds).toBe(60);
    expect((await talk(`${url}&token=${token}`, [terminate], {})).code).toBe(1000);
    expect((await talk(`${url}&token=${token}`, [terminate], {})).code).toBe(1008);
  });

  it('limits the session that it opens', async () => {
    const url = await startWith({ secondMs: 1 });
    const response = await requestToken('expires_in_seconds=60&max_session_duration_seconds=60');
    const { token } = v.parse(tokenSchema, await response.json());
    const { messages, code } = await talk(`${url}&token=${token}`, [], {});
    expect(messages.map(({ type }) => type)).toEqual(['Begin', 'Error']);
    expect(code).toBe(3008);
  });

  it.each([
    ['without a key', 'expires_in_seconds=60', {}, 401],
    ['with a wrong key', 'expires_in_seconds=60', { headers: { authorization: 'a' } }, 401],
    ['without a duration', '', { headers }, 400],
    ['with a duration that is no number', 'expires_in_seconds=soon', { headers }, 400],
    ['with two durations', 'expires_in_seconds=1&expires_in_seconds=2', { headers }, 400],
    ['for too short', 'expires_in_seconds=0', { headers }, 422],
    ['for too long', 'expires_in_seconds=601', { headers }, 422],
    [
      'for too short a session',
      'expires_in_seconds=60&max_session_duration_seconds=59',
      { headers },
      422,
    ],
    [
      'for too long a session',
      'expires_in_seconds=60&max_session_duration_seconds=10801',
      { headers },
      422,
    ],
    ['by POST', 'expires_in_seconds=60', { headers, method: 'POST' }, 405],
  ])('is refused %s', async (_what, query, init, status) => {
    await startWith({});
    const response = await requestToken(query, init);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.any(String) as string });
  });
});

describe('a client without a valid credential', () => {
  it.each([
    ['no key', '', {}],
    ['a wrong key', '', { authorization: 'a' }],
    ['an unknown token', '&token=a', {}],
  ])('receives an Error after the upgrade, with %s', async (_what, query, wrong) => {
    const url = await startWith({});
    const { messages, code } = await talk(`${url}${query}`, [], wrong);
    expect(messages).toMatchObject([{ type: 'Error', error_code: 1008 }]);
    expect(code).toBe(1008);
  });

  it.each([401, 403] as const)('is refused on the upgrade with %i', async (wrongKeyStatus) => {
    const url = await startWith({ wrongKeyStatus });
    expect(await statusOfUpgrade(url, {})).toBe(wrongKeyStatus);
    expect((await talk(url, [terminate], headers)).code).toBe(1000);
  });
});

describe('a session', () => {
  it.each([1008, 3009] as const)('beyond the limit is refused with %i', async (code) => {
    const url = await startWith({ concurrency: { maxSessions: 1, code } });
    const first = new WebSocket(url, { headers });
    await once(first, 'message');
    const refused = await talk(url, [], headers);
    expect(refused.messages).toEqual([
      {
        type: 'Error',
        error_code: code,
        error: 'Unauthorized Connection: Too many concurrent sessions',
      },
    ]);
    expect(refused.code).toBe(code);
    first.close();
    await once(first, 'close');
    expect((await talk(url, [terminate], headers)).code).toBe(1000);
  });

  it('reports in Begin when it expires, and ends then', async () => {
    const url = await startWith({ maxSessionSeconds: 20, secondMs: 10 });
    const startedAtSeconds = Math.floor(Date.now() / 1_000);
    const { messages, code } = await talk(url, [], headers);
    expect(messages).toMatchObject([
      { type: 'Begin', expires_at: expect.any(Number) as number },
      { type: 'Error', error_code: 3008 },
    ]);
    expect(messages[0]?.expires_at).toBeGreaterThanOrEqual(startedAtSeconds);
    expect(code).toBe(3008);
  });

  it('ends when no message comes for the inactivity timeout', async () => {
    const url = await startWith({ secondMs: 10 });
    const { messages, code } = await talk(`${url}&inactivity_timeout=5`, [], headers);
    expect(messages.at(-1)).toEqual({
      type: 'Error',
      error_code: 3006,
      error: 'No messages received for 5 seconds',
    });
    expect(code).toBe(3006);
  });
});

describe('a session with an inactivity timeout', () => {
  useVirtualTime();

  it('continues as long as KeepAlive messages come', async () => {
    const url = await startWith({});
    const socket = new WebSocket(`${url}&inactivity_timeout=5`, { headers });
    const closed = once(socket, 'close');
    await once(socket, 'message');
    for (let count = 0; count < 6; count++) {
      await pass(4_900);
      socket.send(JSON.stringify({ type: 'KeepAlive' }));
      await arrive();
    }
    socket.send(JSON.stringify(terminate));
    expect((await closed)[0]).toBe(1000);
  });
});
