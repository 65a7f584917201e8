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

  test('by itself ends a check of the level, and there is nothing else to do', () => {
    expect(run([...check, micClosed]).types).toEqual(['open-microphone']);
  });

  test('is opened again for a dictation that was asked for meanwhile', () => {
    const { types } = run([...stopped, dictate(), captured(4_000), micClosed]);
    expect(opened(types)).toEqual(['open-microphone', 'close-microphone', 'open-microphone']);
    expect(types.filter((type) => type === 'record')).toHaveLength(2);
  });

  test('and fails in doing so, leaves nothing to be done', () => {
    expect(run([microphoneFailed], run(stopped).listening).effects).toEqual([]);
  });
});

describe('a close before sleep', () => {
  const close: ListeningEvent = { type: 'close' };

  test('does nothing where nothing is open', () => {
    expect(run([close]).effects).toEqual([]);
  });

  test('ends a check of the level', () => {
    expect(run([close], run(check).listening).types).toEqual(['close-microphone']);
  });

  test('hears the tail of a dictation out', () => {
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

describe('a microphone that fails before it delivers anything', () => {
  test('does not cost the words that are awaited from before', () => {
    const { types } = run([
      ...[...stopped, micClosed, { type: 'start' } as const, microphoneFailed, turn('Hi.')],
    ]);
    expect(types).toContain('finished');
  });

  test('to a new session does not cost the words of the one before', () => {
    const renewed: ListeningEvent[] = [
      ...[...listening, captured(16_000, loud), { type: 'renew-session' } as const],
      ...[captured(32_000), microphoneFailed],
    ];
    const { sent, listening: after } = run(renewed);
    expect(sent).toEqual(['ForceEndpoint']);
    expect(after.passages).toMatchObject([{ id: 0, phase: 'settling' }]);
  });

  test('leaves no session open for a dictation either', () => {
    const { listening: after, dictated } = run([dictate(), microphoneFailed]);
    expect(dictated).toMatchObject([{ text: '', isComplete: true }]);
    expect(isAtRest(after)).toBe(true);
  });
});

test('a microphone that failed before its first sound has a session that began ended, and no turn', () => {
  expect(run([{ type: 'start' }, begin(), microphoneFailed]).sent).toEqual(['Terminate']);
});
