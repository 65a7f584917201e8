import { afterEach, beforeEach, expect, test } from 'vitest';
import { problem } from '#shared/problem.ts';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { recording, sentences } from '../../../test/support/recording.ts';
import { startService, validKey, type Service } from '../../../test/support/service.ts';
import { arrive, useVirtualTime } from '../../../test/support/virtual-time.ts';
import { listenTo } from './listening-controller.fixture.ts';

useVirtualTime();

/* A hotkey is pressed before the stored key is read, because the system may ask the person first. */
let service: Service;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

const listenBeforeKey = () => {
  const read = Promise.withResolvers<Result<string>>();
  const listening = listenTo(service, recording.pcm, () =>
    ok({
      baseUrl: service.env.CAPTIONKEY_STREAMING_URL,
      key: read.promise,
      parameters: plainParameters,
    }),
  );
  return { ...listening, read: read.resolve };
};

test('the microphone opens at once, and speech before the key is read becomes text', async () => {
  const { listeningController, statuses, opened, hears, read, says } = listenBeforeKey();
  listeningController.command('start');
  expect(opened()).toBe(1);
  await hears();
  expect(statuses.at(-1)).toEqual({ phase: 'listening', connected: false });
  expect(service.sessions).toHaveLength(0);

  read(ok(validKey));
  await says(new RegExp(`^${sentences[0]}$`));
  expect(service.sessions).toHaveLength(1);
  expect(service.sound().subarray(0, 1_600)).toEqual(recording.pcm.subarray(0, 1_600));
  listeningController.command('cancel');
});

test('a dictation has its first sample before the key is read', () => {
  const { listeningController, opened, problems } = listenBeforeKey();
  expect(listeningController.dictate(1)).toBe(0);
  expect(opened()).toBe(1);
  expect(problems.filter(Boolean)).toEqual([]);
  listeningController.command('cancel');
});

test('a missing key is reported once, and everything is closed', async () => {
  const { listeningController, problems, rested, read } = listenBeforeKey();
  listeningController.command('start');
  read(failed(problem('no-key', {})));
  await rested();
  expect(problems.filter(Boolean)).toEqual([problem('no-key', {})]);
  expect(service.sessions).toHaveLength(0);
});

test('a cancellation before the key is read opens no session', async () => {
  const { listeningController, hears, rested, read } = listenBeforeKey();
  listeningController.command('start');
  await hears();
  listeningController.command('cancel');
  await rested();
  read(ok(validKey));
  await arrive();
  expect(service.sessions).toHaveLength(0);
  expect(listeningController.isAtRest).toBe(true);
});
