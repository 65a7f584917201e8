import { describe, expect, test } from 'vitest';
import { dictate, microphoneFailed, run, spoken, tailSamples } from './dictating.fixture.ts';
import type { ListeningEvent } from './listening.ts';
import { isAtRest } from './rest.ts';
import { begin, captured, listening, loud, micClosed, turn } from './run.fixture.ts';

const check: ListeningEvent[] = [{ type: 'check-level', isOn: true }, captured(320)];
const stopped: ListeningEvent[] = [...listening, { type: 'stop' }, captured(320 + tailSamples)];

const opened = (types: string[]) => types.filter((type) => type.endsWith('-microphone'));

describe('a microphone that closes', () => {
  test('is closed once, whatever it delivers until then and after', () => {
    const { types } = run([...stopped, captured(4_000), micClosed, captured(4_400)]);
    expect(opened(types)).toEqual(['open-microphone', 'close-microphone']);
  });

  test('without a request ends the level check, and nothing else happens', () => {
    expect(run([...check, micClosed]).types).toEqual(['open-microphone']);
  });

  test('is opened again for a dictation that began meanwhile', () => {
    const { types } = run([...stopped, dictate(), captured(4_000), micClosed]);
    expect(opened(types)).toEqual(['open-microphone', 'close-microphone', 'open-microphone']);
    expect(types.filter((type) => type === 'record')).toHaveLength(2);
  });

  test('and fails while closing, has no effects', () => {
    expect(run([microphoneFailed], run(stopped).listening).effects).toEqual([]);
  });
});

describe('a close before sleep', () => {
  const close: ListeningEvent = { type: 'close' };

  test('does nothing if nothing is open', () => {
    expect(run([close]).effects).toEqual([]);
  });

  test('ends the level check', () => {
    expect(run([close], run(check).listening).types).toEqual(['close-microphone']);
  });

  test('records the tail of a dictation to its end', () => {
    expect(run([close], run(spoken).listening).types).toEqual(['set-dictation-timeout']);
    const { ended, types } = run([...spoken, close, captured(16_320 + tailSamples)]);
    expect(ended).toEqual([1]);
    expect(types).toContain('close-microphone');
  });
});

test('a microphone that failed is not kept open after the captions that follow', () => {
  const { listening: after, types } = run([
    ...[...listening, microphoneFailed, { type: 'start' } as const, captured(9_600)],
    ...[{ type: 'stop' } as const, captured(9_600 + tailSamples), micClosed],
  ]);
  expect(after.microphone).toBe('closed');
  expect(opened(types)).toEqual(['open-microphone', 'open-microphone', 'close-microphone']);
});

describe('a microphone that fails before it delivers sound', () => {
  test('does not drop earlier words that are pending', () => {
    const { types } = run([
      ...[...stopped, micClosed, { type: 'start' } as const, microphoneFailed, turn('Hi.')],
    ]);
    expect(types).toContain('finished');
  });

  test('does not drop the words of the session before a new one', () => {
    const renewed: ListeningEvent[] = [
      ...[...listening, captured(16_000, loud), { type: 'renew-session' } as const],
      ...[captured(32_000), microphoneFailed],
    ];
    const { sent, listening: after } = run(renewed);
    expect(sent).toEqual(['ForceEndpoint']);
    // The next segment has the rest of the pause, in which a word may have begun.
    expect(after.segments).toMatchObject([
      { id: 0, phase: 'settling' },
      { id: 1, phase: 'settling' },
    ]);
  });

  test('leaves no session open for a dictation either', () => {
    const { listening: after, dictated } = run([dictate(), microphoneFailed]);
    expect(dictated).toMatchObject([{ text: '', isComplete: true }]);
    expect(isAtRest(after)).toBe(true);
  });
});

test('a microphone that fails before its first sound ends a session that began, without ForceEndpoint', () => {
  expect(run([{ type: 'start' }, begin(), microphoneFailed]).sent).toEqual(['Terminate']);
});
