import { describe, expect, test } from 'vitest';
import { dictate, end, run, tailSamples, timedOut } from '../listening/dictating.fixture.ts';
import type { ListeningEvent } from '../listening/listening.ts';
import {
  begin,
  captured,
  dialled,
  disconnected,
  listening,
  loud,
  micClosed,
  pong,
  quiet,
  termination,
  timeout,
  turn,
} from '../listening/run.fixture.ts';
import { tuning } from '../tuning.ts';

const streaming = dialled('universal-streaming-english');
const whisper = dialled('whisper-rt');
const patient = { ...quiet, options: { maxAttempts: 50, warmMs: 0 } };
const warm = { ...quiet, options: { maxAttempts: 50, warmMs: 20_000 } };

/** A second of speech in captions of Universal-Streaming, and the stop after it. */
const spoken: ListeningEvent[] = [...listening, streaming, captured(16_000, loud)];
const stop: ListeningEvent[] = [{ type: 'stop' }, captured(16_000 + tailSamples), micClosed];
const hi = turn('Hi.', { endMs: 1_000 });

describe('a session of Universal-Streaming', () => {
  test('ends after the last sound, and the text is complete with its last final', () => {
    const ending = run([...spoken, ...stop], patient);
    expect(ending.sent).toEqual(['Terminate']);
    expect(ending.frames.at(-1)?.endSample).toBe(16_000 + tailSamples);
    expect(ending.types).not.toContain('finished');
    const heard = run([hi], ending.listening);
    expect(heard.types).toContain('finished');
    const over = run([termination()], heard.listening);
    expect(over.listening.segments).toEqual([]);
    expect(over.types).not.toContain('finished');
  });

  test('without words is over with Termination, however long that takes', () => {
    const ending = run([...spoken, ...stop, timeout()], patient);
    expect(ending.types).not.toContain('finished');
    const over = run([termination()], ending.listening);
    expect(over.types.filter((type) => type === 'finished')).toHaveLength(1);
    expect(over.listening.segments).toEqual([]);
  });

  test('that has to end before Begin is sent all of its sound first', () => {
    const early: ListeningEvent[] = [{ type: 'start' }, streaming, captured(16_000, loud)];
    expect(run([...early, ...stop], patient).sent).toEqual([]);
    const { sent, frames } = run([...early, ...stop, begin()], patient);
    expect(sent).toEqual(['Terminate']);
    expect(frames.at(-1)?.endSample).toBe(16_000 + tailSamples);
  });

  test('that is lost while it ends is followed by a few that confirm its last words', () => {
    const broken = [disconnected(), timeout(), begin()];
    const { types, sent } = run([...spoken, ...stop, ...broken, hi], patient);
    expect(types).toContain('finished');
    expect(sent).toEqual(['Terminate', 'Terminate']);
    const often = Array.from({ length: tuning.confirmAttempts + 3 }, () => broken).flat();
    const given = run([...spoken, ...stop, ...often], patient);
    expect(given.types.filter((type) => type === 'connect')).toHaveLength(
      1 + tuning.confirmAttempts,
    );
    expect(given.types).not.toContain('session-failed');
    expect(given.types).toContain('finished');
    expect(given.listening.segments).toEqual([]);
  });

  test('stays warm for the next start only if all is final', () => {
    const kept = run([...spoken, hi, ...stop], warm);
    expect(kept.sent).toEqual([]);
    expect(kept.listening.segments).toMatchObject([{ phase: 'settled' }]);
    expect(run([...spoken, ...stop, hi], warm).listening.segments).toMatchObject([
      { phase: 'ending' },
    ]);
  });

  test('that ends is not reused by the next dictation', () => {
    const first: ListeningEvent[] = [dictate(), streaming, captured(320), begin()];
    const ended = [...first, captured(16_320, loud), end, captured(16_320 + tailSamples)];
    const { sessions, listening: both } = run([...ended, dictate(2), captured(20_000)], patient);
    expect(sessions).toBe(2);
    expect(both.segments).toMatchObject([{ phase: 'settling' }, { phase: 'streaming' }]);
  });
});

