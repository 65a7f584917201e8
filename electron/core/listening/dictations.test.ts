import { describe, expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import {
  dictate,
  end,
  final,
  microphoneFailed,
  refused,
  released,
  run,
  spoken,
  tailSamples,
  timedOut,
} from './dictating.fixture.ts';
import {
  begin,
  captured,
  disconnected,
  listening,
  loud,
  micClosed,
  pong,
  turn,
} from './run.fixture.ts';

describe('a dictation alone', () => {
  test('opens the microphone before anything else, and records', () => {
    expect(run([dictate()]).types.slice(0, 2)).toEqual(['open-microphone', 'record']);
    expect(run([dictate()]).status).toEqual({ phase: 'starting' });
    expect(run(spoken).status).toEqual({ phase: 'listening', connected: true });
  });

  test('records the tail, then closes the microphone and requests the last words', () => {
    expect(run([...spoken, end]).types).not.toContain('close-microphone');
    expect(run([...spoken, end]).status).toEqual({ phase: 'finishing' });
    const { types, sent } = run(released);
    expect(types).toContain('close-microphone');
    expect(sent).toEqual(['ForceEndpoint']);
  });

  test('that the next one cut short is waited for longer: voice without a final may be its last word', () => {
    const upTo700 = turn('Hi.', { startMs: 0, endMs: 700 });
    expect(run([...released, upTo700, timedOut(), pong()]).dictated).toHaveLength(1);
    const cutShort = [...spoken, end, captured(16_640), dictate(2), captured(32_000)];
    expect(run([...cutShort, upTo700, timedOut()]).dictated).toEqual([]);
    const waits = Array.from({ length: tuning.finalWaits + 1 }, () => timedOut());
    expect(run([...cutShort, upTo700, ...waits]).dictated).toMatchObject([
      { id: 1, text: 'Hi.', isComplete: true },
    ]);
  });

  test('is reported with the final that covers its last voice', () => {
    expect(run(released).dictated).toEqual([]);
    expect(run([...released, final]).dictated).toEqual([
      {
        id: 1,
        text: 'Hi.',
        languages: [],
        isComplete: true,
        startSample: 0,
        endSample: 16_320 + tailSamples,
      },
    ]);
    expect(run([...released, micClosed, final]).status).toEqual({ phase: 'idle' });
  });

  test('waits for later turns of its range', () => {
    const early = turn('Hi.', { endMs: 300 });
    const there = turn('There.', { order: 1, startMs: 600, endMs: 1_020 });
    expect(run([...released, early]).dictated).toEqual([]);
    expect(run([...released, early, there]).dictated).toMatchObject([{ text: 'Hi. There.' }]);
  });

  test('of silence is reported as empty, after a short wait', () => {
    const silence = [dictate(), captured(320), begin(), end, captured(320 + tailSamples)];
    expect(run(silence).dictationTimeouts.at(-1)).toBe(tuning.likelyFinalTimeoutMs);
    const { dictated } = run([...silence, timedOut(), pong()]);
    expect(dictated).toMatchObject([{ text: '', isComplete: true }]);
  });

  test('does not wait for the tail of a microphone that delivers nothing', () => {
    const { types, dictationTimeouts } = run([...spoken, end, timedOut()]);
    expect(dictationTimeouts).toEqual([tuning.tailTimeoutMs, tuning.finalTimeoutMs]);
    expect(types).toContain('close-microphone');
  });

  test('ends when the microphone fails, and its speech becomes text', () => {
    expect(run([...spoken, microphoneFailed, final]).dictated).toMatchObject([{ text: 'Hi.' }]);
    expect(run([dictate(), microphoneFailed]).dictated).toMatchObject([{ text: '' }]);
  });

  test('reports its end at once, whatever ended it', () => {
    expect(run([...spoken, end]).types).not.toContain('dictation-ended');
    expect(run(released).types).toContain('dictation-ended');
    expect(run([...spoken, disconnected(), microphoneFailed]).types).toContain('dictation-ended');
  });

  test('survives a lost connection, and is cut only if all retries fail', () => {
    const lost = run([...released, disconnected(), timedOut()]);
    expect(lost.dictated).toEqual([]);
    for (const before of [released, [dictate()]])
      expect(run([...before, refused()]).dictated).toMatchObject([{ text: '', isComplete: false }]);
  });
});

describe('a dictation after another', () => {
  test('reuses the session in which the last words of the first are pending', () => {
    const { types, dictated, listening: now } = run([...released, dictate(2), final]);
    expect(types.filter((type) => type === 'connect')).toHaveLength(1);
    expect(dictated).toMatchObject([{ id: 1, text: 'Hi.' }]);
    expect(now.dictations.all).toMatchObject([{ id: 2, phase: 'on' }]);
  });

  test('ends the tail of the first, and each has its own words', () => {
    const both = run([
      ...[...spoken, end, captured(17_000), dictate(2)],
      ...[captured(40_000), captured(56_000, loud), end, captured(56_000 + tailSamples)],
      turn('One two.', { startMs: 0, endMs: 1_010 }),
      turn('Three.', { order: 1, startMs: 2_500, endMs: 3_480 }),
    ]);
    expect(both.dictated).toMatchObject([
      { id: 1, text: 'One two.', endSample: 17_000 },
      { id: 2, text: 'Three.', startSample: 17_000 },
    ]);
  });
});

describe('a dictation while captions are on', () => {
  const beside = [...listening, dictate(), captured(16_320, loud), end];
  const heard = [...beside, captured(16_320 + tailSamples)];

  test('opens no session, and ends its turn while captions go on', () => {
    const { types, sent, status } = run(heard);
    expect(types.filter((type) => type === 'open-microphone')).toHaveLength(1);
    expect(types).not.toContain('close-microphone');
    expect(sent).toEqual(['ForceEndpoint']);
    expect(status).toEqual({ phase: 'listening', connected: true });
  });

  test('leaves out the words that were said before it', () => {
    const before = [{ type: 'start' } as const, begin(), captured(16_000, loud), captured(32_000)];
    const { dictated } = run([
      ...[...before, dictate(), captured(48_000, loud), end, captured(48_000 + tailSamples)],
      turn('Before.', { startMs: 0, endMs: 1_000 }),
      turn('It.', { order: 1, startMs: 2_100, endMs: 3_000 }),
    ]);
    expect(dictated).toMatchObject([{ text: 'It.' }]);
  });

  test('goes on after captions are stopped or cancelled', () => {
    for (const type of ['stop', 'cancel'] as const) {
      const { listening: now, dictated } = run([
        ...[...listening, dictate(), captured(16_320, loud), { type }, captured(24_000)],
        ...[end, captured(24_000 + tailSamples), final],
      ]);
      expect(now.captions).toEqual({ phase: 'off' });
      expect(dictated).toMatchObject([{ text: 'Hi.', isComplete: true }]);
    }
  });

  test('without a final is reported with its partial, as incomplete', () => {
    let { listening: now, dictated } = run([
      ...heard,
      turn('Hi', { endMs: 1_020, isFinal: false }),
    ]);
    for (let waits = 0; waits <= tuning.finalWaits && dictated.length === 0; waits++)
      ({ listening: now, dictated } = run([timedOut()], now));
    expect(dictated).toMatchObject([{ text: 'Hi', isComplete: false }]);
  });
});
