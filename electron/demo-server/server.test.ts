import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generate } from 'selfsigned';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import {
  between,
  framesOf,
  joined,
  recording,
  recordingFolder,
  sentences,
} from '../../test/support/recording.ts';
import {
  frame,
  statusOfUpgrade,
  talk as talkTo,
  terminate,
  type Message,
  type Sent,
} from './client.fixture.ts';
import { startDemoServer, type DemoServer } from './server.ts';

const key = 'a-key-for-tests';
const answersSchema = v.tuple([v.looseObject({ type: v.string() })]);

let server: DemoServer;
const frames: Uint8Array[] = [];
const commands: string[] = [];

beforeEach(async () => {
  frames.length = commands.length = 0;
  server = await startDemoServer({
    key,
    recording,
    onFrame: ({ pcm }) => frames.push(pcm),
    onCommand: ({ type }) => commands.push(type),
  });
});
afterEach(() => server.close());

/** Sends everything at once and returns the answers until the server closes the connection. */
const talk = (sent: Sent[], query = 'speech_model=u3-rt-pro', authorization = key) =>
  talkTo(`${server.url}?${query}`, sent, { authorization });

const finals = (messages: Message[]): unknown[] =>
  messages.filter((message) => message.end_of_turn).map((message) => message.transcript);

describe('a session', () => {
  it('turns the whole recording into its sentences', async () => {
    const { messages, code } = await talk([...framesOf(recording.pcm), terminate]);
    expect(finals(messages)).toEqual(sentences);
    expect(messages[0]).toMatchObject({ type: 'Begin' });
    expect(messages.at(-1)).toMatchObject({
      type: 'Termination',
      audio_duration_seconds: recording.pcm.length / 16_000,
    });
    expect(code).toBe(1000);
  });

  it('shows an unfinished sentence at its comma', async () => {
    const { messages } = await talk([...framesOf(recording.pcm), terminate]);
    const partial = messages.find((message) => message.type === 'Turn');
    expect(partial).toMatchObject({ end_of_turn: false, transcript: 'Hold a key,' });
  });

  it('does not recognise words with a lost or a repeated frame', async () => {
    const all = framesOf(recording.pcm);
    const lost = await talk([...all.filter((_, index) => index !== 97), terminate]);
    expect(finals(lost.messages)).not.toEqual(sentences);
    const doubled = await talk([...all.slice(0, 98), ...all.slice(97), terminate]);
    expect(finals(doubled.messages)).not.toEqual(sentences);
  });

  it('ends the open turn on ForceEndpoint', async () => {
    const started = framesOf(between(0, 1_200));
    const { messages } = await talk([...started, { type: 'ForceEndpoint' }, terminate]);
    expect(finals(messages)).toEqual(['Hold a key,']);
  });

  it('ends the open turn on Terminate', async () => {
    const { messages } = await talk([...framesOf(between(0, 1_200)), terminate]);
    expect(finals(messages)).toEqual(['Hold a key,']);
  });

  it('changes the silences on UpdateConfiguration', async () => {
    const update = { type: 'UpdateConfiguration', max_turn_silence: 200 };
    const { messages } = await talk([update, ...framesOf(between(0, 3_000)), terminate]);
    expect(finals(messages)).toEqual(['Hold a key,', 'and say what you mean.']);
  });

  it('passes received audio and commands to its observer', async () => {
    await talk([...framesOf(between(0, 1_000)), { type: 'KeepAlive' }, terminate]);
    const received = joined(...frames.map((pcm) => new Int16Array(new Uint8Array(pcm).buffer)));
    expect(received).toEqual(between(0, 1_000));
    expect(commands).toEqual(['KeepAlive', 'Terminate']);
  });
});

