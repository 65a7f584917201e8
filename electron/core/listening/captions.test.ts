import { describe, expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import {
  dictate,
  end,
  final,
  refused,
  released,
  run,
  spoken,
  tailSamples,
} from './dictating.fixture.ts';
import type { ListeningEffect, ListeningEvent } from './listening.ts';
import { begin, captured, listening, loud, micClosed, turn } from './run.fixture.ts';

const start: ListeningEvent = { type: 'start' };
const stop: ListeningEvent = { type: 'stop' };
const cancel: ListeningEvent = { type: 'cancel' };
const stopped: ListeningEvent[] = [...listening, stop];
const heard: ListeningEvent[] = [...stopped, captured(320 + tailSamples)];

const finished = (effects: ListeningEffect[]) => effects.filter(({ type }) => type === 'finished');
/** The types of all effects except sent sound. */
const withoutAudio = (types: string[]) => types.filter((type) => type !== 'send-audio');

describe('captions that start during a dictation', () => {
  const stopBoth: ListeningEvent[] = [
    ...[end, captured(16_320 + tailSamples), stop, captured(16_320 + 2 * tailSamples)],
  ];

  test('begin with the turn that is being spoken', () => {
    const speaking: ListeningEvent[] = [
      ...[...spoken, turn('Before.', { endMs: 200 })],
      ...[turn('Now', { order: 1, startMs: 300, endMs: 1_020, isFinal: false }), start],
    ];
    const { effects, sessions } = run([
      ...[...speaking, ...stopBoth, turn('Now.', { order: 1, startMs: 300, endMs: 1_020 })],
    ]);
    expect(sessions).toBe(1);
    expect(finished(effects)).toEqual([
      { type: 'finished', firstTurn: 1, lastSegment: 0, isAgain: false },
    ]);
  });

  test('begin with the next turn if none is being spoken', () => {
    const { effects } = run([
      ...[...spoken, turn('Before.', { endMs: 1_020 }), start, ...stopBoth],
      turn('Now.', { order: 1, startMs: 1_050, endMs: 1_150 }),
    ]);
    expect(finished(effects)[0]).toEqual({
      type: 'finished',
      firstTurn: 1,
      lastSegment: 0,
      isAgain: false,
    });
  });
});

describe('captions that stop during a dictation', () => {
  test('do not end its turn: only their timer is set and stopped', () => {
    const both = run([...listening, dictate(), captured(16_320, loud)]).listening;
    expect(run([stop], both).types).toEqual(['set-timeout']);
    expect(run([cancel], both).types).toEqual(['set-timeout']);
    const { types, sessions } = run([stop, captured(16_320 + tailSamples)], both);
    expect(withoutAudio(types)).toEqual(['set-timeout', 'set-timeout', 'no-text-follows']);
    expect(sessions).toBe(0);
  });

  test('emit that no text follows, if a person stopped them', () => {
    const both = run([...listening, dictate(), captured(16_320, loud)]).listening;
    const untilTail = captured(16_320 + tailSamples);
    expect(run([stop, untilTail], both).types).toContain('no-text-follows');
    expect(run([{ type: 'end-captions' }, untilTail], both).types).not.toContain('no-text-follows');
    expect(run(heard).types).not.toContain('no-text-follows');
  });

  test('have their text reported if the dictation began within their tail', () => {
    const within: ListeningEvent[] = [...stopped, dictate(), captured(320 + tailSamples)];
    const { effects, sessions, frames } = run([
      ...[...within, begin(1), captured(16_320, loud), turn('Hi.', { endMs: 100 })],
    ]);
    expect(finished(effects)).toEqual([
      { type: 'finished', firstTurn: 0, lastSegment: 0, isAgain: false },
    ]);
    expect(sessions).toBe(2);
    expect(frames.find(({ segment }) => segment === 1)?.startSample).toBe(320 + tailSamples);
  });

  test('end their session with their tail, although a dictation began after another one in it', () => {
    const { sessions, frames } = run([
      ...[...listening, dictate(), end, captured(1_920), stop],
      ...[captured(320 + tailSamples), captured(720 + tailSamples)],
      ...[dictate(2), captured(1_920 + tailSamples), begin(1), captured(8_000)],
    ]);
    expect(sessions).toBe(2);
    expect(frames.find(({ segment }) => segment === 1)?.startSample).toBe(1_920 + tailSamples);
  });
});

describe('a cancel', () => {
  test('while a dictation waits for its words ends their session after those words', () => {
    const { sent, types, dictated } = run([
      ...[...listening, dictate(), captured(16_320, loud), end, captured(16_320 + tailSamples)],
      ...[captured(32_000), cancel, final],
    ]);
    expect(types).toContain('close-microphone');
    expect(dictated).toMatchObject([{ text: 'Hi.', isComplete: true }]);
    expect(sent.at(-1)).toBe('Terminate');
  });
});

describe('captions whose session is refused', () => {
  test('in their tail are reported with the text so far', () => {
    const { effects } = run([...listening, turn('Hi.'), stop, refused()]);
    expect(finished(effects)).toEqual([
      { type: 'finished', firstTurn: 0, lastSegment: 0, isAgain: false },
    ]);
  });

  test('end even while older words are pending', () => {
    const renewed: ListeningEvent[] = [
      ...[...listening, captured(16_000, loud), { type: 'renew-session' } as const],
      captured(32_000),
    ];
    expect(run(renewed).status.phase).toBe('listening');
    const { status, types } = run([...renewed, refused(1)]);
    expect(status).toEqual({ phase: 'finishing' });
    expect(types).toContain('close-microphone');
  });

  test('go on if it was only the session of older words', () => {
    const renewed: ListeningEvent[] = [
      ...[...listening, captured(16_000, loud), { type: 'renew-session' } as const],
      ...[captured(32_000), begin(1)],
    ];
    const { status, types } = run([...renewed, refused(0)]);
    expect(status).toEqual({ phase: 'listening', connected: true });
    expect(types).toContain('session-failed');
  });
});

describe('the text of captions', () => {
  /** Captions, twice; only the second received its words. */
  const second: ListeningEvent[] = [
    ...[...heard, micClosed, start, captured(9_000), begin(1), stop],
    ...[captured(9_000 + tailSamples), turn('Second.', { id: 1 })],
  ];

  test('does not wait for earlier captions, whose text still follows', () => {
    const { effects } = run(second);
    expect(finished(effects)).toEqual([
      { type: 'finished', firstTurn: 2 ** 20, lastSegment: 1, isAgain: false },
    ]);
    expect(finished(run([...second, turn('First.')]).effects).at(-1)).toEqual({
      ...{ type: 'finished', firstTurn: 0, lastSegment: 0, isAgain: false },
    });
  });

  test('does not wait for a dictation that came after them', () => {
    const { effects } = run([
      ...[...heard, micClosed, dictate(), begin(1), captured(20_000, loud), end],
      ...[captured(20_000 + tailSamples), turn('First.')],
    ]);
    expect(finished(effects)).toHaveLength(1);
  });

  test('is not reported again with a later partial', () => {
    const reported = run([...heard, turn('Hi.')]).listening;
    expect(run([turn('There', { order: 1, isFinal: false })], reported).types).toEqual(['turn']);
  });

  test('is reported again with each later final, until captions are on again', () => {
    const late = turn('There.', { order: 1 });
    const latest = turn('Now.', { order: 2 });
    const { effects } = run([...heard, turn('Hi.'), micClosed, late, captured(9_600), latest]);
    expect(finished(effects)).toMatchObject([
      { isAgain: false },
      { isAgain: true },
      { isAgain: true },
    ]);
    const again = run([...heard, micClosed, start, captured(9_000), turn('Hi.'), late]);
    expect(finished(again.effects)).toHaveLength(1);
  });
});

describe('nothing happens', () => {
  test('when captions start in their tail, until the tail is over', () => {
    expect(run([start], run(stopped).listening).effects).toEqual([]);
    const { types } = run([start, captured(320 + tailSamples)], run(stopped).listening);
    expect(types).not.toContain('close-microphone');
    expect(types).toContain('started');
  });

  test('before the last sample of the tail', () => {
    const { sent, status } = run([...stopped, captured(320 + tailSamples - 1)]);
    expect(sent).toEqual([]);
    expect(status).toEqual({ phase: 'finishing' });
  });
});

test('the end of a played recording ends a dictation, and the next one reuses its session', () => {
  const { sessions, dictationTimeouts } = run([...spoken, micClosed, dictate(2)]);
  expect(sessions).toBe(1);
  expect(dictationTimeouts).toEqual([tuning.finalTimeoutMs]);
});

test('captions after a dictation have their own session', () => {
  expect(run([...released, start]).sessions).toBe(2);
});
