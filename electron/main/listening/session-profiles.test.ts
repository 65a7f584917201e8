import * as v from 'valibot';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import {
  dictatingParametersFrom,
  parametersFrom,
} from '#core/assemblyai/parameters/from-settings.ts';
import type { Dictated } from '#core/listening/dictation.ts';
import { withSessionProfile, type SessionProfile } from '#core/profiles/profiles.ts';
import { ok } from '#shared/result.ts';
import { settingsSchema } from '#shared/settings.ts';
import type { Fault } from '../../../test/support/faults.ts';
import { startFaultyProxy } from '../../../test/support/faults-proxy.ts';
import { between, joined, recording, sentences } from '../../../test/support/recording.ts';
import { startService, validKey, type Service } from '../../../test/support/service.ts';
import { pass, until, useVirtualTime } from '../../../test/support/virtual-time.ts';
import { WavMicrophone } from '../audio/wav-microphone.ts';
import { storeNothing } from '../storage/transcript/transcript-store.ts';
import { ListeningController } from './listening-controller.ts';
import { observing } from './observer.fixture.ts';

/* Programs with profiles of their own, and real sessions. A strict service refuses what it cannot change. */
useVirtualTime();
let service: Service;
let running: ListeningController[] = [];
beforeEach(async () => {
  service = await startService();
});
afterEach(async () => {
  for (const one of running) {
    one.dispatch({ type: 'close' });
    await until(() => expect(one.isAtRest).toBe(true));
  }
  running = [];
  await service.close();
});

const german: SessionProfile = { language: 'de' };
const terms: SessionProfile = { keyterms: ['CaptionKey'] };
const settings = v.parse(settingsSchema('linux'), {});

const words = recording.turns[0]?.words ?? [];
const sentence = words.map(({ text }) => text).join(' ');
const spoken = joined(
  new Int16Array(4_800),
  between(words[0]?.startMs ?? 0, words.at(-1)?.endMs ?? 0),
  new Int16Array(4_800),
);

/** A microphone that hears the same each time that it opens, by default the first sentence. */
async function open({ faults = [] as Fault[], pcm = spoken } = {}) {
  const proxy = await startFaultyProxy(service.env.CAPTIONKEY_STREAMING_URL, faults);
  onTestFinished(() => proxy.close());
  const dictated: Dictated[] = [];
  let opened = 0;
  let ids = 0;
  const listeningController = new ListeningController(
    () => {
      opened += 1;
      return new WavMicrophone(new Uint8Array(pcm.buffer));
    },
    (profile = null) => {
      const wanted = withSessionProfile(settings, profile);
      const [parameters, dictating] = [parametersFrom(wanted), dictatingParametersFrom(wanted)];
      if (!parameters.ok || !dictating.ok) throw new Error('bad settings');
      const connection = { baseUrl: proxy.url, key: validKey };
      return ok({ ...connection, parameters: parameters.value, dictating: dictating.value });
    },
    () => ({ maxAttempts: 100, warmMs: 60_000 }),
    storeNothing,
    observing({ dictated: (one) => dictated.push(one) }),
  );
  running.push(listeningController);
  const begin = (profile: Promise<SessionProfile | null> | null): number => {
    ids += 1;
    listeningController.dictate(ids, profile);
    return ids;
  };
  const done = (count: number) => until(() => expect(dictated).toHaveLength(count));
  return {
    ...{ listeningController, begin, done },
    opened: () => opened,
    texts: () => dictated.map(({ text }) => text),
    /** Dictates the sentence in a program with this profile. */
    dictate: async (profile: SessionProfile | null) => {
      const id = begin(Promise.resolve(profile));
      await done(id);
      await until(() => expect(listeningController.status.phase).toBe('idle'));
    },
  };
}

const languages = () => service.sessions.map((query) => query.get('language_codes'));

test('a dictation has the language of its profile, and the next one has its own again', async () => {
  const { dictate, texts } = await open();
  await dictate(null);
  await dictate(german);
  await dictate(null);
  expect(languages()).toEqual([null, '["de"]', null]);
  expect(texts()).toEqual([sentence, sentence, sentence]);
});

