import { afterEach, beforeEach, expect, test } from 'vitest';
import { plainParameters } from '#core/streaming/parameters/from-settings.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { recording, sentences } from '../../../test/support/recording.ts';
import { startService, validKey, type Service } from '../../../test/support/service.ts';
import { arrive, useVirtualTime } from '../../../test/support/virtual-time.ts';
import { listenTo } from './listener.fixture.ts';

useVirtualTime();

/* A hotkey is pressed before the stored key is read: the system may ask the person for it first. */
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

test('the microphone opens at once, and what is said before the key is read becomes text', async () => {
  const { listener, statuses, opened, hears, read, says } = listenBeforeKey();
  listener.command('start');
  expect(opened()).toBe(1);
  await hears();
  expect(statuses.at(-1)).toEqual({ phase: 'listening', connected: false });
  expect(service.sessions).toHaveLength(0);

  read(ok(validKey));
  await says(new RegExp(`^${sentences[0]}$`));
  expect(service.sessions).toHaveLength(1);
  expect(service.sound().subarray(0, 1_600)).toEqual(recording.pcm.subarray(0, 1_600));
  listener.command('cancel');
});

test('a dictation has its first sample before the key is read', () => {
  const { listener, opened, problems } = listenBeforeKey();
  expect(listener.dictate(1)).toBe(0);
  expect(opened()).toBe(1);
  expect(problems.filter(Boolean)).toEqual([]);
  listener.command('cancel');
});

test('where no key is stored after all, that is said once and everything is closed', async () => {
  const { listener, problems, rested, read } = listenBeforeKey();
  listener.command('start');
  read(failed('no-key', 'There is no API key yet.'));
  await rested();
  expect(problems.filter(Boolean)).toEqual([
    { code: 'no-key', sentence: 'There is no API key yet.' },
  ]);
  expect(service.sessions).toHaveLength(0);
});

test('what is cancelled before the key is read opens no session', async () => {
  const { listener, hears, rested, read } = listenBeforeKey();
  listener.command('start');
  await hears();
  listener.command('cancel');
  await rested();
  read(ok(validKey));
  await arrive();
  expect(service.sessions).toHaveLength(0);
  expect(listener.isAtRest).toBe(true);
});