describe('the server sends an Error and closes with the same code on', () => {
  it.each([
    ['a wrong key', [], 'speech_model=u3-rt-pro', 'another', 1008],
    ['a bearer token', [], 'speech_model=u3-rt-pro', `Bearer ${key}`, 1008],
    ['no model', [], '', key, 3006],
    ['an unknown model', [], 'speech_model=u4', key, 3006],
    ['another rate', [], 'speech_model=u3-rt-pro&sample_rate=8000', key, 3006],
    ['another encoding', [], 'speech_model=u3-rt-pro&encoding=opus', key, 3006],
    ['a repeated parameter', [], 'speech_model=u3-rt-pro&prompt=a&prompt=b', key, 3006],
    ['keyterms that are no JSON', [], 'speech_model=u3-rt-pro&keyterms_prompt=a', key, 3006],
    ['text that is no JSON', ['{'], 'speech_model=u3-rt-pro', key, 3006],
    ['JSON that is no object', ['[]'], 'speech_model=u3-rt-pro', key, 3006],
    ['a message without a type', [{}], 'speech_model=u3-rt-pro', key, 3006],
    [
      'a wrong value in an UpdateConfiguration',
      [{ type: 'UpdateConfiguration', prompt: 1 }],
      'speech_model=u3-rt-pro',
      key,
      3006,
    ],
    ['an unknown message', [{ type: 'Hello' }], 'speech_model=u3-rt-pro', key, 3006],
    ['a long frame', [frame(1_001)], 'speech_model=u3-rt-pro', key, 3007],
    [
      'a second of short frames',
      Array.from({ length: 50 }, () => frame(20)),
      'speech_model=u3-rt-pro',
      key,
      3007,
    ],
    ['half a sample', [new Uint8Array(1_601)], 'speech_model=u3-rt-pro', key, 3006],
  ] satisfies [string, Sent[], string, string, number][])(
    '%s',
    async (_what, sent, query, authorization, expected) => {
      const { messages, code } = await talk(sent, query, authorization);
      expect(messages.at(-1)).toMatchObject({ type: 'Error', error_code: expected });
      expect(code).toBe(expected);
    },
  );
});

it('accepts a short frame at the end', async () => {
  expect((await talk([frame(50), frame(20), terminate])).code).toBe(1000);
});

it.each(['/v2/ws', '/v3/token', '/', '//'])(
  'opens no session on another path: %s',
  async (path) => {
    expect(await statusOfUpgrade(server.url.replace('/v3/ws', path), {})).toBe(404);
  },
);

it('serves the official SDK over TLS', async () => {
  const { private: privateKey, cert } = await generate([
    { name: 'commonName', value: 'localhost' },
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'demo-server-'));
  const secure = await startDemoServer({ key, recording, tls: { key: privateKey, cert } });
  try {
    const certPath = join(folder, 'cert.pem');
    await writeFile(certPath, cert);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(import.meta.dirname, 'official-client.fixture.ts')],
      {
        env: {
          NODE_EXTRA_CA_CERTS: certPath,
          STREAMING_URL: secure.url.replace('127.0.0.1', 'localhost'),
          STREAMING_KEY: key,
        },
      },
    );
    const lines = stdout.trim().split('\n');
    expect(lines).toEqual(sentences.map((sentence) => JSON.stringify(sentence)));
  } finally {
    await secure.close();
    await rm(folder, { recursive: true });
  }
});

describe('in a separate process', () => {
  const start = () => fork(join(import.meta.dirname, 'index.ts'), { stdio: 'ignore' });

  it('reports its address, and ends with its parent', async () => {
    const child = start();
    child.send({ type: 'start', key, recordingFolder });
    const [answer] = v.parse(answersSchema, await once(child, 'message'));
    expect(answer).toEqual({
      type: 'listening',
      url: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/v3\/ws$/) as string,
    });
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it.each([
    ['a message it does not know', { type: 'begin' }],
    ['a recording that is not there', { type: 'start', key, recordingFolder: '/nowhere' }],
  ])('reports a failure on %s', async (_what, message) => {
    const child = start();
    child.send(message);
    const [answer] = v.parse(answersSchema, await once(child, 'message'));
    expect(answer).toMatchObject({ type: 'failed', message: expect.any(String) as string });
    child.disconnect();
    await once(child, 'exit');
  });
});

it('sends Begin after the delay that a test sets', async () => {
  const beginDelayMs = 50;
  const slow = await startDemoServer({ key, recording, beginDelayMs });
  const dialledAtMs = performance.now();
  const socket = new WebSocket(`${slow.url}?speech_model=u3-rt-pro`, {
    headers: { authorization: key },
  });
  await once(socket, 'message');
  // Timers may fire a millisecond early.
  expect(performance.now() - dialledAtMs).toBeGreaterThan(beginDelayMs - 2);
  await slow.close();
});