test('two dictations with the same profile share a warm session', async () => {
  const { dictate, texts } = await open();
  await dictate(german);
  await dictate({ ...german });
  expect(languages()).toEqual(['["de"]']);
  expect(texts()).toEqual([sentence, sentence]);
});

test('a warm session receives the terms of a profile, and loses them again', async () => {
  const { dictate, texts } = await open();
  await dictate(null);
  await dictate(terms);
  await dictate(null);
  expect(service.sessions).toHaveLength(1);
  expect(service.updates).toEqual([
    { session: 0, keyterms_prompt: ['CaptionKey'] },
    { session: 0, keyterms_prompt: [] },
  ]);
  expect(texts()).toEqual([sentence, sentence, sentence]);
});

test('what is said before the desktop names the program is in the session of its profile', async () => {
  const { begin, done, opened, texts } = await open();
  const named = Promise.withResolvers<SessionProfile | null>();
  begin(named.promise);
  expect(opened()).toBe(1);
  await pass(1_000);
  expect(service.sessions).toEqual([]);
  named.resolve(german);
  await done(1);
  expect(languages()).toEqual(['["de"]']);
  expect(texts()).toEqual([sentence]);
});

test('a key that is released before the desktop names the program ends that dictation', async () => {
  const { listeningController, begin, done, texts } = await open();
  const named = Promise.withResolvers<SessionProfile | null>();
  begin(named.promise);
  listeningController.dispatch({ type: 'end-dictation' });
  begin(Promise.resolve(null));
  await pass(200);
  named.resolve(german);
  await done(2);
  expect(texts()).toEqual(['', sentence]);
});

test('a dictation that begins while another waits for its words does not share its session', async () => {
  const { listeningController, begin, done, texts } = await open();
  begin(Promise.resolve(german));
  await until(() => expect(listeningController.status).toMatchObject({ connected: true }));
  await pass(words.at(-1)?.endMs ?? 0);
  listeningController.dispatch({ type: 'end-dictation' });
  begin(Promise.resolve(null));
  await done(2);
  expect(languages()).toEqual(['["de"]', null]);
  expect(texts().join(' ').trim()).toBe(sentence);
});

test('a session that continues a lost one has the profile, too', async () => {
  const { dictate, texts } = await open({ faults: [{ at: 'frame', count: 40, do: 'drop' }] });
  await dictate(german);
  expect(languages()).toEqual(['["de"]', '["de"]']);
  expect(texts()).toEqual([sentence]);
});

test('captions share their session with a dictation, whatever its profile', async () => {
  const { listeningController, begin, done, opened, texts } = await open();
  listeningController.command('start');
  await until(() => expect(listeningController.status).toMatchObject({ connected: true }));
  begin(Promise.resolve({ ...german, ...terms }));
  await done(1);
  expect(languages()).toEqual([null]);
  expect(service.updates).toEqual([]);
  expect(opened()).toBe(1);
  expect(texts()).toEqual([sentence]);
});

test('a dictation that begins in the tail of captions has its own session after it', async () => {
  const { listeningController, begin, done } = await open({ pcm: recording.pcm });
  listeningController.command('start');
  await until(() => expect(listeningController.status).toMatchObject({ connected: true }));
  await pass(1_000);
  listeningController.command('stop');
  expect(listeningController.areCaptionsOn).toBe(false);
  begin(Promise.resolve(german));
  await done(1);
  expect(languages()).toEqual([null, '["de"]']);
});

test('captions do not begin in the warm session of a profile', async () => {
  const { listeningController, dictate } = await open();
  await dictate(german);
  listeningController.command('start');
  await until(() => expect(languages()).toEqual(['["de"]', null]));
  await until(() => expect(service.commands).toContain('Terminate'));
});

test('captions that start beside a dictation have another session from the next pause on', async () => {
  const { listeningController, begin, done, texts } = await open({ pcm: recording.pcm });
  begin(Promise.resolve(german));
  await until(() => expect(listeningController.status).toMatchObject({ connected: true }));
  listeningController.command('start');
  await done(1);
  expect(languages()).toEqual(['["de"]', null]);
  expect(texts()).toEqual([sentences.join(' ')]);
});
