import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import { problem } from '#shared/problem.ts';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { recording } from '../../../test/support/recording.ts';
import { startService, validKey, type Service } from '../../../test/support/service.ts';
import { useVirtualTime } from '../../../test/support/virtual-time.ts';
import type { ConnectionTarget } from './connection-target.ts';
import { listenTo } from './listening-controller.fixture.ts';

useVirtualTime();

/* Failures that keep a session from beginning, or end it for good. */
let service: Service;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

describe('a session that cannot begin is one sentence, leaves nothing open, and the next start works', () => {
  const good = (): Result<ConnectionTarget> =>
    ok({
      baseUrl: service.env.CAPTIONKEY_STREAMING_URL,
      key: validKey,
      parameters: plainParameters,
    });

  test.each<[string, () => Result<ConnectionTarget>, RegExp]>([
    [
      'a wrong key',
      () =>
        ok({
          baseUrl: service.env.CAPTIONKEY_STREAMING_URL,
          key: 'bad-key-0815',
          parameters: plainParameters,
        }),
      /rejected that key/,
    ],
    [
      'a host that cannot be reached',
      () => ok({ baseUrl: 'ws://127.0.0.1:9', key: validKey, parameters: plainParameters }),
      /^Cannot reach 127\.0\.0\.1:9 \(ECONNREFUSED\)/,
    ],
  ])('%s', async (_what, bad, sentence) => {
    let connectionTarget = bad;
    const { listeningController, problems, rested, listens } = listenTo(
      service,
      recording.pcm,
      () => connectionTarget(),
    );
    listeningController.command('start');
    await rested();
    expect(problems.filter(Boolean)).toHaveLength(1);
    const shown = problems.at(-1);
    expect(shown && sentenceOf(shown)).toMatch(sentence);
    expect(shown && sentenceOf(shown)).not.toContain('0815');

    connectionTarget = good;
    listeningController.command('start');
    await listens();
    expect(problems.at(-1)).toBeNull();
    listeningController.command('cancel');
    await rested(2);
  });

  test('without a connection target the microphone does not open', () => {
    const problem = { code: 'no-key', params: {} } as const;
    const noKey = (): Result<ConnectionTarget> => ({ ok: false, problem });
    const { listeningController, problems, opened, statuses } = listenTo(
      service,
      recording.pcm,
      noKey,
    );
    listeningController.command('start');
    listeningController.command('toggle');
    listeningController.command('stop');
    listeningController.command('force-endpoint');
    expect(problems).toEqual([problem, problem]);
    expect(opened()).toBe(0);
    expect(statuses).toEqual([]);
    expect(listeningController.isAtRest).toBe(true);
  });

  test('the connection target can be missing when a second session would begin', async () => {
    let connectionTarget = good;
    const { listeningController, problems, listens, rested } = listenTo(
      service,
      recording.pcm,
      () => connectionTarget(),
    );
    listeningController.command('start');
    await listens();
    listeningController.command('stop');
    listeningController.command('start');
    connectionTarget = () => failed(problem('no-key', {}));
    await rested();
    expect(problems.at(-1)).toEqual(problem('no-key', {}));
    expect(service.sessions).toHaveLength(1);
  });

  test('a stop works without a connection target', async () => {
    let connectionTarget = good;
    const { listeningController, says, finished, rested } = listenTo(service, recording.pcm, () =>
      connectionTarget(),
    );
    listeningController.command('start');
    await says(/Hold a key/);
    connectionTarget = () => failed(problem('no-key', {}));
    listeningController.command('toggle');
    await rested();
    expect(finished[0]).toMatch(/^Hold a key/);
  });
});

test('a service that goes away for good is named, and the text so far stays', async () => {
  const { listeningController, problems, says, rested } = listenTo(service, recording.pcm);
  listeningController.command('start');
  await says(/Hold a key/);
  await service.close();
  await rested();
  expect(problems.at(-1)).toMatchObject({ code: 'unreachable' });
  expect(listeningController.text).toMatch(/^Hold a key/);
});
