import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { plainParameters } from '#core/streaming/parameters/from-settings.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { Problem, Status } from '#shared/status.ts';
import type { Turn } from '#shared/turn.ts';
import { recording, sentences } from '../../../test/support/recording.ts';
import { startService, validKey, type Service } from '../../../test/support/service.ts';
import { WavMicrophone } from '../audio/wav-microphone.ts';
import type { Account } from './account.ts';
import { keepNothing, type Keeping } from '../keeping/keeping.ts';
import { Listener } from './listener.ts';
import { observing } from './observer.fixture.ts';

/* The whole way on plain Node: a recording in real time, the socket, the service and back. */
let service: Service;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

const waitFor = { timeout: 25_000, interval: 5 };

/** A listener and everything it says. */
function listenTo(
  pcm: Int16Array,
  account?: () => Result<Account>,
  warmMs = 0,
  keeping: Keeping = keepNothing,
) {
  const statuses: Status[] = [];
  const turns: Turn[] = [];
  const problems: (Problem | null)[] = [];
  const finished: string[] = [];
  /** Statuses and turns in the order they were told. */
  const told: (Status | Turn)[] = [];
  let rests = 0;
  let opened = 0;
  const listener = new Listener(
    () => {
      opened += 1;
      return new WavMicrophone(new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength));
    },
    account ??
      (() =>
        ok({
          baseUrl: service.env.CAPTIONKEY_STREAMING_URL,
          key: validKey,
          parameters: plainParameters,
        })),
    () => ({ maxAttempts: 2, warmMs }),
    keeping,
    observing({
      status: (status) => told.push(status) && statuses.push(status),
      turn: (turn) => told.push(turn) && turns.push(turn),
      problem: (problem) => problems.push(problem),
      finished: (text) => finished.push(text),
      rested: () => (rests += 1),
    }),
  );
  return {
    listener,
    statuses,
    turns,
    told,
    problems,
    finished,
    opened: () => opened,
    finals: () => turns.filter(({ isFinal }) => isFinal).map(({ text }) => text),
    rested: (times = 1) => vi.waitFor(() => expect(rests).toBe(times), waitFor),
    says: (text: RegExp) =>
      vi.waitFor(() => expect(turns.at(-1)?.text ?? '').toMatch(text), waitFor),
    listens: () => vi.waitFor(() => expect(statuses).toContainEqual(connected), waitFor),
  };
}

const connected: Status = { phase: 'listening', connected: true };

/** A final never changes again, and ids are in order of speech. */
function expectOnlyGrowing(turns: Turn[]): void {
  const finals = new Set<number>();
  let newest = -1;
  for (const { id, isFinal } of turns) {
    expect(finals).not.toContain(id);
    expect(id).toBeGreaterThanOrEqual(newest);
    newest = id;
    if (isFinal) finals.add(id);
  }
}

test(
  'a recording becomes exactly its sentences, from exactly its sound',
  { timeout: 40_000 },
  async () => {
    const { listener, statuses, turns, finals, problems, finished, rested } = listenTo(
      recording.pcm,
    );
    listener.command('start');
    await rested();
    expect(finals()).toEqual(sentences);
    expect(listener.text).toBe(sentences.join(' '));
    expect(service.sound().subarray(0, recording.pcm.length)).toEqual(recording.pcm);
    expect(service.commands).toEqual(['ForceEndpoint', 'Terminate']);
    expect(problems.filter(Boolean)).toEqual([]);
    // It ended by itself: nobody asked for the text.
    expect(finished).toEqual([]);
    expect([...new Set(statuses.map(({ phase }) => phase))]).toEqual([
      'starting',
      'listening',
      'finishing',
      'idle',
    ]);
    expectOnlyGrowing(turns);
    expect(listener.isAtRest).toBe(true);
  },
);

test('a stop in mid-sentence keeps the words that were said', async () => {
  const { listener, finished, says, rested } = listenTo(recording.pcm);
  listener.command('start');
  await says(/Hold a key, and/);
  listener.command('stop');
  await rested();
  expect(finished).toHaveLength(1);
  expect(finished[0]).toMatch(/^Hold a key, and/);
  expect(sentences[0]?.startsWith(finished[0]?.replace(/[.,]$/, '') ?? '-')).toBe(true);
  expect(service.commands).toEqual(['ForceEndpoint', 'Terminate']);
});

test('however long the last words take to be kept, that all is over is told behind them', async () => {
  const slow: Keeping = { ...keepNothing, turn: () => sleep(300) };
  const { listener, told, says, rested } = listenTo(recording.pcm, undefined, 0, slow);
  listener.command('start');
  await says(/Hold a key/);
  listener.command('stop');
  await rested();
  expect(told.slice(-2)).toMatchObject([{ isFinal: true }, { phase: 'idle' }]);
});

