import { expect, test, vi } from 'vitest';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { ok } from '#shared/result.ts';
import { startFaultyProxy } from '../../../test/support/faults-proxy.ts';
import type { Fault } from '../../../test/support/faults.ts';
import { recording } from '../../../test/support/recording.ts';
import { startService, validKey } from '../../../test/support/service.ts';
import { until, useVirtualTime } from '../../../test/support/virtual-time.ts';
import { WavMicrophone } from '../audio/wav-microphone.ts';
import { storeNothing } from '../storage/transcript/transcript-store.ts';
import { ListeningController } from './listening-controller.ts';
import { observing } from './observer.fixture.ts';
import { SessionLog, type SessionEnd } from './session-log.ts';

useVirtualTime();

const inject = (count: number, data: string): Fault => ({ at: 'frame', count, do: 'inject', data });
const silence = { type: 'Silence', start_ms: 0, end_ms: 900 };

test('messages that nothing acts on are counted by kind for each session', async () => {
  const service = await startService();
  const proxy = await startFaultyProxy(service.env.CAPTIONKEY_STREAMING_URL, [
    inject(1, JSON.stringify(silence)),
    inject(2, JSON.stringify(silence)),
    inject(3, JSON.stringify({ type: 'Weather', said: 'secret' })),
    inject(4, 'no message'),
  ]);
  const ends: SessionEnd[] = [];
  let frames = 0;
  const listeningController = new ListeningController(
    () => new WavMicrophone(new Uint8Array(recording.pcm.buffer)),
    () => ok({ baseUrl: proxy.url, key: validKey, parameters: plainParameters }),
    () => ({ maxAttempts: 1, warmMs: 0 }),
    storeNothing,
    observing({ sessionEnded: (end) => ends.push(end), level: () => (frames += 1) }),
  );
  listeningController.command('start');
  await until(() => expect(frames).toBeGreaterThan(20));
  listeningController.command('cancel');
  await until(() => expect(ends).toHaveLength(1));
  const [{ durationMs, ...end } = { durationMs: -1 }] = ends;
  expect(durationMs).toBeGreaterThanOrEqual(0);
  expect(end).toEqual({ cause: 'asked', code: 0, Silence: 2, unknown: 1, malformed: 1 });
  await proxy.close();
  await service.close();
});

test('a session costs money from Begin on, by a clock that nobody sets', () => {
  const [opened, billed] = [vi.fn(), vi.fn()];
  const observer = observing({ sessionOpened: opened, sessionBilled: billed });
  const target = { baseUrl: 'wss://localhost', key: validKey, parameters: plainParameters };
  const log = new SessionLog(observer, target);
  vi.advanceTimersByTime(5_000);
  const began = { startedAtMs: Date.now(), monotonicStartMs: performance.now() };
  log.began('one', null);
  expect(opened).toHaveBeenCalledWith(expect.objectContaining(began));
  vi.advanceTimersByTime(2_000);
  vi.setSystemTime(began.startedAtMs + 3_600_000);
  log.ended(null, null);
  const { startedAtMs } = began;
  expect(billed).toHaveBeenCalledWith(expect.objectContaining({ startedAtMs, sessionSeconds: 2 }));
});
