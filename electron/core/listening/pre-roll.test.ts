import { describe, expect, test } from 'vitest';
import { problem } from '#shared/problem.ts';
import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import type { ListeningEvent } from './listening.ts';
import { firstSampleHeld } from './held-sound.ts';
import { isPreRolling } from './pre-roll.ts';
import {
  begin,
  captured,
  listening as captionsOn,
  loud,
  micClosed,
  run,
  termination,
  turn,
} from './run.fixture.ts';

const preRoll = (isOn = true): ListeningEvent => ({ type: 'pre-roll', isOn });
const dictate = (id = 1): ListeningEvent => ({ type: 'dictate', id });
const end: ListeningEvent = { type: 'end-dictation' };
const rolled = samplesIn(tuning.preRollMs);
const tail = samplesIn(tuning.tailMs);
const failed: ListeningEvent = {
  type: 'microphone-failed',
  problem: problem('microphone-broken', {}),
};

/** The microphone has been open for two seconds, without captions or dictation. */
const rolling: ListeningEvent[] = [preRoll(), captured(32_000)];

describe('without captions or dictation', () => {
  test('the microphone is open, and nothing else', () => {
    const { types, status, listening } = run(rolling);
    expect(types).toEqual(['open-microphone']);
    expect(status).toEqual({ phase: 'idle' });
    expect(isPreRolling(listening)).toBe(true);
  });

  test('it is active once the microphone is open, and only while it is switched on', () => {
    expect(isPreRolling(run([preRoll()]).listening)).toBe(false);
    const check: ListeningEvent = { type: 'check-level', isOn: true };
    expect(isPreRolling(run([check, captured(32_000)]).listening)).toBe(false);
  });

  test('switched on a second time, it keeps the sound that it holds', () => {
    const { effects } = run([...rolling, preRoll(), dictate()]);
    expect(effects[1]).toEqual({ type: 'record', startSample: 32_000 - rolled });
  });

  test('half a second is held, and no more', () => {
    expect(firstSampleHeld(run(rolling).listening)).toBe(32_000 - rolled);
    expect(firstSampleHeld(run([captured(32_000)]).listening)).toBe(32_000);
  });

  test('switched off it closes at once, and nothing is held', () => {
    const { types, listening } = run([...rolling, preRoll(false)]);
    expect(types).toEqual(['open-microphone', 'close-microphone']);
    expect(firstSampleHeld(listening)).toBe(32_000);
    expect(isPreRolling(listening)).toBe(false);
    expect(listening.preRoll).toBe('off');
  });

  test('it closes before sleep, and stays closed until it is switched on again', () => {
    const closed = [...rolling, { type: 'close' }, micClosed] as const;
    expect(run([...closed]).listening).toMatchObject({ microphone: 'closed', preRoll: 'off' });
    expect(run([...closed, preRoll()]).types.at(-1)).toBe('open-microphone');
  });

  test('another microphone replaces the one that is open', () => {
    const { types } = run([...rolling, preRoll(false), preRoll(), micClosed]);
    expect(types).toEqual(['open-microphone', 'close-microphone', 'open-microphone']);
  });
});

describe('a microphone that fails', () => {
  test('is reported once, and does not reopen automatically', () => {
    const { types } = run([...rolling, failed, { type: 'renew-session' }]);
    expect(types.filter((type) => type !== 'set-timeout')).toEqual(['open-microphone', 'problem']);
  });

  test('is opened again on request', () => {
    expect(run([...rolling, failed, preRoll()]).types.at(-1)).toBe('open-microphone');
  });

  test('is open again after the next dictation that received sound', () => {
    const { listening } = run([
      ...[...rolling, failed, dictate(), captured(48_000), end, captured(48_000 + tail)],
      micClosed,
    ]);
    expect(listening).toMatchObject({ preRoll: 'on', microphone: 'opening', isRecording: false });
  });
});

