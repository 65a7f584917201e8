import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Dictated } from '#core/listening/dictation.ts';
import { plainParameters } from '#core/streaming/parameters/from-settings.ts';
import { ok } from '#shared/result.ts';
import type { Turn } from '#shared/turn.ts';
import { between, recording } from '../../../test/support/recording.ts';
import { startService, validKey, type Service } from '../../../test/support/service.ts';
import { pass, until, useVirtualTime } from '../../../test/support/virtual-time.ts';
import { WavMicrophone } from '../audio/wav-microphone.ts';
import { keepNothing } from '../keeping/keeping.ts';
import { Listener } from './listener.ts';
import { observing } from './observer.fixture.ts';

/*
 * Universal-Streaming drops the words that are in flight when it is sent ForceEndpoint, mid-word. On
 * real sockets, no stop, no dictation and no hotkey costs a word.
 */
useVirtualTime();
let service: Service;

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const words = recording.turns.flatMap((turn) => turn.words);

/** Captions or dictations over sound in which a person goes on talking. */
function listen(pcm: Int16Array) {
  const turns = new Map<number, Turn>();
  const dictated: Dictated[] = [];
  const finished: string[] = [];
  const parameters = { ...plainParameters, model: 'universal-streaming-english' } as const;
  let sessions = 0;
  const listener = new Listener(
    () => new WavMicrophone(new Uint8Array(pcm.buffer)),
    () => ok({ baseUrl: service.env.CAPTIONKEY_STREAMING_URL, key: validKey, parameters }),
    () => ({ maxAttempts: 2, warmMs: 0 }),
    keepNothing,
    observing({
      turn: (turn) => turns.set(turn.id, turn),
      dictated: (one) => dictated.push(one),
      finished: (text) => finished.push(text),
      sessionBegan: () => (sessions += 1),
    }),
  );
  return {
    listener,
    dictated,
    finished,
    sessions: () => sessions,
    said: () =>
      [...turns.values()]
        .toSorted((one, other) => one.id - other.id)
        .map(({ text }) => text)
        .filter((text) => text !== '')
        .join(' '),
    rested: () => until(() => expect(listener.isAtRest).toBe(true)),
  };
}

/** The words of the recording that have ended by then. */
const saidBy = (ms: number): string =>
  words
    .filter(({ endMs }) => endMs <= ms)
    .map(({ text }) => text)
    .join(' ');

const all = saidBy(Infinity);

/** Right behind the fourth word, while the sentence goes on. */
const behindFour = words[3]?.endMs ?? 0;

/** The recording up to a word, and silence: the person stops talking with it. */
const upTo = (ms: number): Int16Array =>
  Int16Array.from([...between(0, ms), ...new Int16Array(5 * 16_000)]);

test('captions that are stopped with the last word have it', async () => {
  const { listener, finished, rested } = listen(upTo(behindFour));
  listener.command('start');
  await pass(behindFour);
  listener.command('stop');
  await rested();
  expect(finished).toEqual([saidBy(behindFour)]);
});

test('a dictation that ends with the last word has it', async () => {
  const { listener, dictated, rested } = listen(upTo(behindFour));
  listener.dictate(1);
  await pass(behindFour);
  listener.dispatch({ type: 'end-dictation' });
  await rested();
  expect(dictated).toMatchObject([{ text: saidBy(behindFour), isComplete: true }]);
});

test('a dictation beside captions ends with its turn, and costs neither of them a word', async () => {
  const { listener, dictated, said, rested, sessions } = listen(recording.pcm);
  listener.command('start');
  listener.dictate(1);
  // A person lets go in the middle of the first sentence, and talks on.
  await pass(behindFour);
  listener.dispatch({ type: 'end-dictation' });
  await until(() => expect(dictated).toHaveLength(1));
  expect(dictated[0]?.text.startsWith(saidBy(behindFour))).toBe(true);
  await rested();
  expect(said()).toBe(all);
  expect(sessions()).toBe(1);
});

test('"finish sentence now" loses no word and doubles none', async () => {
  for (const atMs of [behindFour, behindFour + 300, behindFour + 1_500]) {
    const { listener, said, rested } = listen(recording.pcm);
    listener.command('start');
    await pass(atMs);
    listener.command('force-endpoint');
    await rested();
    expect(said()).toBe(all);
  }
});
