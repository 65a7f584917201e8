import type { Cue } from './cue.ts';

/** Told apart by ear without being compared. Hz. */
const pitchesHz: Record<Cue, number> = { begin: 880, end: 587, trouble: 247 };

/**
 * Half of the shortest syllable. The microphone hears the tone, too: this is too short to be taken
 * for a word, and a word that it falls on is still a word.
 */
export const toneSeconds = 0.07;

/** Of full scale: 28 dB below it, and so below speech. */
export const tonePeak = 0.04;

/** A tone that begins or ends at once clicks, which is louder than itself. */
const riseSeconds = 0.012;

/**
 * Plays a soft, short tone.
 *
 * @returns what sounds, until it tells that it has ended
 */
export function playTone(context: BaseAudioContext, cue: Cue): AudioScheduledSourceNode {
  const startsAt = context.currentTime;
  const loudness = new GainNode(context, { gain: 0 });
  loudness.gain.setValueAtTime(0, startsAt);
  loudness.gain.linearRampToValueAtTime(tonePeak, startsAt + riseSeconds);
  loudness.gain.linearRampToValueAtTime(0, startsAt + toneSeconds);
  const tone = new OscillatorNode(context, { type: 'sine', frequency: pitchesHz[cue] });
  tone.connect(loudness).connect(context.destination);
  tone.start(startsAt);
  tone.stop(startsAt + toneSeconds);
  return tone;
}
