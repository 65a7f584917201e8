import { describe, expect, test } from 'vitest';
import { dictate, end, run, tailSamples } from '../listening/dictating.fixture.ts';
import type { ListeningEvent } from '../listening/listening.ts';
import {
  begin,
  captured,
  dialled,
  listening,
  loud,
  micClosed,
  turn,
} from '../listening/run.fixture.ts';
import { tuning } from '../tuning.ts';

const streaming = dialled('universal-streaming-english');
const stopAt = (sample: number): ListeningEvent[] => [
  { type: 'stop' },
  captured(sample + tailSamples),
  micClosed,
];

describe('a session that is requested with Universal-Streaming after the speech', () => {
  const captions: ListeningEvent[] = [{ type: 'start' }, captured(16_100, loud)];
  const dictated: ListeningEvent[] = [
    ...[dictate(), captured(32_000, loud), end, captured(32_000 + tailSamples)],
  ];

  test('is sent all sound and then ends, because ForceEndpoint would lose words', () => {
    const { sent, frames } = run([...captions, ...stopAt(16_100), streaming, begin()]);
    expect(sent).toEqual(['Terminate']);
    expect(frames.at(-1)?.endSample).toBe(16_100 + tailSamples);
  });

  test('does not end where only a dictation ended', () => {
    expect(run([...captions, ...dictated, streaming, begin()]).sent).toEqual([]);
    const stopped = [...captions, ...dictated, ...stopAt(32_000 + tailSamples), streaming, begin()];
    const { sent, frames } = run(stopped);
    expect(sent).toEqual(['Terminate']);
    expect(frames.at(-1)?.endSample).toBe(32_000 + 2 * tailSamples);
  });

  test('keeps what was requested if it has another model', () => {
    const pro = dialled('u3-rt-pro');
    expect(run([...captions, ...stopAt(16_100), pro, begin()]).sent).toEqual(['ForceEndpoint']);
  });
});

test('a model whose first words take three seconds gets that time after its last words, too', () => {
  const { timeouts } = run([
    ...[...listening, dialled('whisper-rt'), captured(64_000, loud)],
    ...[turn('Hi.', { endMs: 3_000 }), ...stopAt(64_000)],
  ]);
  const waitedMs = 1_000 + tailSamples / 16;
  expect(timeouts.at(-1)).toBe(tuning.finalTimeoutMs + 3_000 - waitedMs);
});