describe('the start', () => {
  test.each<[string, ListeningEvent]>([
    ['a dictation', dictate()],
    ['captions', { type: 'start' }],
  ])('%s begins half a second earlier, on disk and on the wire', (_what, start) => {
    const { effects, frames } = run([...rolling, start, begin(), captured(32_800)]);
    const startSample = 32_000 - rolled;
    expect(effects[1]).toEqual({ type: 'record', startSample });
    expect(frames[0]).toMatchObject({ startSample });
  });

  test('a dictation has the word that was said before the key', () => {
    const { effects } = run([
      ...[preRoll(), captured(28_000), captured(31_000, loud), captured(32_000), dictate()],
      ...[begin(), captured(40_000), end, captured(40_000 + tail)],
      turn('Early.', { startMs: 250, endMs: 438 }),
    ]);
    const dictated = effects.find(({ type }) => type === 'dictated');
    expect(dictated).toMatchObject({
      dictated: { startSample: 32_000 - rolled, text: 'Early.', isComplete: true },
    });
  });

  test('without the pre-roll it begins at the key, even after a level check', () => {
    const check: ListeningEvent = { type: 'check-level', isOn: true };
    const { effects, listening } = run([check, captured(32_000), dictate()]);
    expect(effects[1]).toEqual({ type: 'record', startSample: 32_000 });
    expect(listening.dictations.all[0]).toMatchObject({ startSample: 32_000 });
  });

  test('soon after the microphone opened begins with its first sample', () => {
    const { effects } = run([captured(9_000), preRoll(), captured(9_400), dictate()]);
    expect(effects[1]).toEqual({ type: 'record', startSample: 9_000 });
  });

  test('of a dictation while captions are on is at the key: sound before it belongs to the captions', () => {
    const { listening } = run([preRoll(), ...captionsOn, captured(32_000), dictate()]);
    expect(listening.dictations.all[0]).toMatchObject({ startSample: 32_000 });
  });
});

describe('after a dictation', () => {
  const ended = 40_000 + tail;
  const one: ListeningEvent[] = [
    ...[...rolling, dictate(), begin(), captured(40_000), end, captured(ended + 200)],
  ];

  test('its recording ends when the microphone closes, which then reopens', () => {
    const { types, listening } = run([...one, micClosed]);
    expect(types.filter((type) => type.endsWith('microphone') || type === 'record')).toEqual([
      ...['open-microphone', 'record', 'close-microphone', 'open-microphone'],
    ]);
    expect(listening.isRecording).toBe(false);
  });

  test('the next one has none of its sound', () => {
    const again = run([...one, dictate(2)]);
    expect(again.listening.dictations.all.at(-1)).toMatchObject({ startSample: ended });
    const later = run([...one, micClosed, captured(ended + 1_000), dictate(2)]);
    expect(later.listening.dictations.all.at(-1)).toMatchObject({ startSample: ended + 200 });
  });

  test('speech until the next one is not sent', () => {
    const { frames, listening } = run([
      ...[...one, micClosed, captured(ended + 40_000, loud), dictate(2), begin(1)],
      captured(ended + 48_000),
    ]);
    const startSample = ended + 40_000 - rolled;
    expect(listening.dictations.all.at(-1)).toMatchObject({ startSample });
    expect(
      frames.every((frame) => frame.endSample <= ended || frame.startSample >= startSample),
    ).toBe(true);
    expect(frames.at(-1)).toMatchObject({ segment: 1 });
  });

  test('in a warm session the next one sends sound from its own start on', () => {
    const warm = { ...run([]).listening, options: { maxAttempts: 2, warmMs: 20_000 } };
    const { types, frames } = run(
      [
        ...[...one, turn('One.', { startMs: 0, endMs: 900 }), micClosed],
        ...[captured(ended + 40_000), dictate(2), captured(ended + 48_000)],
      ],
      warm,
    );
    expect(types.filter((type) => type === 'connect')).toHaveLength(1);
    const startSample = ended + 40_000 - rolled;
    expect(frames.some((frame) => frame.startSample === startSample)).toBe(true);
  });

  test('the third has no sound of the second, although the first still waits for its words', () => {
    const two: ListeningEvent[] = [
      ...[...one, micClosed, captured(ended + 40_000), dictate(2), begin(1)],
      ...[captured(ended + 60_000, loud), end, captured(ended + 60_000 + tail)],
    ];
    const { listening } = run([...two, dictate(3)]);
    expect(listening.dictations.all.at(-1)).toMatchObject({ startSample: ended + 60_000 + tail });
  });

  test('it is idle, with the microphone open', () => {
    const { status, listening } = run([
      ...one,
      turn('One.'),
      micClosed,
      termination(),
      captured(ended + 600),
    ]);
    expect(status).toEqual({ phase: 'idle' });
    expect(listening.segments).toEqual([]);
    expect(isPreRolling(listening)).toBe(true);
  });
});