test('starting twice is one session, toggling ends it, and toggling again begins another', async () => {
  const { listener, opened, listens, rested } = listenTo(recording.pcm);
  listener.command('start');
  listener.command('start');
  await listens();
  listener.command('start');
  listener.command('toggle');
  await rested();
  expect(opened()).toBe(1);
  expect(service.sessions).toHaveLength(1);
  listener.command('toggle');
  await vi.waitFor(() => expect(service.sessions).toHaveLength(2), waitFor);
  listener.command('cancel');
  await rested(2);
  expect(service.commands.at(-1)).toBe('Terminate');
});

test('ForceEndpoint makes what was said final, and captions go on', async () => {
  const { listener, finals, says, rested } = listenTo(recording.pcm);
  listener.command('force-endpoint');
  listener.command('start');
  await says(/Hold a key/);
  listener.command('force-endpoint');
  await vi.waitFor(() => expect(finals()[0]).toMatch(/^Hold a key/), waitFor);
  expect(service.commands).toEqual(['ForceEndpoint']);
  await says(/[a-z]/);
  expect(listener.status).toEqual(connected);
  listener.command('cancel');
  await rested();
});

test('a session that is kept hears what is said after the next start, and is ended on close', async () => {
  const { listener, finished, says, statuses, turns, rested } = listenTo(
    recording.pcm,
    undefined,
    60_000,
  );
  const isIdle = () =>
    vi.waitFor(() => expect(statuses.at(-1)).toEqual({ phase: 'idle' }), waitFor);
  listener.command('start');
  await says(/Hold a key/);
  listener.command('stop');
  await isIdle();
  expect(service.commands).toEqual(['ForceEndpoint']);
  listener.command('start');
  await vi.waitFor(() => expect(turns.at(-1)?.id).toBeGreaterThan(0), waitFor);
  await says(/^Hold a key/);
  listener.command('stop');
  await isIdle();
  await vi.waitFor(() => expect(finished).toHaveLength(2), waitFor);
  expect(finished[1]).toMatch(/^Hold a key/);
  expect(service.sessions).toHaveLength(1);
  listener.dispatch({ type: 'close' });
  await rested();
  expect(service.commands).toEqual(['ForceEndpoint', 'ForceEndpoint', 'Terminate']);
});

test('cancelling ends the session at once and hands nothing over', async () => {
  const { listener, finished, says, rested } = listenTo(recording.pcm);
  listener.command('start');
  await says(/Hold/);
  listener.command('cancel');
  await rested();
  expect(finished).toEqual([]);
  expect(service.commands).toEqual(['Terminate']);
});

test('started again before the stop is complete, no sample is lost between the sessions', async () => {
  const { listener, listens, rested } = listenTo(recording.pcm);
  listener.command('start');
  await listens();
  await sleep(1_000);
  listener.command('stop');
  listener.command('start');
  await vi.waitFor(() => expect(service.sessions).toHaveLength(2), waitFor);
  await vi.waitFor(() => expect(service.sound(1).length).toBeGreaterThan(16_000), waitFor);
  listener.command('cancel');
  await rested();

  const [first, second] = [service.sound(0), service.sound(1)];
  // The first ends in silence that fills its last frame; the second has to begin before that.
  const seam = [...recording.pcm.keys()].find(
    (start) =>
      start > first.length - 801 &&
      second.every((sample, n) => sample === recording.pcm[start + n]),
  );
  if (seam === undefined) throw new Error('The second session does not follow the first.');
  expect(seam).toBeLessThanOrEqual(first.length);
  expect(first.subarray(0, seam)).toEqual(recording.pcm.subarray(0, seam));
  expect(first.subarray(seam).every((sample) => sample === 0)).toBe(true);
});

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
    const { listener, problems, rested, listens } = listenTo(recording.pcm, () => account());
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
    const { listener, problems, opened, statuses } = listenTo(recording.pcm, noKey);
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
    const { listener, problems, listens, rested } = listenTo(recording.pcm, () => account());
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
    const { listener, says, finished, rested } = listenTo(recording.pcm, () => account());
    listener.command('start');
    await says(/Hold a key/);
    account = () => failed('no-key', 'There is no API key any more.');
    listener.command('toggle');
    await rested();
    expect(finished[0]).toMatch(/^Hold a key/);
  });
});

test('a service that goes away for good is named, and what was said is still there', async () => {
  const { listener, problems, says, rested } = listenTo(recording.pcm);
  listener.command('start');
  await says(/Hold a key/);
  await service.close();
  await rested();
  expect(problems.at(-1)).toMatchObject({ code: 'unreachable' });
  expect(listener.text).toMatch(/^Hold a key/);
});
