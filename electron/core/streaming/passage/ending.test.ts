import { describe, expect, test } from 'vitest';
import { dictate, end, run, tailSamples, timedOut } from '../../listening/dictating.fixture.ts';
import type { ListeningEvent } from '../../listening/listening.ts';
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
} from '../../listening/run.fixture.ts';
import { tuning } from '../../tuning.ts';

const streaming = dialled('universal-streaming-english');
const whisper = dialled('whisper-rt');
const patient = { ...quiet, options: { maxAttempts: 50, warmMs: 0 } };
const warm = { ...quiet, options: { maxAttempts: 50, warmMs: 20_000 } };

/** A second of speech in captions of Universal-Streaming, and the stop behind it. */
const spoken: ListeningEvent[] = [...listening, streaming, captured(16_000, loud)];
const stop: ListeningEvent[] = [{ type: 'stop' }, captured(16_000 + tailSamples), micClosed];
const hi = turn('Hi.', { endMs: 1_000 });

describe('a session of Universal-Streaming', () => {
  test('ends behind the last sound, and the text is there with its last final', () => {
    const ending = run([...spoken, ...stop], patient);
    expect(ending.sent).toEqual(['Terminate']);
    expect(ending.frames.at(-1)?.endSample).toBe(16_000 + tailSamples);
    expect(ending.types).not.toContain('finished');
    const heard = run([hi], ending.listening);
    expect(heard.types).toContain('finished');
    const over = run([termination()], heard.listening);
    expect(over.listening.passages).toEqual([]);
    expect(over.types).not.toContain('finished');
  });

  test('that finds no word is over with Termination, however long that takes', () => {
    const ending = run([...spoken, ...stop, timeout()], patient);
    expect(ending.types).not.toContain('finished');
    const over = run([termination()], ending.listening);
    expect(over.types.filter((type) => type === 'finished')).toHaveLength(1);
    expect(over.listening.passages).toEqual([]);
  });

  test('that was asked to end before Begin is sent all of its sound first', () => {
    const early: ListeningEvent[] = [{ type: 'start' }, streaming, captured(16_000, loud)];
    expect(run([...early, ...stop], patient).sent).toEqual([]);
    const { sent, frames } = run([...early, ...stop, begin()], patient);
    expect(sent).toEqual(['Terminate']);
    expect(frames.at(-1)?.endSample).toBe(16_000 + tailSamples);
  });

  test('that breaks off as it ends is followed by a few that are asked for its last words', () => {
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
    expect(given.listening.passages).toEqual([]);
  });

  test('is kept for the next start where all is final, and else is not', () => {
    const kept = run([...spoken, hi, ...stop], warm);
    expect(kept.sent).toEqual([]);
    expect(kept.listening.passages).toMatchObject([{ phase: 'settled' }]);
    expect(run([...spoken, ...stop, hi], warm).listening.passages).toMatchObject([
      { phase: 'ending' },
    ]);
  });

  test('that ends is not taken up by the next dictation', () => {
    const first: ListeningEvent[] = [dictate(), streaming, captured(320), begin()];
    const ended = [...first, captured(16_320, loud), end, captured(16_320 + tailSamples)];
    const { sessions, listening: both } = run([...ended, dictate(2), captured(20_000)], patient);
    expect(sessions).toBe(2);
    expect(both.passages).toMatchObject([{ phase: 'settling' }, { phase: 'streaming' }]);
  });
});

describe('a dictation of Universal-Streaming', () => {
  const dictated: ListeningEvent[] = [
    ...[dictate(), streaming, captured(320), begin(), captured(16_320, loud), end],
    captured(16_320 + tailSamples),
  ];

  test('is complete with the Termination of its session, whatever the line says before', () => {
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

  test('beside captions waits for the turn to end by itself', () => {
    const { sent, dictationTimeouts } = run(beside);
    expect(sent).toEqual([]);
    expect(dictationTimeouts.at(-1)).toBe(tuning.finalTimeoutMs);
  });

  test('beside captions ends the session at the next pause, where the turn does not end', () => {
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

  test('takes another session at the next pause, where a word is not final', () => {
    const partial = turn('Hi', { endMs: 1_000, isFinal: false });
    const asked = run([...spoken, partial, now]);
    expect(asked.sent).toEqual([]);
    const { sent, sessions } = run([captured(24_000)], asked.listening);
    expect(sent).toEqual(['Terminate']);
    expect(sessions).toBe(1);
  });

  test('is nothing where all is final', () => {
    expect(run([...spoken, hi, captured(24_000), now]).sessions).toBe(1);
  });
});

describe('a model whose first words take three seconds', () => {
  test('is waited for by captions that are stopped before that', () => {
    const { timeouts } = run([...listening, whisper, captured(16_000), ...stop], patient);
    const heardMs = (16_000 + tailSamples) / 16;
    expect(timeouts.at(-1)).toBe(tuning.finalTimeoutMs + 3_000 - heardMs);
  });

  test('is waited for by a short dictation beside captions, however quiet', () => {
    const before = [...listening, whisper, captured(64_000)];
    const { dictationTimeouts } = run([
      ...[...before, dictate(), captured(72_000), end, captured(72_000 + tailSamples)],
    ]);
    const heardMs = (8_000 + tailSamples) / 16;
    expect(dictationTimeouts.at(-1)).toBe(tuning.likelyFinalTimeoutMs + 3_000 - heardMs);
  });

  test('is waited for no longer than others behind more than that', () => {
    const { timeouts } = run(
      [...listening, whisper, captured(64_000, loud), { type: 'stop' }, captured(70_000)],
      patient,
    );
    expect(timeouts.at(-1)).toBe(tuning.finalTimeoutMs);
  });
});
