import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainParameters } from '#core/streaming/parameters/from-settings.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { recording } from '../../../test/support/recording.ts';
import { startService, validKey, type Service } from '../../../test/support/service.ts';
import { useVirtualTime } from '../../../test/support/virtual-time.ts';
import type { Account } from './account.ts';
import { listenTo } from './listener.fixture.ts';

useVirtualTime();

/* What keeps a session from beginning, or ends it for good. */
let service: Service;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

describe('what cannot begin is one sentence, leaves nothing open, and the next start works', () => {
  const good = (): Result<Account> =>
    ok({
      baseUrl: service.env.CAPTIONKEY_STREAMING_URL,
      key: validKey,
      parameters: plainParameters,
    });

  test.each<[string, () => Result<Account>, RegExp]>([
    [
      'a wrong key',
      () =>
        ok({
          baseUrl: service.env.CAPTIONKEY_STREAMING_URL,
          key: 'bad-key-0815',
          parameters: plainParameters,
        }),
      /did not accept the API key/,
    ],
    [
      'a host that cannot be reached',
      () => ok({ baseUrl: 'ws://127.0.0.1:9', key: validKey, parameters: plainParameters }),
      /^Cannot reach 127\.0\.0\.1:9 \(ECONNREFUSED\)/,
    ],
  ])('%s', async (_what, bad, sentence) => {
    let account = bad;
    const { listener, problems, rested, listens } = listenTo(service, recording.pcm, () =>
      account(),
    );
    listener.command('start');
    await rested();
    expect(problems.filter(Boolean)).toHaveLength(1);
    expect(problems.at(-1)?.sentence).toMatch(sentence);
    expect(problems.at(-1)?.sentence).not.toContain('0815');

    account = good;
    listener.command('start');
    await listens();
    expect(problems.at(-1)).toBeNull();
    listener.command('cancel');
    await rested(2);
  });

  test('no account: not even the microphone is opened', () => {
    const problem = { code: 'no-key', sentence: 'There is no API key yet.' };
    const noKey = (): Result<Account> => ({ ok: false, problem });
    const { listener, problems, opened, statuses } = listenTo(service, recording.pcm, noKey);
    listener.command('start');
    listener.command('toggle');
    listener.command('stop');
    listener.command('force-endpoint');
    expect(problems).toEqual([problem, problem]);
    expect(opened()).toBe(0);
    expect(statuses).toEqual([]);
    expect(listener.isAtRest).toBe(true);
  });

  test('an account that is gone when a second session would begin', async () => {
    let account = good;
    const { listener, problems, listens, rested } = listenTo(service, recording.pcm, () =>
      account(),
    );
    listener.command('start');
    await listens();
    listener.command('stop');
    listener.command('start');
    account = () => failed('no-key', 'There is no API key any more.');
    await rested();
    expect(problems.at(-1)).toEqual({ code: 'no-key', sentence: 'There is no API key any more.' });
    expect(service.sessions).toHaveLength(1);
  });

  test('a stop still works when the account is gone', async () => {
    let account = good;
    const { listener, says, finished, rested } = listenTo(service, recording.pcm, () => account());
    listener.command('start');
    await says(/Hold a key/);
    account = () => failed('no-key', 'There is no API key any more.');
    listener.command('toggle');
    await rested();
    expect(finished[0]).toMatch(/^Hold a key/);
  });
});

test('a service that goes away for good is named, and what was said is still there', async () => {
  const { listener, problems, says, rested } = listenTo(service, recording.pcm);
  listener.command('start');
  await says(/Hold a key/);
  await service.close();
  await rested();
  expect(problems.at(-1)).toMatchObject({ code: 'unreachable' });
  expect(listener.text).toMatch(/^Hold a key/);
});
