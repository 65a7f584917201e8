import { describe, expect, test } from 'vitest';
import { dictate, end, run } from './dictating.fixture.ts';
import type { ListeningEvent } from './listening.ts';
import { begin, captured, disconnected, listening, loud, timeout, turn } from './run.fixture.ts';

/** A second of speech into captions. */
const said: ListeningEvent[] = [...listening, captured(16_000, loud)];
const pause = captured(18_000);

describe('a dictation that begins while captions are on', () => {
  test('ends the turn from before it', () => {
    expect(run([...said, pause, dictate()]).sent).toEqual(['ForceEndpoint']);
  });

  test('ends that turn in the next pause if the voice has not paused yet', () => {
    const speaking = run([...said, dictate(), captured(17_200, loud)]);
    expect(speaking.sent).toEqual([]);
    expect(run([captured(18_400)], speaking.listening).sent).toEqual(['ForceEndpoint']);
  });

  test('does not end the turn if speech goes on without a pause', () => {
    const talk = [18_000, 20_000, 22_000, 24_000].map((sample) => captured(sample, loud));
    const { types } = run([dictate(), ...talk, captured(26_000)], run(said).listening);
    expect(types.filter((type) => type !== 'send-audio')).toEqual(['started']);
  });

  test('waits for that pause for 300 ms, and no longer', () => {
    const pausesAfter = (sample: number) =>
      run([...said, dictate(), captured(sample, loud), captured(sample + 3_200)]).sent;
    expect(pausesAfter(20_800)).toEqual(['ForceEndpoint']);
    expect(pausesAfter(20_801)).toEqual([]);
  });

  test('does nothing if all speech before it is final, or there was none', () => {
    const final = turn('Hi.', { startMs: 20, endMs: 1_010 });
    const before = run([...said, pause, final, captured(24_000)]).listening;
    expect(run([dictate()], before).types).toEqual(['started']);
  });
});

test('a replacement session is sent ForceEndpoint at the same samples', () => {
  const both: ListeningEvent[] = [
    ...[dictate(), captured(320), begin(), captured(16_000, loud), end],
    // The next dictation begins within the tail and reuses the session.
    ...[captured(16_800), dictate(2), captured(32_000, loud)],
  ];
  const { sent } = run([...both, disconnected(), timeout(), begin()]);
  expect(sent).toEqual(['ForceEndpoint', 'ForceEndpoint']);
});
