import { once } from 'node:events';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startDemoServer, type DemoServer } from '../../electron/demo-server/server.ts';
import { startFaultyProxy, type FaultyProxy } from './faults-proxy.ts';
import { shiftWords, worstWordTimes, type Fault } from './faults.ts';
import { patient } from './patient.ts';
import { between, framesOf, recording } from './recording.ts';
import { validKey } from './service.ts';

const headers = { authorization: validKey };
const terminate = JSON.stringify({ type: 'Terminate' });
const speech = framesOf(between(0, 3_000));

let server: DemoServer;
let proxy: FaultyProxy;
const commands: string[] = [];
let frameCount = 0;

beforeEach(async () => {
  commands.length = frameCount = 0;
  server = await startDemoServer({
    key: validKey,
    recording,
    onFrame: () => (frameCount += 1),
    onCommand: ({ type }) => commands.push(type),
  });
});
afterEach(async () => {
  await proxy.close();
  await server.close();
});

async function open(...faults: Fault[]): Promise<WebSocket> {
  proxy = await startFaultyProxy(server.url, faults);
  return new WebSocket(`${proxy.url}?speech_model=u3-rt-pro`, { headers });
}

/** Speaks for three seconds, terminates, and returns what came back until the connection ended. */
async function talk(socket: WebSocket): Promise<{ messages: string[]; code: number }> {
  const messages: string[] = [];
  socket.on('message', (data: Buffer) => messages.push(data.toString()));
  socket.on('open', () => [...speech, terminate].forEach((item) => socket.send(item)));
  socket.on('error', () => undefined);
  const code = await new Promise<number>((resolve) => socket.once('close', resolve));
  return { messages, code };
}

const typeSchema = v.pipe(v.string(), v.parseJson(), v.looseObject({ type: v.string() }));
const typesOf = (messages: string[]): string[] =>
  messages.map((message) => v.parse(typeSchema, message).type);

const turnSchema = v.object({ words: v.array(v.object({ start: v.number(), end: v.number() })) });
const wordsOf = (messages: string[]) =>
  messages
    .map((message) => v.safeParse(v.pipe(v.string(), v.parseJson(), turnSchema), message))
    .flatMap((turn) => (turn.success ? turn.output.words : []));

it('passes everything on without a fault', async () => {
  const { messages, code } = await talk(await open());
  expect(typesOf(messages)).toContain('Turn');
  expect(typesOf(messages).at(-1)).toBe('Termination');
  expect(frameCount).toBe(speech.length);
  expect(code).toBe(1000);
});

it('passes an upgrade on that the server refuses', async () => {
  const strict = await startDemoServer({ key: 'another', recording, wrongKeyStatus: 401 });
  proxy = await startFaultyProxy(strict.url, []);
  const socket = new WebSocket(proxy.url, { headers });
  await expect(once(socket, 'open')).rejects.toThrow('401');
  await strict.close();
});

describe('a dropped connection', () => {
  it('ends before the upgrade', async () => {
    await expect(once(await open({ at: 'upgrade', do: 'drop' }), 'open')).rejects.toThrow();
  });

  it.each([
    ['a frame', { at: 'frame', count: 10, do: 'drop' }, 9, []],
    ['a command', { at: 'command', type: 'Terminate', do: 'drop' }, speech.length, []],
    ['a message', { at: 'message', type: 'Termination', do: 'drop' }, speech.length, ['Terminate']],
  ] satisfies [string, Fault, number, string[]][])(
    'ends at %s without a close',
    async (_what, fault, framesHeard, commandsHeard) => {
      const { messages, code } = await talk(await open(fault));
      expect(code).toBe(1006);
      expect(typesOf(messages)).not.toContain('Termination');
      expect(frameCount).toBeLessThanOrEqual(framesHeard);
      expect(commands).toEqual(commandsHeard);
    },
  );

  it('is followed by one that is well', async () => {
    expect((await talk(await open({ at: 'frame', count: 1, do: 'drop' }))).code).toBe(1006);
    const again = new WebSocket(`${proxy.url}?speech_model=u3-rt-pro`, { headers });
    expect((await talk(again)).code).toBe(1000);
    expect(proxy.connections()).toBe(2);
  });

  it('may be a later one', async () => {
    const first = await open({ at: 'frame', count: 1, do: 'drop', connection: 1 });
    expect((await talk(first)).code).toBe(1000);
    const again = new WebSocket(`${proxy.url}?speech_model=u3-rt-pro`, { headers });
    expect((await talk(again)).code).toBe(1006);
  });
});

