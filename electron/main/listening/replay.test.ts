import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { turnsPerSegment } from '#core/segments/segment.ts';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { tuning } from '#core/tuning.ts';
import { ok } from '#shared/result.ts';
import type { Status } from '#shared/status.ts';
import type { Turn } from '#shared/turn.ts';
import { startFaultyProxy } from '../../../test/support/faults-proxy.ts';
import { worstWordTimes, type Fault } from '../../../test/support/faults.ts';
import { joined, recording, sentences } from '../../../test/support/recording.ts';
import { startService, validKey, type Service } from '../../../test/support/service.ts';
import { until, useVirtualTime } from '../../../test/support/virtual-time.ts';
import { WavMicrophone } from '../audio/wav-microphone.ts';
import { storeNothing } from '../storage/transcript/transcript-store.ts';
import { ListeningController } from './listening-controller.ts';
import { observing } from './observer.fixture.ts';

/* Real sockets on a connection that breaks. Each word is there once. */
useVirtualTime();
let service: Service;

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

/** Listens to a recording over a connection with faults, until everything is closed. */
async function hear(pcm: Int16Array, faults: Fault[], by = service) {
  const proxy = await startFaultyProxy(by.env.CAPTIONKEY_STREAMING_URL, faults);
  const turns = new Map<number, Turn>();
  const statuses: Status[] = [];
  const problems: string[] = [];
  /** Every turn as it was shown, with the time of the sound. */
  const shown: (Turn & { atMs: number })[] = [];
  const beganAtMs: number[] = [];
  const startedAtMs = performance.now();
  const soundMs = (): number => performance.now() - startedAtMs;
  let hasRested = false;
  const listeningController = new ListeningController(
    () => new WavMicrophone(new Uint8Array(pcm.buffer)),
    () => ok({ baseUrl: proxy.url, key: validKey, parameters: plainParameters }),
    () => ({ maxAttempts: 100, warmMs: 0 }),
    storeNothing,
    observing({
      status: (status) => statuses.push(status),
      turn: (turn) => {
        turns.set(turn.id, turn);
        shown.push({ ...turn, atMs: soundMs() });
      },
      sessionBegan: () => beganAtMs.push(soundMs()),
      problem: (problem) => problems.push(problem?.code ?? 'none'),
      rested: () => (hasRested = true),
    }),
  );
  listeningController.command('start');
  await until(() => expect(hasRested).toBe(true));
  const connections = proxy.connections();
  await proxy.close();
  const inOrder = [...turns.values()].sort((a, b) => a.id - b.id);
  return {
    said: inOrder.map(({ text }) => text).join(' '),
    areFinal: inOrder.every(({ isFinal }) => isFinal),
    phases: [...new Set(statuses.map(({ phase }) => phase))],
    problems,
    connections,
    shown,
    beganAtMs,
  };
}

