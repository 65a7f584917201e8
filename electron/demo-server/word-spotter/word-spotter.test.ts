import { describe, expect, it } from 'vitest';
import {
  between,
  framesOf,
  joined,
  recording,
  sentences,
} from '../../../test/support/recording.ts';
import { templatesOf } from './template.ts';
import { WordSpotter } from './word-spotter.ts';

const templates = templatesOf(recording);

const heardIn = (pcm: Int16Array) => {
  const words = new WordSpotter(templates);
  return framesOf(pcm).flatMap((frame) =>
    words.push(new Int16Array(frame.buffer)).flatMap((heard) => heard.words),
  );
};

const textOf = (pcm: Int16Array): string =>
  heardIn(pcm)
    .map(({ text }) => text)
    .join(' ');

const everything = sentences.join(' ');
const silence = (durationMs: number): Int16Array => new Int16Array(durationMs * 16);
const [firstTurn, secondTurn] = [between(300, 3_000), between(3_800, 6_900)];

/** White noise, equal in every run. */
function noise(length: number, rms: number): Int16Array {
  let seed = 7;
  const uniform = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  return Int16Array.from({ length }, () => {
    const normal = Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    return Math.round(rms * normal);
  });
}

const rmsOf = (pcm: Int16Array): number =>
  Math.sqrt(pcm.reduce((sum, sample) => sum + sample ** 2, 0) / pcm.length);

describe('finds the words of the recording', () => {
  it('each once, in order, at their places', () => {
    const words = heardIn(recording.pcm);
    const recorded = recording.turns.flatMap((turn) => turn.words);
    expect(words.map(({ text }) => text)).toEqual(recorded.map(({ text }) => text));
    for (const [index, { startMs, endMs }] of words.entries()) {
      expect(Math.abs(startMs - (recorded[index]?.startMs ?? 0))).toBeLessThanOrEqual(1);
      expect(Math.abs(endMs - (recorded[index]?.endMs ?? 0))).toBeLessThanOrEqual(1);
    }
  });

  it('at a third of the loudness', () => {
    expect(textOf(recording.pcm.map((sample) => Math.round(sample * 0.3)))).toBe(everything);
  });

  it.each([1, 39, 80, 113, 159, 401])('when they start %i samples later', (samples) => {
    expect(textOf(joined(new Int16Array(samples), recording.pcm))).toBe(everything);
  });

  it('when they start half a sample later', () => {
    const halfway = recording.pcm.map((sample, index, all) => {
      const at = (offset: number): number => all[index + offset] ?? 0;
      return Math.round((9 * (sample + at(1)) - (at(-1) + at(2))) / 16);
    });
    expect(textOf(halfway)).toBe(everything);
  });

  it('through noise 30 dB below them', () => {
    const { pcm } = recording;
    const hiss = noise(pcm.length, rmsOf(pcm) * 10 ** (-30 / 20));
    expect(textOf(pcm.map((sample, index) => sample + (hiss[index] ?? 0)))).toBe(everything);
  });

  it('twice when they are spoken twice', () => {
    expect(textOf(joined(firstTurn, firstTurn))).toBe(`${sentences[0]} ${sentences[0]}`);
  });

  it('in the order in which they are spoken', () => {
    expect(textOf(joined(secondTurn, firstTurn))).toBe(`${sentences[1]} ${sentences[0]}`);
  });
});

/** Words, and a loud place in each of them in milliseconds of the recording. */
const places = [
  { word: 'mean.', atMs: 2_300 },
  { word: 'words', atMs: 4_860 },
  { word: 'appear', atMs: 5_450 },
  { word: 'every', atMs: 9_060 },
  { word: 'people', atMs: 10_390 },
  { word: 'Nothing', atMs: 12_700 },
];

describe.each(places)('does not find the damaged word "$word"', ({ word, atMs }) => {
  const without = everything
    .split(' ')
    .filter((text) => text !== word)
    .join(' ');
  const before = between(0, atMs);
  const after = between(atMs + 50, 16_000);

  it('when 50 ms of it are lost', () => {
    expect(textOf(joined(before, after))).toBe(without);
  });

  it('when 50 ms of it are repeated', () => {
    const frame = between(atMs, atMs + 50);
    expect(textOf(joined(before, frame, frame, after))).toBe(without);
  });

  it('when 50 ms of it are silent', () => {
    expect(textOf(joined(before, silence(50), after))).toBe(without);
  });
});

describe('finds nothing', () => {
  it('in white noise', () => {
    expect(textOf(noise(160_000, 3_000))).toBe('');
  });

  it('in the same voice played backwards', () => {
    expect(textOf(recording.pcm.toReversed())).toBe('');
  });

  it('in the same voice speaking faster and higher', () => {
    const faster = Int16Array.from({ length: Math.floor(recording.pcm.length / 1.1) }, (_, n) => {
      return recording.pcm[Math.round(n * 1.1)] ?? 0;
    });
    expect(textOf(faster)).toBe('');
  });

  it('in silence', () => {
    expect(textOf(silence(3_000))).toBe('');
  });
});

describe('finds voice', () => {
  const voiceIn = (pcm: Int16Array): number[] => {
    const words = new WordSpotter(templates);
    return framesOf(pcm)
      .flatMap((frame) => words.push(new Int16Array(frame.buffer)))
      .filter(({ hasVoice }) => hasVoice)
      .map(({ endMs }) => endMs);
  };

  it('in turns, but not in the pauses between them', () => {
    const voiced = voiceIn(recording.pcm);
    expect(voiced.length).toBeGreaterThan(700);
    expect(voiced.filter((ms) => ms > 2_650 && ms < 3_800)).toEqual([]);
  });

  it('nowhere in silence', () => {
    expect(voiceIn(silence(1_000))).toEqual([]);
  });
});
