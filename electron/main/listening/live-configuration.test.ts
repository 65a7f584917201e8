import * as v from 'valibot';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { problem } from '#shared/problem.ts';
import { parametersFrom } from '#core/assemblyai/parameters/from-settings.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { settingsSchema, type Settings } from '#shared/settings.ts';
import type { Turn } from '#shared/turn.ts';
import { startDemoServer } from '../../demo-server/server.ts';
import { startFaultyProxy } from '../../../test/support/faults-proxy.ts';
import type { Fault } from '../../../test/support/faults.ts';
import { recording, sentences } from '../../../test/support/recording.ts';
import { startService, validKey, type Service } from '../../../test/support/service.ts';
import { until, useVirtualTime } from '../../../test/support/virtual-time.ts';
import { WavMicrophone } from '../audio/wav-microphone.ts';
import { storeNothing } from '../storage/transcript/transcript-store.ts';
import type { ConnectionTarget } from './connection-target.ts';
import { ListeningController } from './listening-controller.ts';
import { observing } from './observer.fixture.ts';

/* Settings change while real sessions run. A strict service refuses what it cannot change. */
useVirtualTime();
let service: Service;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

const defaults = v.parse(settingsSchema('linux'), {});

/** A listening controller that hears the recording, with settings that can change. */
async function listen(faults: Fault[] = [], warmMs = 0) {
  const proxy = await startFaultyProxy(service.env.CAPTIONKEY_STREAMING_URL, faults);
  onTestFinished(() => proxy.close());
  let settings: Settings = defaults;
  let { url } = proxy;
  let refusal: Result<ConnectionTarget> | null = null;
  const turns = new Map<number, Turn>();
  const problems: string[] = [];
  const phases: string[] = [];
  let rests = 0;
  const listeningController = new ListeningController(
    () => new WavMicrophone(new Uint8Array(recording.pcm.buffer)),
    () => {
      const parameters = parametersFrom(settings);
      if (refusal !== null || !parameters.ok)
        return (
          refusal ??
          failed(
            problem('bad-setting', { setting: 'prompt', expected: { type: 'text', most: 1_750 } }),
          )
        );
      return ok({ baseUrl: url, key: validKey, parameters: parameters.value });
    },
    () => ({ maxAttempts: 100, warmMs }),
    storeNothing,
    observing({
      status: ({ phase }) => phases.push(phase),
      turn: (turn) => turns.set(turn.id, turn),
      problem: (problem) => problem && problems.push(problem.code),
      rested: () => (rests += 1),
    }),
  );
  return {
    listeningController,
    problems,
    change: (some: Partial<Settings>) => {
      settings = { ...settings, ...some };
      listeningController.configure();
    },
    moveTo: (elsewhere: string) => {
      url = elsewhere;
      listeningController.configure();
    },
    refuse: () => {
      refusal = failed(problem('no-key', {}));
      listeningController.configure();
    },
    words: () =>
      [...turns.values()]
        .sort((a, b) => a.id - b.id)
        .flatMap(({ text }) => text.toLowerCase().match(/[a-z]+/g) ?? []),
    says: (text: RegExp) =>
      until(() => expect([...turns.values()].at(-1)?.text ?? '').toMatch(text)),
    isIdle: () => until(() => expect(phases.at(-1)).toBe('idle')),
    rested: (times = 1) => until(() => expect(rests).toBe(times)),
  };
}

const expected = sentences
  .join(' ')
  .toLowerCase()
  .match(/[a-z]+/g);

test('a running session receives the settings that it can change, and only the changed ones', async () => {
  const { listeningController, change, says, problems, rested } = await listen();
  listeningController.command('start');
  await says(/Hold/);
  change({ keyterms: ['CaptionKey'], maxTurnSilenceMs: 2_000 });
  change({});
  change({ keyterms: [], prompt: 'Two architects talk.' });
  await until(() => expect(service.updates).toHaveLength(2));
  expect(service.updates).toEqual([
    { session: 0, keyterms_prompt: ['CaptionKey'], max_turn_silence: 2_000 },
    { session: 0, keyterms_prompt: [], prompt: 'Two architects talk.' },
  ]);
  await says(/say what/);
  expect(service.sessions).toHaveLength(1);
  expect(problems).toEqual([]);
  listeningController.command('cancel');
  await rested();
});

test('another model begins at the next pause, with the newest settings, and no word is lost', async () => {
  const { listeningController, change, says, words, problems, rested } = await listen();
  listeningController.command('start');
  await says(/Hold/);
  change({ speechModel: 'universal-3-6-pro', keyterms: ['first'] });
  change({ keyterms: ['newest'] });
  await rested();
  expect(service.sessions.map((query) => query.get('speech_model'))).toEqual([
    'u3-rt-pro',
    'universal-3-6-pro',
  ]);
  expect(service.sessions[1]?.get('keyterms_prompt')).toBe('["newest"]');
  expect(service.updates).toEqual([]);
  expect(words()).toEqual(expected);
  expect(problems).toEqual([]);
});

