import { describe, expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import type { ListeningEvent } from './listening.ts';
import {
  begin,
  captured,
  disconnected,
  listening,
  loud,
  micClosed,
  run,
  termination,
  timeout,
  turn,
} from './run.fixture.ts';

const tailSamples = tuning.tailMs * 16;
const problem = { code: 'no-microphone', params: {} } as const;

const stopped = [...listening, { type: 'stop' } as const];
const heard: ListeningEvent[] = [...stopped, captured(320 + tailSamples)];
const countOf = (types: string[], type: string): number =>
  types.filter((one) => one === type).length;

describe('a stop', () => {
  test('records the tail, then ends the turn and closes the microphone', () => {
    expect(run(stopped).sent).toEqual([]);
    expect(run(stopped).status).toEqual({ phase: 'finishing' });
    const { types, sent } = run(heard);
    expect(sent).toEqual(['ForceEndpoint']);
    expect(countOf(types, 'close-microphone')).toBe(1);
  });

  test('sends every sample of the tail and none after it', () => {
    const { frames } = run([...stopped, captured(320 + tailSamples + 5000)]);
    expect(frames.at(-1)?.endSample).toBe(320 + tailSamples);
  });

  test('waits for the final turn, not for a partial, then ends the session', () => {
    expect(run([...heard, turn('Hi', { isFinal: false })]).types).not.toContain('finished');
    const { types, sent } = run([...heard, turn('Hi.')]);
    expect(types).toContain('finished');
    expect(sent).toEqual(['ForceEndpoint', 'Terminate']);
  });

  test('keeps waiting if the final ends well before the voice does', () => {
    const speaking = [
      { type: 'start' } as const,
      begin(),
      captured(32_000, loud),
      { type: 'stop' } as const,
      captured(32_000 + tailSamples, loud),
      captured(32_000 + 2 * tailSamples),
    ];
    expect(run([...speaking, turn('Hi.', { endMs: 1_000 })]).types).not.toContain('finished');
    const untilMs = 2_000 + tuning.tailMs;
    expect(run([...speaking, turn('Hi.', { endMs: untilMs - 50 })]).types).toContain('finished');
  });

  test('waits for a short time if only a breath or a click follows the final', () => {
    const speaking = [
      { type: 'start' } as const,
      begin(),
      captured(32_000, loud),
      { type: 'stop' } as const,
      captured(32_000 + tailSamples, loud),
      captured(32_000 + 2 * tailSamples),
      turn('Hi.', { endMs: 1_900 }),
    ];
    const { types, timeouts } = run(speaking);
    expect(types).not.toContain('finished');
    expect(timeouts.at(-1)).toBe(tuning.likelyFinalTimeoutMs);
    expect(run([...speaking, timeout()]).types).toContain('finished');
  });

  test('gives up a final that never comes after a timeout', () => {
    expect(run(heard).timeouts.at(-1)).toBe(tuning.finalTimeoutMs);
    const { types, sent } = run([...heard, timeout()]);
    expect(types).toContain('finished');
    expect(sent).toEqual(['ForceEndpoint', 'Terminate']);
  });

  test('does not wait for the tail of a microphone that delivers nothing', () => {
    expect(run([...stopped, { type: 'timeout' }]).sent).toEqual(['ForceEndpoint']);
  });

  test('before Begin keeps the sound, and starts the timeout with ForceEndpoint', () => {
    const early = [
      { type: 'start' },
      captured(320),
      { type: 'stop' },
      captured(320 + tailSamples),
    ] as const;
    expect(run(early).sent).toEqual([]);
    expect(run(early).timeouts).toEqual([]);
    const { sent, timeouts } = run([...early, begin()]);
    expect(sent).toEqual(['ForceEndpoint']);
    // The service has to catch up with the sound from before Begin first.
    expect(timeouts).toEqual([tuning.finalTimeoutMs + 20 + tuning.tailMs]);
  });

  test('hands the text over once', () => {
    expect(countOf(run([...heard, turn('Hi.'), termination(), timeout()]).types, 'finished')).toBe(
      1,
    );
  });

  test('hands the text over again when a later turn becomes final before Termination', () => {
    const late = turn('There.', { order: 1 });
    expect(countOf(run([...heard, turn('Hi.'), late, termination()]).types, 'finished')).toBe(2);
  });

  describe('whose session is lost before Termination', () => {
    /** Another session confirms that there are no more words. */
    const asksAgain = [disconnected(), timeout(), begin()];

    test('reports text once if no later turn adds to it, however many sessions confirm it', () => {
      const again = [...asksAgain, timeout()];
      const { types } = run([...heard, turn('Hi.'), ...again, ...again, termination()]);
      expect(countOf(types, 'connect')).toBe(3);
      expect(countOf(types, 'finished')).toBe(1);
    });

    test('reports text once more after a later turn adds to it', () => {
      const retranscribed = [...asksAgain, turn('Hi.'), turn('There.', { order: 1 })];
      const { types } = run([...heard, turn('Hi.'), ...retranscribed, ...asksAgain, timeout()]);
      expect(countOf(types, 'finished')).toBe(2);
    });

    test('reports again with a turn that never became final', () => {
      const partial = turn('There', { order: 1, isFinal: false });
      const { types } = run([...heard, turn('Hi.'), partial, ...asksAgain, timeout()]);
      expect(countOf(types, 'finished')).toBe(2);
    });
  });

  test('does nothing while captions are off', () => {
    expect(run([{ type: 'stop' }]).effects).toEqual([]);
  });
});

test('the end of a played recording is like a stop without a tail', () => {
  expect(run([...listening, captured(900), micClosed]).sent).toEqual(['ForceEndpoint']);
});

describe('a microphone that fails', () => {
  const failed: ListeningEvent = { type: 'microphone-failed', problem };

  test('is reported once, and the sound so far becomes final text', () => {
    const { effects, sent, types } = run([...listening, failed, turn('Hi.'), termination()]);
    expect(effects.filter(({ type }) => type === 'problem')).toEqual([
      { type: 'problem', problem },
    ]);
    expect(sent).toEqual(['ForceEndpoint', 'Terminate']);
    // No person asked for a stop, so no text goes to the clipboard.
    expect(types).not.toContain('finished');
  });

  test('during a stop does not lose the text', () => {
    expect(run([...stopped, failed, turn('Hi.')]).types).toContain('finished');
  });

  test('is not reported while it closes', () => {
    const { types } = run([...heard, failed, turn('Hi.')]);
    expect(types).not.toContain('problem');
    expect(types).toContain('finished');
  });

  test('while connecting leaves nothing open', () => {
    const { listening: after, types } = run([{ type: 'start' }, failed]);
    expect(after).toMatchObject({ captions: { phase: 'off' }, microphone: 'closed', segments: [] });
    expect(countOf(types, 'open-microphone')).toBe(1);
  });
});

test('a connection that is lost during a stop is retried, and the text is reported then', () => {
  const { types, status } = run([...heard, disconnected(), timeout(), begin()]);
  expect(types).not.toContain('finished');
  expect(status).toEqual({ phase: 'finishing' });
  const after = run([...heard, disconnected(), timeout(), begin(), turn('Hi.')]);
  expect(after.types).toContain('finished');
});

describe('the timer of a tail', () => {
  const timersOf = (events: ListeningEvent[]) =>
    run(events).effects.flatMap((effect) =>
      effect.type === 'set-timeout' ? [effect.timeoutMs] : [],
    );

  test('starts and stops with the tail', () => {
    expect(timersOf(stopped)).toEqual([tuning.tailTimeoutMs]);
    expect(timersOf(heard)).toEqual([tuning.tailTimeoutMs, null]);
  });

  test('stops with a cancel', () => {
    expect(timersOf([...stopped, { type: 'cancel' }])).toEqual([tuning.tailTimeoutMs, null]);
  });

  test('is not restarted by another stop', () => {
    expect(timersOf([...stopped, { type: 'stop' }])).toEqual([tuning.tailTimeoutMs]);
  });

  test('does nothing when it fires late', () => {
    expect(run([...listening, { type: 'timeout' }]).listening).toEqual(run(listening).listening);
    expect(run([{ type: 'timeout' }]).effects).toEqual([]);
  });
});

test('captions that are cancelled before their microphone opened close it', () => {
  const { types, listening: after } = run([{ type: 'start' }, { type: 'cancel' }]);
  expect(countOf(types, 'close-microphone')).toBe(1);
  expect(after.microphone).toBe('closing');
});

test('sound that comes while the microphone closes does not open it', () => {
  expect(run([...heard, captured(9_600)]).listening.microphone).toBe('closing');
});

test('a cancelled stop hands no text over, whatever arrives later', () => {
  const { types } = run([...heard, { type: 'cancel' }, turn('Hi.'), termination()]);
  expect(types).not.toContain('finished');
});

test('a renewal does not wait for a pause while captions are off', () => {
  const { listening: after } = run([...heard, { type: 'renew-session' }]);
  expect(after.isHandingOver).toBe(false);
});

test('a microphone that ends or fails also ends the level check', () => {
  const check = { type: 'check-level', isOn: true } as const;
  for (const end of [micClosed, { type: 'microphone-failed', problem } as const])
    expect(run([check, captured(320), end]).listening).toMatchObject({
      isCheckingLevel: false,
      microphone: 'closed',
    });
});
