import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Turn } from '#shared/turn.ts';
import { recording, sentences } from '../../../test/support/recording.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { pass, until, useVirtualTime } from '../../../test/support/virtual-time.ts';
import { storeNothing, type TranscriptStore } from '../storage/transcript/transcript-store.ts';
import { connected, listenTo } from './listening-controller.fixture.ts';

/* The complete way in Node: a recording, the socket, the service and back. */
useVirtualTime();
let service: Service;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

/** Expects that no final changes, and that ids are in order of speech. */
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

test('a recording becomes exactly its sentences, from exactly its sound', async () => {
  const { listeningController, statuses, turns, finals, problems, finished, rested } = listenTo(
    service,
    recording.pcm,
  );
  listeningController.command('start');
  await rested();
  expect(finals()).toEqual(sentences);
  expect(listeningController.text).toBe(sentences.join(' '));
  expect(service.sound().subarray(0, recording.pcm.length)).toEqual(recording.pcm);
  expect(service.commands).toEqual(['ForceEndpoint', 'Terminate']);
  expect(problems.filter(Boolean)).toEqual([]);
  // The recording ended it, so no text was requested.
  expect(finished).toEqual([]);
  expect([...new Set(statuses.map(({ phase }) => phase))]).toEqual([
    'starting',
    'listening',
    'finishing',
    'idle',
  ]);
  expectOnlyGrowing(turns);
  expect(listeningController.isAtRest).toBe(true);
});

test('a stop in the middle of a sentence keeps its words', async () => {
  const { listeningController, finished, says, rested } = listenTo(service, recording.pcm);
  listeningController.command('start');
  await says(/Hold a key, and/);
  listeningController.command('stop');
  await rested();
  expect(finished).toHaveLength(1);
  expect(finished[0]).toMatch(/^Hold a key, and/);
  expect(sentences[0]?.startsWith(finished[0]?.replace(/[.,]$/, '') ?? '-')).toBe(true);
  expect(service.commands).toEqual(['ForceEndpoint', 'Terminate']);
});

test('the end is reported after the last words are stored, however long that takes', async () => {
  const slow: TranscriptStore = {
    ...storeNothing,
    turn: () => new Promise((resolve) => setTimeout(resolve, 300)),
  };
  const { listeningController, shown, says, rested } = listenTo(
    service,
    recording.pcm,
    undefined,
    0,
    slow,
  );
  listeningController.command('start');
  await says(/Hold a key/);
  listeningController.command('stop');
  await rested();
  expect(shown.slice(-2)).toMatchObject([{ isFinal: true }, { phase: 'idle' }]);
});

test('starting twice is one session, toggling ends it, and toggling again begins another', async () => {
  const { listeningController, opened, listens, rested } = listenTo(service, recording.pcm);
  listeningController.command('start');
  listeningController.command('start');
  await listens();
  listeningController.command('start');
  listeningController.command('toggle');
  await rested();
  expect(opened()).toBe(1);
  expect(service.sessions).toHaveLength(1);
  listeningController.command('toggle');
  await until(() => expect(service.sessions).toHaveLength(2));
  listeningController.command('cancel');
  await rested(2);
  expect(service.commands.at(-1)).toBe('Terminate');
});

test('captions are reported beside a dictation, and a dictation alone is none', async () => {
  const { listeningController, captions, listens, rested } = listenTo(service, recording.pcm);
  listeningController.dictate(1);
  await listens();
  expect(captions).toEqual([]);
  listeningController.command('start');
  listeningController.command('start');
  expect(captions).toEqual([true]);
  listeningController.command('stop');
  expect(captions).toEqual([true, false]);
  listeningController.dispatch({ type: 'end-dictation' });
  await rested();
  expect(captions).toEqual([true, false]);
});

test('ForceEndpoint makes the words so far final, and captions go on', async () => {
  const { listeningController, finals, says, rested } = listenTo(service, recording.pcm);
  listeningController.command('force-endpoint');
  listeningController.command('start');
  await says(/Hold a key/);
  listeningController.command('force-endpoint');
  await until(() => expect(finals()[0]).toMatch(/^Hold a key/));
  expect(service.commands).toEqual(['ForceEndpoint']);
  await says(/[a-z]/);
  expect(listeningController.status).toEqual(connected);
  listeningController.command('cancel');
  await rested();
});

test('a warm session is used for the next start, and ends on close', async () => {
  const { listeningController, finished, says, statuses, turns, rested } = listenTo(
    service,
    recording.pcm,
    undefined,
    60_000,
  );
  const isIdle = () => until(() => expect(statuses.at(-1)).toEqual({ phase: 'idle' }));
  listeningController.command('start');
  await says(/Hold a key/);
  listeningController.command('stop');
  await isIdle();
  expect(service.commands).toEqual(['ForceEndpoint']);
  listeningController.command('start');
  await until(() => expect(turns.at(-1)?.id).toBeGreaterThan(0));
  await says(/^Hold a key/);
  listeningController.command('stop');
  await isIdle();
  await until(() => expect(finished).toHaveLength(2));
  expect(finished[1]).toMatch(/^Hold a key/);
  expect(service.sessions).toHaveLength(1);
  listeningController.dispatch({ type: 'close' });
  await rested();
  expect(service.commands).toEqual(['ForceEndpoint', 'ForceEndpoint', 'Terminate']);
});

test('cancelling ends the session at once and reports no text', async () => {
  const { listeningController, finished, says, rested } = listenTo(service, recording.pcm);
  listeningController.command('start');
  await says(/Hold/);
  listeningController.command('cancel');
  await rested();
  expect(finished).toEqual([]);
  expect(service.commands).toEqual(['Terminate']);
});

test('a start before the stop is complete loses no sample between the sessions', async () => {
  const { listeningController, listens, rested } = listenTo(service, recording.pcm);
  listeningController.command('start');
  await listens();
  await pass(1_000);
  listeningController.command('stop');
  listeningController.command('start');
  await until(() => expect(service.sessions).toHaveLength(2));
  await until(() => expect(service.sound(1).length).toBeGreaterThan(16_000));
  listeningController.command('cancel');
  await rested();

  const [first, second] = [service.sound(0), service.sound(1)];
  // The first session ends in silence that fills its last frame. The second has to begin before that.
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
