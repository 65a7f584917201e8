import { afterEach, beforeEach, expect, test } from 'vitest';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { ok } from '#shared/result.ts';
import type { Turn } from '#shared/turn.ts';
import { startFaultyProxy, type FaultyProxy } from '../../../test/support/faults-proxy.ts';
import { startService, validKey, type Service } from '../../../test/support/service.ts';
import { until, useVirtualTime } from '../../../test/support/virtual-time.ts';
import { WavMicrophone } from '../audio/wav-microphone.ts';
import { storeNothing } from '../storage/transcript/transcript-store.ts';
import { ListeningController } from './listening-controller.ts';
import { observing } from './observer.fixture.ts';

useVirtualTime();

/* Real sockets and a service that ends a turn with bare words, and may send it again formatted. */
let service: Service;
let proxy: FaultyProxy;
let listeningController: ListeningController;

beforeEach(async () => {
  service = await startService();
});
afterEach(async () => {
  listeningController.command('cancel');
  await proxy.close();
  await service.close();
});

const final = (transcript: string, isFormatted: boolean): string =>
  JSON.stringify({
    ...{ type: 'Turn', turn_order: 0, end_of_turn: true, turn_is_formatted: isFormatted },
    ...{ transcript, words: [] },
  });

/** The finals that these frames of the service cause, between others of silence. */
async function hear(...frames: string[]): Promise<Turn[]> {
  proxy = await startFaultyProxy(
    service.env.CAPTIONKEY_STREAMING_URL,
    frames.map((data, index) => ({ at: 'frame', count: 2 + index, do: 'inject', data })),
  );
  const turns: Turn[] = [];
  const parameters = { ...plainParameters, model: 'universal-streaming-english' } as const;
  listeningController = new ListeningController(
    () => new WavMicrophone(new Uint8Array(2 * 16_000 * 10)),
    () => ok({ baseUrl: proxy.url, key: validKey, parameters }),
    () => ({ maxAttempts: 1, warmMs: 0 }),
    storeNothing,
    observing({ turn: (turn) => turns.push(turn) }),
  );
  listeningController.command('start');
  const finals = (): Turn[] => turns.filter(({ isFinal }) => isFinal);
  await until(() => expect(finals()).not.toEqual([]));
  return finals();
}

test('the formatted final is shown and stored', async () => {
  const finals = await hear(final('hold a key', false), final('Hold a key.', true));
  expect(finals.map(({ text }) => text)).toEqual(['Hold a key.']);
});

test('the bare words are shown and stored if no formatted final comes', async () => {
  const finals = await hear(final('hold a key', false));
  expect(finals.map(({ text }) => text)).toEqual(['hold a key']);
});