describe('a stalled connection', () => {
  it('never answers the upgrade', async () => {
    const socket = await open({ at: 'upgrade', do: 'stall' });
    socket.on('error', () => undefined);
    await expect.poll(() => proxy.connections(), patient).toBe(1);
    expect(socket.readyState).toBe(WebSocket.CONNECTING);
    socket.terminate();
  });

  it('never answers a command or a ping', async () => {
    const socket = await open({ at: 'command', type: 'Terminate', do: 'stall' });
    const pongs: string[] = [];
    socket.on('pong', (data) => pongs.push(data.toString()));
    socket.on('open', () => {
      socket.ping('before');
    });
    const ended = talk(socket);
    await once(socket, 'open');
    socket.ping('after');
    await expect.poll(() => frameCount, patient).toBe(speech.length);
    // By when a later session has ended, the answers of this one would have come.
    await talk(new WebSocket(`${proxy.url}?speech_model=u3-rt-pro`, { headers }));
    expect(socket.readyState).toBe(WebSocket.OPEN);
    expect(pongs).toEqual(['before']);
    expect(commands).toEqual(['Terminate']);
    socket.terminate();
    expect(typesOf((await ended).messages)).not.toContain('Termination');
  });
});

it('holds messages back, in their order', async () => {
  const delayMs = 100;
  const socket = await open({ at: 'message', type: 'Begin', do: 'delay', delayMs });
  const startedAtMs = performance.now();
  const { messages, code } = await talk(socket);
  expect(performance.now() - startedAtMs).toBeGreaterThan(delayMs / 2);
  expect(typesOf(messages)[0]).toBe('Begin');
  expect(typesOf(messages).at(-1)).toBe('Termination');
  expect(code).toBe(1000);
});

it.each([
  ['malformed', '{"type":"Turn"'],
  ['huge', 'x'.repeat(5_000_000)],
])('sends a %s message between the others', async (_what, data) => {
  const socket = await open({ at: 'message', type: 'Termination', do: 'inject', data });
  const { messages, code } = await talk(socket);
  expect(messages.at(-2)).toBe(data);
  expect(code).toBe(1000);
});

it.each([1008, 3005, 3009, 1011])('sends the error %i with its close', async (code) => {
  const error = 'An error for a test';
  const socket = await open({ at: 'frame', count: 3, do: 'error', code, error });
  const answer = await talk(socket);
  expect(JSON.parse(answer.messages.at(-1) ?? '')).toEqual({
    type: 'Error',
    error_code: code,
    error,
  });
  expect(answer.code).toBe(code);
});

it('moves the times of words as far as the service was seen to', async () => {
  const right = wordsOf((await talk(await open())).messages);
  await proxy.close();
  const wrong = wordsOf(
    (await talk(await open({ at: 'message', type: 'Begin', ...worstWordTimes }))).messages,
  );
  expect(right.length).toBeGreaterThan(0);
  expect(wrong).toEqual(
    right.map(({ start, end }) => ({ start: Math.max(0, start - 1_000), end: end + 240 })),
  );
});

it('moves no words where there are none', () => {
  expect(shiftWords('{"type":"Begin"}', worstWordTimes)).toBe('{"type":"Begin"}');
});
