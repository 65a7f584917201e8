import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { samplesIn } from '#core/audio-format.ts';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { tuning } from '#core/tuning.ts';
import { ok } from '#shared/result.ts';
import { validKey } from '../../../test/support/service.ts';
import { pass, until, useVirtualTime } from '../../../test/support/virtual-time.ts';
import { WavMicrophone } from '../audio/wav-microphone.ts';
import { storeNothing } from '../storage/transcript/transcript-store.ts';
import { ListeningController } from './listening-controller.ts';
import { observing } from './observer.fixture.ts';
import { portOf } from '../../../tools/port-of.ts';

useVirtualTime();

/* A dictation in silence. The service answers pings when the test allows it. */
let sockets: WebSocketServer;
let pongs: (() => void)[];

beforeEach(async () => {
  pongs = [];
  sockets = new WebSocketServer({ host: '127.0.0.1', port: 0, autoPong: false });
  sockets.on('connection', (socket) => {
    socket.on('ping', (data) => {
      // Pings without a text keep the connection alive.
      if (data.length === 0) socket.pong(data);
      else pongs.push(() => socket.pong(data));
    });
    socket.send(JSON.stringify({ type: 'Begin', id: 'session', expires_at: 0 }));
  });
  await once(sockets, 'listening');
});
afterEach(() => {
  for (const socket of sockets.clients) socket.terminate();
  sockets.close();
});

test('ends with the answer to a ping, and not before', async () => {
  const port = portOf(sockets);
  const dictated: string[] = [];
  const parts = { baseUrl: `ws://127.0.0.1:${port}`, key: validKey, parameters: plainParameters };
  const listeningController = new ListeningController(
    () => new WavMicrophone(new Uint8Array(2 * samplesIn(4_000))),
    () => ok(parts),
    () => ({ maxAttempts: 1, warmMs: 60_000 }),
    storeNothing,
    observing({ dictated: ({ text }) => dictated.push(text) }),
  );
  listeningController.dictate(1);
  await until(() => expect(listeningController.status.phase).toBe('listening'));
  await pass(200);
  listeningController.dispatch({ type: 'end-dictation' });
  await until(() => expect(pongs).toHaveLength(1));
  await pass(tuning.likelyFinalTimeoutMs);
  expect(dictated).toEqual([]);
  pongs.at(-1)?.();
  await until(() => expect(dictated).toEqual(['']));
  listeningController.dispatch({ type: 'close' });
});