test('running captions move to another region', async () => {
  const elsewhere = await startService();
  const { listeningController, moveTo, says, words, rested } = await listen();
  listeningController.command('start');
  await says(/Hold/);
  moveTo(elsewhere.env.CAPTIONKEY_STREAMING_URL);
  await rested();
  expect([service.sessions.length, elsewhere.sessions.length]).toEqual([1, 1]);
  expect(words()).toEqual(expected);
  await elsewhere.close();
});

test('a warm session receives changed settings, and ends if it cannot change them', async () => {
  const { listeningController, change, says, isIdle, rested } = await listen([], 60_000);
  listeningController.command('start');
  // The speech pauses here, so a stop cuts no word.
  await says(/\.$/);
  listeningController.command('stop');
  await isIdle();
  change({ keyterms: ['CaptionKey'] });
  await until(() => expect(service.updates).toHaveLength(1));
  expect(service.commands.at(-1)).toBe('UpdateConfiguration');
  change({ languageDetection: true });
  await rested();
  expect(service.commands.at(-1)).toBe('Terminate');
  listeningController.command('start');
  await until(() => expect(service.sessions).toHaveLength(2));
  expect(service.sessions[1]?.get('language_detection')).toBe('true');
  listeningController.command('cancel');
  await rested(2);
});

test('a session whose last words are awaited is not kept warm with outdated settings', async () => {
  const { listeningController, change, says, rested } = await listen([], 60_000);
  listeningController.command('start');
  await says(/Hold/);
  listeningController.command('stop');
  change({ speechModel: 'universal-3-6-pro' });
  await rested();
  expect(service.commands).toEqual(['ForceEndpoint', 'Terminate']);
});

test('a session that still connects receives changed settings as soon as it begins', async () => {
  const { listeningController, change, rested } = await listen();
  listeningController.command('start');
  change({ prompt: 'first' });
  change({ prompt: 'newest' });
  await until(() => expect(service.updates).toHaveLength(1));
  expect(service.sessions[0]?.has('prompt')).toBe(false);
  expect(service.updates).toEqual([{ session: 0, prompt: 'newest' }]);
  listeningController.command('cancel');
  await rested();
});

test('a session that continues a lost one asks for the newest settings', async () => {
  const { listeningController, change, says, rested } = await listen([
    { at: 'frame', count: 120, do: 'drop' },
  ]);
  listeningController.command('start');
  await says(/Hold/);
  change({ keyterms: ['CaptionKey'] });
  await until(() => expect(service.sessions.length).toBeGreaterThan(1));
  expect(service.sessions[1]?.get('keyterms_prompt')).toBe('["CaptionKey"]');
  listeningController.command('cancel');
  await rested();
});

test('two sessions at once both receive changed settings', async () => {
  const { listeningController, change, says, rested } = await listen([
    { at: 'command', type: 'ForceEndpoint', do: 'delay', delayMs: 10_000 },
  ]);
  listeningController.command('start');
  await says(/Hold/);
  listeningController.command('stop');
  listeningController.command('start');
  await until(() => expect(service.sessions).toHaveLength(2));
  change({ keyterms: ['CaptionKey'] });
  await until(() => expect(service.updates).toHaveLength(2));
  const updated = { keyterms_prompt: ['CaptionKey'] };
  expect(service.updates).toEqual(
    expect.arrayContaining([
      { session: 0, ...updated },
      { session: 1, ...updated },
    ]),
  );
  listeningController.command('cancel');
  await rested();
});

test('settings that cannot begin a session are sent to none', async () => {
  const { listeningController, change, refuse, says, rested } = await listen();
  listeningController.command('start');
  await says(/Hold/);
  change({ prompt: 'x'.repeat(1_751) });
  change({ prompt: '', keyterms: Array.from({ length: 101 }, (_, index) => `term ${index}`) });
  refuse();
  listeningController.command('cancel');
  await rested();
  expect(service.commands).toEqual(['Terminate']);
});

/**
 * Names of the highest number and length that the service takes, in alphabets that grow in an address.
 */
const names = (alphabet: string) =>
  Array.from({ length: 100 }, (_, index) => `${index} ${alphabet.repeat(50)}`.slice(0, 50));

test.each(['Щука', '語'])(
  'names and a prompt in %s are sent before any sound, and the address stays short',
  async (alphabet) => {
    const log: string[] = [];
    const server = await startDemoServer({
      key: validKey,
      recording,
      onFrame: () => log.push('sound'),
      onCommand: ({ type }) => log.push(type),
      onSession: ({ query }) => log.push(`address of ${query.toString().length}`),
    });
    onTestFinished(() => server.close());
    const { listeningController, change, moveTo, says, problems, words, rested } = await listen();
    moveTo(server.url);
    change({ keyterms: names(alphabet), prompt: alphabet.repeat(1_750).slice(0, 1_750) });
    listeningController.command('start');
    await says(/Hold/);
    expect(log[0]).toMatch(/^address of \d{2,3}$/);
    expect(log.slice(1, 3)).toEqual(['UpdateConfiguration', 'sound']);
    await rested();
    expect(log.filter((what) => what === 'UpdateConfiguration')).toHaveLength(1);
    expect(words()).toEqual(expected);
    expect(problems).toEqual([]);
  },
);