describe('a dictation of Universal-Streaming', () => {
  const dictated: ListeningEvent[] = [
    ...[dictate(), streaming, captured(320), begin(), captured(16_320, loud), end],
    captured(16_320 + tailSamples),
  ];

  test('is complete with the Termination of its session, even after a pong', () => {
    const waiting = run([...dictated, timedOut(), pong(), timedOut(), pong()], patient);
    expect(waiting.dictated).toEqual([]);
    expect(run([termination()], waiting.listening).dictated).toMatchObject([
      { text: '', isComplete: true },
    ]);
  });

  const beside: ListeningEvent[] = [
    ...[...listening, streaming, dictate(), captured(16_320, loud), end],
    captured(16_320 + tailSamples),
  ];

  test('while captions are on, waits for the turn to end automatically', () => {
    const { sent, dictationTimeouts } = run(beside);
    expect(sent).toEqual([]);
    expect(dictationTimeouts.at(-1)).toBe(tuning.finalTimeoutMs);
  });

  test('while captions are on, ends the session at the next pause if the turn does not end', () => {
    const partial = turn('Hi', { endMs: 1_000, isFinal: false });
    const talking = run([...beside, partial, captured(24_000, loud), timedOut()]);
    expect(talking.sessions).toBe(1);
    const paused = run([captured(32_000)], talking.listening);
    expect(paused.sessions).toBe(1);
    expect(paused.sent).toEqual(['Terminate']);
    expect(paused.listening.captions.phase).toBe('on');
    const { dictated: text } = run(
      [turn('Hi.', { endMs: 1_020 }), termination()],
      paused.listening,
    );
    expect(text).toMatchObject([{ text: 'Hi.', isComplete: true }]);
  });
});

describe('"finish sentence now" with Universal-Streaming', () => {
  const now: ListeningEvent = { type: 'force-endpoint' };

  test('begins another session at the next pause if a word is not final', () => {
    const partial = turn('Hi', { endMs: 1_000, isFinal: false });
    const asked = run([...spoken, partial, now]);
    expect(asked.sent).toEqual([]);
    const { sent, sessions } = run([captured(24_000)], asked.listening);
    expect(sent).toEqual(['Terminate']);
    expect(sessions).toBe(1);
  });

  test('does nothing if all is final', () => {
    expect(run([...spoken, hi, captured(24_000), now]).sessions).toBe(1);
  });
});

describe('a model whose first words take three seconds', () => {
  test('gets that time when captions stop earlier', () => {
    const { timeouts } = run([...listening, whisper, captured(16_000), ...stop], patient);
    const heardMs = (16_000 + tailSamples) / 16;
    expect(timeouts.at(-1)).toBe(tuning.finalTimeoutMs + 3_000 - heardMs);
  });

  test('gets that time in a short dictation while captions are on, however quiet', () => {
    const before = [...listening, whisper, captured(64_000)];
    const { dictationTimeouts } = run([
      ...[...before, dictate(), captured(72_000), end, captured(72_000 + tailSamples)],
    ]);
    const heardMs = (8_000 + tailSamples) / 16;
    expect(dictationTimeouts.at(-1)).toBe(tuning.likelyFinalTimeoutMs + 3_000 - heardMs);
  });

  test('gets no extra time after longer speech', () => {
    const { timeouts } = run(
      [...listening, whisper, captured(64_000, loud), { type: 'stop' }, captured(70_000)],
      patient,
    );
    expect(timeouts.at(-1)).toBe(tuning.finalTimeoutMs);
  });
});

describe('if the model is changed before another session', () => {
  const pro: ListeningEvent[] = [dialled('u3-rt-pro'), captured(320), begin()];
  const said: ListeningEvent[] = [captured(16_320, loud), end, captured(16_320 + tailSamples)];
  const again: ListeningEvent[] = [disconnected(), timeout(), streaming, begin()];

  test('it ends as the new model needs', () => {
    const events = [dictate(), ...pro, ...said, ...again, hi, termination()];
    const { sent, dictated } = run(events, patient);
    expect(sent).toEqual(['ForceEndpoint', 'Terminate']);
    expect(dictated).toMatchObject([{ text: 'Hi.', isComplete: true }]);
  });

  test('no ForceEndpoint from before is repeated', () => {
    const captions: ListeningEvent[] = [{ type: 'start' }, ...pro, dictate(), ...said];
    const first = run([...captions, captured(24_000), ...again], patient);
    expect(first.sent).toEqual(['ForceEndpoint']);
    expect(run(again, first.listening).sent).toEqual([]);
  });
});
