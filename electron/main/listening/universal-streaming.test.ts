import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Dictated } from '#core/listening/dictation.ts';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { ok } from '#shared/result.ts';
import type { Turn } from '#shared/turn.ts';
import { between, recording } from '../../../test/support/recording.ts';
import { startService, validKey, type Service } from '../../../test/support/service.ts';
import { pass, until, useVirtualTime } from '../../../test/support/virtual-time.ts';
import { WavMicrophone } from '../audio/wav-microphone.ts';
import { storeNothing } from '../storage/transcript/transcript-store.ts';
import { ListeningController } from './listening-controller.ts';
import { observing } from './observer.fixture.ts';

/*
 * Universal-Streaming drops the words in flight when it receives ForceEndpoint in a word. On real
 * sockets, no stop, dictation or hotkey costs a word.
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
  const listeningController = new ListeningController(
    () => new WavMicrophone(new Uint8Array(pcm.buffer)),
    () => ok({ baseUrl: service.env.CAPTIONKEY_STREAMING_URL, key: validKey, parameters }),
    () => ({ maxAttempts: 2, warmMs: 0 }),
    storeNothing,
    observing({
      turn: (turn) => turns.set(turn.id, turn),
      dictated: (one) => dictated.push(one),
      finished: (text) => finished.push(text),
      sessionBegan: () => (sessions += 1),
    }),
  );
  return {
    listeningController,
    dictated,
    finished,
    sessions: () => sessions,
    said: () =>
      [...turns.values()]
        .toSorted((one, other) => one.id - other.id)
        .map(({ text }) => text)
        .filter((text) => text !== '')
        .join(' '),
    rested: () => until(() => expect(listeningController.isAtRest).toBe(true)),
  };
}

/** The words of the recording that have ended by this time. */
const saidBy = (ms: number): string =>
  words
    .filter(({ endMs }) => endMs <= ms)
    .map(({ text }) => text)
    .join(' ');

const all = saidBy(Infinity);

/** Right after the fourth word, while the sentence goes on. */
const behindFour = words[3]?.endMs ?? 0;

/** The recording up to a word, then silence: the person stops talking there. */
const upTo = (ms: number): Int16Array =>
  Int16Array.from([...between(0, ms), ...new Int16Array(5 * 16_000)]);

test('captions that are stopped at the end of the last word have it', async () => {
  const { listeningController, finished, rested } = listen(upTo(behindFour));
  listeningController.command('start');
  await pass(behindFour);
  listeningController.command('stop');
  await rested();
  expect(finished).toEqual([saidBy(behindFour)]);
});

test('a dictation that ends at the end of the last word has it', async () => {
  const { listeningController, dictated, rested } = listen(upTo(behindFour));
  listeningController.dictate(1);
  await pass(behindFour);
  listeningController.dispatch({ type: 'end-dictation' });
  await rested();
  expect(dictated).toMatchObject([{ text: saidBy(behindFour), isComplete: true }]);
});

test('a dictation beside captions ends with its turn, and neither loses a word', async () => {
  const { listeningController, dictated, said, rested, sessions } = listen(recording.pcm);
  listeningController.command('start');
  listeningController.dictate(1);
  // The person releases the key in the middle of the first sentence, and talks on.
  await pass(behindFour);
  listeningController.dispatch({ type: 'end-dictation' });
  await until(() => expect(dictated).toHaveLength(1));
  expect(dictated[0]?.text.startsWith(saidBy(behindFour))).toBe(true);
  await rested();
  expect(said()).toBe(all);
  expect(sessions()).toBe(1);
});

test('ForceEndpoint loses no word and doubles none', async () => {
  for (const atMs of [behindFour, behindFour + 300, behindFour + 1_500]) {
    const { listeningController, said, rested } = listen(recording.pcm);
    listeningController.command('start');
    await pass(atMs);
    listeningController.command('force-endpoint');
    await rested();
    expect(said()).toBe(all);
  }
});
