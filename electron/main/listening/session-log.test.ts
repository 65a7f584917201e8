import { expect, test } from 'vitest';
import { plainParameters } from '#core/streaming/parameters/from-settings.ts';
import { ok } from '#shared/result.ts';
import { startFaultyProxy } from '../../../test/support/faults-proxy.ts';
import type { Fault } from '../../../test/support/faults.ts';
import { recording } from '../../../test/support/recording.ts';
import { startService, validKey } from '../../../test/support/service.ts';
import { until, useVirtualTime } from '../../../test/support/virtual-time.ts';
import { WavMicrophone } from '../audio/wav-microphone.ts';
import { keepNothing } from '../keeping/keeping.ts';
import { Listener } from './listener.ts';
import { observing } from './observer.fixture.ts';
import type { SessionEnd } from './session-log.ts';

useVirtualTime();

const inject = (count: number, data: string): Fault => ({ at: 'frame', count, do: 'inject', data });
const silence = { type: 'Silence', start_ms: 0, end_ms: 900 };

test('what the service says and nobody acts on is counted by its kind, for each session', async () => {
  const service = await startService();
  const proxy = await startFaultyProxy(service.env.CAPTIONKEY_STREAMING_URL, [
    inject(1, JSON.stringify(silence)),
    inject(2, JSON.stringify(silence)),
    inject(3, JSON.stringify({ type: 'Weather', said: 'secret' })),
    inject(4, 'no message'),
  ]);
  const ends: SessionEnd[] = [];
  let frames = 0;
  const listener = new Listener(
    () => new WavMicrophone(new Uint8Array(recording.pcm.buffer)),
    () => ok({ baseUrl: proxy.url, key: validKey, parameters: plainParameters }),
    () => ({ maxAttempts: 1, warmMs: 0 }),
    keepNothing,
    observing({ sessionEnded: (end) => ends.push(end), level: () => (frames += 1) }),
  );
  listener.command('start');
  await until(() => expect(frames).toBeGreaterThan(20));
  listener.command('cancel');
  await until(() => expect(ends).toHaveLength(1));
  const [{ durationMs, ...end } = { durationMs: -1 }] = ends;
  expect(durationMs).toBeGreaterThanOrEqual(0);
  expect(end).toEqual({ cause: 'asked', code: 0, Silence: 2, unknown: 1, malformed: 1 });
  await proxy.close();
  await service.close();
});
