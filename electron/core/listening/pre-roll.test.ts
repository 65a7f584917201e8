import { describe, expect, test } from 'vitest';
import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import type { ListeningEvent } from './listening.ts';
import { firstSampleHeld, isPreRolling } from './pre-roll.ts';
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
  problem: { code: 'microphone-broken', sentence: 'Broken.' },
};

/** The microphone has been open for two seconds, and nobody has spoken. */
const rolling: ListeningEvent[] = [preRoll(), captured(32_000)];

describe('while nobody speaks', () => {
  test('the microphone is open, and that is all', () => {
    const { types, status, listening } = run(rolling);
    expect(types).toEqual(['open-microphone']);
    expect(status).toEqual({ phase: 'idle' });
    expect(isPreRolling(listening)).toBe(true);
  });

  test('it rolls once the microphone is open, and only where it was asked to', () => {
    expect(isPreRolling(run([preRoll()]).listening)).toBe(false);
    const check: ListeningEvent = { type: 'check-level', isOn: true };
    expect(isPreRolling(run([check, captured(32_000)]).listening)).toBe(false);
  });

  test('asked for once more, it loses nothing of what it holds', () => {
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
  });

  test('for sleep it closes, and stays closed until it is asked for again', () => {
    const closed = [...rolling, { type: 'close' }, micClosed] as const;
    expect(run([...closed]).listening).toMatchObject({ microphone: 'closed', preRoll: 'off' });
    expect(run([...closed, preRoll()]).types.at(-1)).toBe('open-microphone');
  });

  test('another microphone takes the place of the one that is open', () => {
    const { types } = run([...rolling, preRoll(false), preRoll(), micClosed]);
    expect(types).toEqual(['open-microphone', 'close-microphone', 'open-microphone']);
  });
});

describe('a microphone that fails', () => {
  test('is told once, and not opened again by itself', () => {
    const { types } = run([...rolling, failed, { type: 'renew-session' }]);
    expect(types.filter((type) => type !== 'set-timeout')).toEqual(['open-microphone', 'problem']);
  });

  test('is opened again when it is asked for', () => {
    expect(run([...rolling, failed, preRoll()]).types.at(-1)).toBe('open-microphone');
  });

  test('is open again after the next dictation that was heard', () => {
    const { listening } = run([
      ...[...rolling, failed, dictate(), captured(48_000), end, captured(48_000 + tail)],
      micClosed,
    ]);
    expect(listening).toMatchObject({ preRoll: 'on', microphone: 'opening', isRecording: false });
  });
});

describe('what begins', () => {
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

  test('without the pre-roll it begins at the key, also where the level was checked', () => {
    const check: ListeningEvent = { type: 'check-level', isOn: true };
    const { effects, listening } = run([check, captured(32_000), dictate()]);
    expect(effects[1]).toEqual({ type: 'record', startSample: 32_000 });
    expect(listening.dictations.all[0]).toMatchObject({ startSample: 32_000 });
  });

  test('soon after the microphone was opened begins with it', () => {
    const { effects } = run([captured(9_000), preRoll(), captured(9_400), dictate()]);
    expect(effects[1]).toEqual({ type: 'record', startSample: 9_000 });
  });

  test('in captions begins at the key: what was said before it is theirs', () => {
    const { listening } = run([preRoll(), ...captionsOn, captured(32_000), dictate()]);
    expect(listening.dictations.all[0]).toMatchObject({ startSample: 32_000 });
  });
});

describe('after a dictation', () => {
  const ended = 40_000 + tail;
  const one: ListeningEvent[] = [
    ...[...rolling, dictate(), begin(), captured(40_000), end, captured(ended + 200)],
  ];

  test('its recording ends with the microphone, which is opened anew', () => {
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

  test('what is said until the next one is sent to nobody', () => {
    const { frames, listening } = run([
      ...[...one, micClosed, captured(ended + 40_000, loud), dictate(2), begin(1)],
      captured(ended + 48_000),
    ]);
    const startSample = ended + 40_000 - rolled;
    expect(listening.dictations.all.at(-1)).toMatchObject({ startSample });
    expect(
      frames.every((frame) => frame.endSample <= ended || frame.startSample >= startSample),
    ).toBe(true);
    expect(frames.at(-1)).toMatchObject({ passage: 1 });
  });

  test('in a warm session the next one goes on where it begins', () => {
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

  test('the third has no sound of the second, though the first awaits its words', () => {
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
    expect(listening.passages).toEqual([]);
    expect(isPreRolling(listening)).toBe(true);
  });
});