/** A new session within a sentence writes its first word with a capital. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];
const expected = wordsOf(sentences.join(' '));

const drop = { do: 'drop' } as const;

describe('the connection breaks', () => {
  test.for<[string, Fault[]]>([
    ['before the upgrade', [{ at: 'upgrade', do: 'drop' }]],
    ['before Begin', [{ at: 'message', type: 'Begin', ...drop }]],
    ['in a partial', [{ at: 'message', type: 'Turn', count: 2, ...drop }]],
    ['within a word', [{ at: 'frame', count: 33, ...drop }]],
    ['in silence', [{ at: 'frame', count: 3, ...drop }]],
    ['in the last final', [{ at: 'command', type: 'ForceEndpoint', ...drop }]],
    ['at Terminate', [{ at: 'command', type: 'Terminate', ...drop }]],
    [
      'twice in a row',
      [
        { at: 'frame', count: 60, ...drop },
        { at: 'frame', count: 10, connection: 1, ...drop },
      ],
    ],
    [
      'where word times are at their worst',
      [0, 1, 2].flatMap((connection): Fault[] => [
        { at: 'frame', count: 1, connection, ...worstWordTimes },
        { at: 'frame', count: 80, connection, ...drop },
      ]),
    ],
    ['with 3005', [{ at: 'frame', count: 70, do: 'error', code: 3005, error: 'Cancelled' }]],
    ['with 3008', [{ at: 'frame', count: 70, do: 'error', code: 3008, error: 'Expired' }]],
    ['with 3009', [{ at: 'frame', count: 70, do: 'error', code: 3009, error: 'Too many' }]],
    ['with 1011', [{ at: 'frame', count: 70, do: 'error', code: 1011, error: 'Server fault' }]],
  ])('%s', async ([, faults]) => {
    const { said, areFinal, connections, problems } = await hear(recording.pcm, faults);
    expect(wordsOf(said)).toEqual(expected);
    expect(areFinal).toBe(true);
    expect(connections).toBeGreaterThan(1);
    expect(problems.filter((code) => code !== 'none')).toEqual([]);
  });
});

test('an outage is reported, and afterwards every word is there', async () => {
  const away = [1, 2, 3, 4, 5].map((connection): Fault => ({
    at: 'upgrade',
    connection,
    do: 'drop',
  }));
  const { said, phases, problems, connections } = await hear(recording.pcm, [
    { at: 'frame', count: 40, ...drop },
    ...away,
  ]);
  expect(wordsOf(said)).toEqual(expected);
  expect(phases).toContain('reconnecting');
  expect(problems).toContain('unreachable');
  expect(problems.at(-1)).toBe('none');
  expect(connections).toBeGreaterThanOrEqual(7);
});

test('speech during an outage of two minutes', async () => {
  const rounds = 12;
  const pcm = joined(...Array<Int16Array>(rounds).fill(recording.pcm));
  const away = Array.from({ length: 18 }, (_, index): Fault => ({
    at: 'upgrade',
    connection: index + 1,
    do: 'drop',
  }));
  const { said, phases } = await hear(pcm, [{ at: 'frame', count: 40, ...drop }, ...away]);
  expect(wordsOf(said)).toEqual(Array(rounds).fill(expected).flat());
  expect(phases).toContain('reconnecting');
});

/** The longest delay of the words of live speech since a time, in milliseconds. */
function longestLagMs(
  shown: readonly (Turn & { atMs: number })[],
  sinceMs: number,
  rounds: number,
) {
  const roundMs = recording.pcm.length / 16;
  const endsMs = Array.from({ length: rounds }, (_, round) =>
    recording.turns.flatMap((turn) => turn.words).map(({ endMs }) => endMs + round * roundMs),
  ).flat();
  const segmentOf = ({ id }: Turn): number => Math.floor(id / turnsPerSegment);
  const live = Math.max(...shown.map(segmentOf));
  const texts = new Map<number, string>();
  const shownAtMs: number[] = [];
  for (const turn of shown.filter((one) => segmentOf(one) === live)) {
    texts.set(turn.id, turn.text);
    const count = wordsOf([...texts.values()].join(' ')).length;
    while (shownAtMs.length < count) shownAtMs.push(turn.atMs);
  }
  const liveEndsMs = endsMs.slice(-shownAtMs.length);
  const lags = liveEndsMs.flatMap((endMs, index) =>
    endMs < sinceMs ? [] : [(shownAtMs[index] ?? Infinity) - endMs],
  );
  return Math.max(...lags);
}

/** The model's time between partials in continuous speech. */
const partialCadenceMs = 3_000;

describe.each([
  ['works sound off 1.25 times as fast as it was said', 1.25],
  ['works sound off as fast as it was said', 1],
])('a service that %s, and refuses to be more than 8 s behind', (_what, rate) => {
  test.each([
    [12, 5],
    [60, 11],
  ])(
    'after about %d s without a network every word is there once, and live words come soon',
    async (_s, tries) => {
      const strict = await startService({ rate, longestBacklogMs: 8_000 });
      const rounds = Math.ceil(tries / 2) + 1;
      const away = Array.from({ length: tries }, (_, index): Fault => ({
        at: 'upgrade',
        connection: index + 1,
        do: 'drop',
      }));
      const { said, areFinal, shown, beganAtMs } = await hear(
        joined(...Array<Int16Array>(rounds).fill(recording.pcm)),
        [{ at: 'frame', count: 40, ...drop }, ...away],
        strict,
      );
      await strict.close();
      const lagMs = longestLagMs(shown, beganAtMs[1] ?? Infinity, rounds);
      expect(lagMs).toBeGreaterThan(0);
      expect(lagMs).toBeLessThanOrEqual(tuning.longestLagMs + partialCadenceMs);
      expect(wordsOf(said)).toEqual(Array(rounds).fill(expected).flat());
      expect(areFinal).toBe(true);
    },
  );
});
