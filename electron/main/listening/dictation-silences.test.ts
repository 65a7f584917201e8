import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  dictatingParametersFrom,
  parametersFrom,
} from '#core/assemblyai/parameters/from-settings.ts';
import type { Dictated } from '#core/listening/dictation.ts';
import { ok } from '#shared/result.ts';
import { settingsSchema, type Settings } from '#shared/settings.ts';
import * as v from 'valibot';
import { loadRecording } from '../../demo-server/recording.ts';
import { between, joined, recording } from '../../../test/support/recording.ts';
import { startService, validKey, type Service } from '../../../test/support/service.ts';
import { pass, until, useVirtualTime } from '../../../test/support/virtual-time.ts';
import { WavMicrophone } from '../audio/wav-microphone.ts';
import { storeNothing } from '../storage/transcript/transcript-store.ts';
import { ListeningController } from './listening-controller.ts';
import { observing } from './observer.fixture.ts';

/*
 * A pause does not end the turn of a dictation, because the key does. A number in groups stays one text.
 */
useVirtualTime();
let service: Service;

/** "four one five, five five five, twelve twelve." with 700 ms between the groups. */
const digits = await loadRecording(join(import.meta.dirname, '../../../test/fixtures/digits'));
let digitsService: Service;

beforeAll(async () => {
  service = await startService();
  digitsService = await startService(undefined, digits);
});
afterAll(() => Promise.all([service.close(), digitsService.close()]));

const words = recording.turns[0]?.words ?? [];

/** The first sentence in groups of two words, with 700 ms of silence between them. */
const inGroups = joined(
  new Int16Array(8_000),
  ...Array.from({ length: Math.ceil(words.length / 2) }, (_, index) => {
    const [first, last = first] = words.slice(index * 2, index * 2 + 2);
    const said = between(first?.startMs ?? 0, last?.endMs ?? 0);
    return joined(said, new Int16Array(700 * 16));
  }),
);

/** @param releasedMs when the key is released; by default at the end of the sound */
async function dictate(
  chosen: Partial<Settings>,
  { by = service, pcm = inGroups, releasedMs = Infinity } = {},
) {
  const settings = { ...v.parse(settingsSchema('linux'), {}), ...chosen };
  const parameters = parametersFrom(settings);
  const dictating = dictatingParametersFrom(settings);
  if (!parameters.ok || !dictating.ok) throw new Error('bad settings');
  const dictated: Dictated[] = [];
  const finals = new Set<number>();
  const listeningController = new ListeningController(
    () => new WavMicrophone(new Uint8Array(pcm.buffer)),
    () =>
      ok({
        baseUrl: by.env.CAPTIONKEY_STREAMING_URL,
        key: validKey,
        parameters: parameters.value,
        dictating: dictating.value,
      }),
    () => ({ maxAttempts: 2, warmMs: 0 }),
    storeNothing,
    observing({
      dictated: (one) => dictated.push(one),
      turn: ({ id, isFinal, text }) => isFinal && text !== '' && finals.add(id),
    }),
  );
  listeningController.dictate(1);
  if (releasedMs < Infinity) {
    await pass(releasedMs);
    listeningController.dispatch({ type: 'end-dictation' });
  }
  await until(() => expect(dictated).toHaveLength(1));
  await until(() => expect(listeningController.isAtRest).toBe(true));
  return { text: dictated[0]?.text, turns: finals.size };
}

const sentence = words.map(({ text }) => text).join(' ');

test('a dictation in groups with pauses of 700 ms is one turn and one text', async () => {
  expect(await dictate({})).toEqual({ text: sentence, turns: 1 });
});

test('without silences of its own, each pause of a dictation may end a turn, and no word is lost', async () => {
  const { text, turns } = await dictate({ dictationSilenceMs: null, maxTurnSilenceMs: 500 });
  expect(turns).toBeGreaterThan(1);
  expect(text).toBe(sentence);
});

test('a number in groups is one text if the key is released on its last digit', async () => {
  const spoken = digits.turns[0]?.words ?? [];
  const releasedMs = spoken.at(-1)?.endMs ?? 0;
  const call = { by: digitsService, pcm: digits.pcm, releasedMs };
  const text = 'four one five, five five five, twelve twelve.';
  expect(await dictate({}, call)).toEqual({ text, turns: 1 });
  const cut = await dictate({ dictationSilenceMs: null, maxTurnSilenceMs: 500 }, call);
  expect(cut).toEqual({ text, turns: 3 });
});
