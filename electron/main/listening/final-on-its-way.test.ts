import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { ok } from '#shared/result.ts';
import { validKey } from '../../../test/support/service.ts';
import { pass, until, useVirtualTime } from '../../../test/support/virtual-time.ts';
import { WavMicrophone } from '../audio/wav-microphone.ts';
import { storeNothing } from '../storage/transcript/transcript-store.ts';
import { ListeningController } from './listening-controller.ts';
import { observing } from './observer.fixture.ts';
import { portOf } from '../../../tools/port-of.ts';

/*
 * A dictation beside captions pauses and goes on. The final of its first words is on its way when
 * ForceEndpoint is sent. The answer with the last word comes after it.
 */
useVirtualTime();

let sockets: WebSocketServer;
beforeEach(async () => {
  sockets = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(sockets, 'listening');
});
afterEach(() => {
  for (const socket of sockets.clients) socket.terminate();
  sockets.close();
});

/** A tone at these times, in milliseconds, and silence elsewhere. */
function speaking(lengthMs: number, ...times: [fromMs: number, toMs: number][]): Uint8Array {
  const pcm = new Int16Array(lengthMs * 16);
  for (const [fromMs, toMs] of times)
    for (let index = fromMs * 16; index < toMs * 16; index++)
      pcm[index] = 6_000 * Math.sin(index / 5);
  return new Uint8Array(pcm.buffer);
}

const wordAt = (text: string, start: number, end: number) => ({ text, start, end });

test.each([
  ['with late word times', [wordAt('First', 200, 2_000)], [wordAt('Last', 1_500, 3_300)]],
  ['without word times', [], []],
])('%s, a dictation waits for the answer to ForceEndpoint', async (_how, first, last) => {
  let isForced = false;
  sockets.on('connection', (socket) => {
    const final = (order: number, transcript: string, words: object[]): void =>
      socket.send(
        JSON.stringify({
          ...{ type: 'Turn', turn_order: order, end_of_turn: true, transcript, words },
        }),
      );
    socket.on('message', (data, isBinary) => {
      const isRequest = !isBinary && Buffer.isBuffer(data) && data.includes('ForceEndpoint');
      if (!isRequest || isForced) return;
      isForced = true;
      final(0, 'First.', first);
      setTimeout(() => final(1, 'Last.', last), 250);
    });
    socket.send(JSON.stringify({ type: 'Begin', id: 'session', expires_at: 0 }));
  });
  const port = portOf(sockets);
  const parts = { baseUrl: `ws://127.0.0.1:${port}`, key: validKey, parameters: plainParameters };
  const dictated: string[] = [];
  const pcm = speaking(8_000, [400, 1_200], [1_800, 2_200]);
  const controller = new ListeningController(
    () => new WavMicrophone(pcm),
    () => ok(parts),
    () => ({ maxAttempts: 1, warmMs: 0 }),
    storeNothing,
    observing({ dictated: ({ text }) => dictated.push(text) }),
  );
  controller.dictate(1);
  controller.dispatch({ type: 'start' });
  await until(() => expect(controller.status.phase).toBe('listening'));
  await pass(2_300);
  controller.dispatch({ type: 'end-dictation' });
  await until(() => expect(dictated).toEqual(['First. Last.']));
});
