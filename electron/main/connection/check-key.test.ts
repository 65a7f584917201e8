import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { shown } from '#shared/problem.fixture.ts';
import { startService, validKey, type Service } from '../../../test/support/service.ts';
import { checkKey } from './check-key.ts';
import { patient } from '../../../test/support/patient.ts';
import { portOf } from '../../../tools/port-of.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const check = (key: string) => checkKey(service.env.CAPTIONKEY_STREAMING_URL, key, 'u3-rt-pro');

test('an accepted key costs one session without sound, which ends at once', async () => {
  expect(await check(validKey)).toEqual({ ok: true, value: null });
  await vi.waitFor(() => expect(service.commands).toEqual(['Terminate']), patient);
  expect(service.sessions).toHaveLength(1);
  expect(service.sound()).toHaveLength(0);
});

test('a refused key is a sentence that does not contain it', async () => {
  const result = await check('wrong-key-0815');
  expect(shown(result)).toEqual({
    ok: false,
    problem: {
      code: 'wrong-key',
      sentence: 'AssemblyAI rejected that key. Check it and try again.',
    },
  });
});

test('a key that is refused during the upgrade is the same sentence', async () => {
  const http = createServer().on('upgrade', (_request, socket) => {
    socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const port = portOf(http);
  const result = await checkKey(`ws://127.0.0.1:${port}`, validKey, 'u3-rt-pro');
  expect(result).toMatchObject({ ok: false, problem: { code: 'wrong-key' } });
  http.close();
});

test('a host that cannot be reached is named, without the path', async () => {
  expect(shown(await checkKey('ws://127.0.0.1:9', validKey, 'u3-rt-pro'))).toMatchObject({
    ok: false,
    problem: { code: 'unreachable' },
  });
});

test('a key is good without access to the chosen model, and an offered model is named', async () => {
  const tried: string[] = [];
  const offered = ['universal-streaming-english'];
  const sockets = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => sockets.close());
  sockets.on('connection', (socket, { url }) => {
    const model = new URL(url ?? '', 'ws://localhost').searchParams.get('speech_model') ?? '';
    tried.push(model);
    const answer = offered.includes(model)
      ? { type: 'Begin', id: 'x', expires_at: 1 }
      : { type: 'Error', error_code: 3006, error: `Invalid value for speech_model: ${model}` };
    socket.send(JSON.stringify(answer));
  });
  await once(sockets, 'listening');
  const url = `ws://127.0.0.1:${portOf(sockets)}`;
  const sentence =
    'AssemblyAI does not offer Universal-3 Pro any more. Choose Universal-3.5 Pro under Recognition.';
  expect(shown(await checkKey(url, validKey, 'u3-rt-pro'))).toEqual({
    ok: true,
    value: { code: 'model-refused', sentence },
  });
  expect(tried).toEqual([
    'u3-rt-pro',
    'universal-3-5-pro',
    'universal-3-6-pro',
    'universal-streaming-english',
  ]);

  // If no model is offered, the sentence names the model and not the key.
  offered.pop();
  expect(shown(await checkKey(url, validKey, 'u3-rt-pro'))).toEqual({
    ok: false,
    problem: { code: 'model-refused', sentence },
  });
});
