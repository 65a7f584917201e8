import { describe, expect, it } from 'vitest';
import { AudioIntake } from './audio-intake.ts';

const bytesPerMs = 32;
const minuteMs = 60_000;

/** Takes several seconds of audio, all received at the same time. */
function takeSeconds(intake: AudioIntake, seconds: number, receivedAtMs: number) {
  const answers = Array.from({ length: seconds }, () =>
    intake.take(1_000 * bytesPerMs, receivedAtMs),
  );
  return answers.find((refusal) => refusal !== undefined);
}

describe('frames', () => {
  it.each([50, 1_000])('may be %i ms long', (durationMs) => {
    const intake = new AudioIntake();
    expect(intake.take(durationMs * bytesPerMs, 0)).toBeUndefined();
    expect(intake.audioMs).toBe(durationMs);
  });

  it.each([1_001, 2_000])('are refused immediately if they are %i ms long', (durationMs) => {
    expect(new AudioIntake().take(durationMs * bytesPerMs, 0)).toMatchObject({ code: 3007 });
  });

  it('are refused after a second of short ones', () => {
    const intake = new AudioIntake();
    const answers = Array.from({ length: 26 }, (_, index) => intake.take(40 * 32, index * 40));
    expect(answers.findIndex((refusal) => refusal?.code === 3007)).toBe(24);
  });

  it('are refused if they end in half a sample', () => {
    expect(new AudioIntake().take(50 * bytesPerMs + 1, 0)).toMatchObject({ code: 3006 });
  });
});

describe('audio that comes too fast', () => {
  it('is refused when more than five minutes of it are waiting', () => {
    const intake = new AudioIntake();
    expect(takeSeconds(intake, 300, 0)).toBeUndefined();
    expect(takeSeconds(intake, 1, 0)).toMatchObject({ code: 3007 });
  });

  it('is worked off at the speed of speech', () => {
    const intake = new AudioIntake();
    expect(takeSeconds(intake, 300, 0)).toBeUndefined();
    expect(takeSeconds(intake, 60, minuteMs)).toBeUndefined();
    expect(takeSeconds(intake, 1, minuteMs)).toMatchObject({ code: 3007 });
  });

  it('is not allowed more after a pause', () => {
    const intake = new AudioIntake();
    expect(takeSeconds(intake, 1, 0)).toBeUndefined();
    expect(takeSeconds(intake, 300, 60 * minuteMs)).toBeUndefined();
    expect(takeSeconds(intake, 1, 60 * minuteMs)).toMatchObject({ code: 3007 });
  });
});
