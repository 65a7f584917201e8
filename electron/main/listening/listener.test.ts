import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Turn } from '#shared/turn.ts';
import { recording, sentences } from '../../../test/support/recording.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { pass, until, useVirtualTime } from '../../../test/support/virtual-time.ts';
import { keepNothing, type Keeping } from '../keeping/keeping.ts';
import { connected, listenTo } from './listener.fixture.ts';

/* The whole way on plain Node: a recording, the socket, the service and back. */
useVirtualTime();
let service: Service;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

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

test('a recording becomes exactly its sentences, from exactly its sound', async () => {
  const { listener, statuses, turns, finals, problems, finished, rested } = listenTo(
    service,
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
});

test('a stop in mid-sentence keeps the words that were said', async () => {
  const { listener, finished, says, rested } = listenTo(service, recording.pcm);
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
  const slow: Keeping = {
    ...keepNothing,
    turn: () => new Promise((resolve) => setTimeout(resolve, 300)),
  };
  const { listener, told, says, rested } = listenTo(service, recording.pcm, undefined, 0, slow);
  listener.command('start');
  await says(/Hold a key/);
  listener.command('stop');
  await rested();
  expect(told.slice(-2)).toMatchObject([{ isFinal: true }, { phase: 'idle' }]);
});

test('starting twice is one session, toggling ends it, and toggling again begins another', async () => {
  const { listener, opened, listens, rested } = listenTo(service, recording.pcm);
  listener.command('start');
  listener.command('start');
  await listens();
  listener.command('start');
  listener.command('toggle');
  await rested();
  expect(opened()).toBe(1);
  expect(service.sessions).toHaveLength(1);
  listener.command('toggle');
  await until(() => expect(service.sessions).toHaveLength(2));
  listener.command('cancel');
  await rested(2);
  expect(service.commands.at(-1)).toBe('Terminate');
});

test('that captions go on or off is told beside a dictation, too, and a dictation is none', async () => {
  const { listener, captions, listens, rested } = listenTo(service, recording.pcm);
  listener.dictate(1);
  await listens();
  expect(captions).toEqual([]);
  listener.command('start');
  listener.command('start');
  expect(captions).toEqual([true]);
  listener.command('stop');
  expect(captions).toEqual([true, false]);
  listener.dispatch({ type: 'end-dictation' });
  await rested();
  expect(captions).toEqual([true, false]);
});

test('ForceEndpoint makes what was said final, and captions go on', async () => {
  const { listener, finals, says, rested } = listenTo(service, recording.pcm);
  listener.command('force-endpoint');
  listener.command('start');
  await says(/Hold a key/);
  listener.command('force-endpoint');
  await until(() => expect(finals()[0]).toMatch(/^Hold a key/));
  expect(service.commands).toEqual(['ForceEndpoint']);
  await says(/[a-z]/);
  expect(listener.status).toEqual(connected);
  listener.command('cancel');
  await rested();
});

test('a session that is kept hears what is said after the next start, and is ended on close', async () => {
  const { listener, finished, says, statuses, turns, rested } = listenTo(
    service,
    recording.pcm,
    undefined,
    60_000,
  );
  const isIdle = () => until(() => expect(statuses.at(-1)).toEqual({ phase: 'idle' }));
  listener.command('start');
  await says(/Hold a key/);
  listener.command('stop');
  await isIdle();
  expect(service.commands).toEqual(['ForceEndpoint']);
  listener.command('start');
  await until(() => expect(turns.at(-1)?.id).toBeGreaterThan(0));
  await says(/^Hold a key/);
  listener.command('stop');
  await isIdle();
  await until(() => expect(finished).toHaveLength(2));
  expect(finished[1]).toMatch(/^Hold a key/);
  expect(service.sessions).toHaveLength(1);
  listener.dispatch({ type: 'close' });
  await rested();
  expect(service.commands).toEqual(['ForceEndpoint', 'ForceEndpoint', 'Terminate']);
});

test('cancelling ends the session at once and hands nothing over', async () => {
  const { listener, finished, says, rested } = listenTo(service, recording.pcm);
  listener.command('start');
  await says(/Hold/);
  listener.command('cancel');
  await rested();
  expect(finished).toEqual([]);
  expect(service.commands).toEqual(['Terminate']);
});

test('started again before the stop is complete, no sample is lost between the sessions', async () => {
  const { listener, listens, rested } = listenTo(service, recording.pcm);
  listener.command('start');
  await listens();
  await pass(1_000);
  listener.command('stop');
  listener.command('start');
  await until(() => expect(service.sessions).toHaveLength(2));
  await until(() => expect(service.sound(1).length).toBeGreaterThan(16_000));
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
