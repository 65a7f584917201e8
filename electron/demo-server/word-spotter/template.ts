import type { Recording } from '../recording.ts';
import { bandEnergies, dot, frameLength, frameStep, sampleRateHz } from './band-energies.ts';

/** The sound of one word of the recording. */
export interface Template {
  text: string;
  /** The whole word. */
  samples: Float32Array;
  /** The band energies of its 10 ms frames in order, minus their mean, scaled to unit length. */
  shape: Float32Array;
  /** The mean square of all words of the recording, as the reference for quiet parts. */
  speechPower: number;
}

export const frameCount = (sampleCount: number): number =>
  Math.max(Math.floor((sampleCount - frameLength) / frameStep) + 1, 0);

const made = new WeakMap<Recording, Template[]>();

/** Cuts every word out of the recording, in order. Servers of one recording share them. */
export function templatesOf(recording: Recording): Template[] {
  const known = made.get(recording) ?? makeTemplates(recording);
  made.set(recording, known);
  return known;
}

function makeTemplates({ pcm, turns }: Recording): Template[] {
  const sound = Float32Array.from(pcm);
  const at = (ms: number): number => Math.round((ms * sampleRateHz) / 1_000);
  const words = turns
    .flatMap((turn) => turn.words)
    .map(({ text, startMs, endMs }) => ({ text, samples: sound.slice(at(startMs), at(endMs)) }));
  const lengths = words.reduce((sum, { samples }) => sum + samples.length, 0);
  const speechPower = words.reduce((sum, { samples }) => sum + energyOf(samples), 0) / lengths;
  return words.map((word) => ({ ...word, shape: shapeOf(word.samples), speechPower }));
}

export const energyOf = (samples: Float32Array): number => dot(samples, samples);

function shapeOf(samples: Float32Array): Float32Array {
  const frames = Array.from({ length: frameCount(samples.length) }, (_, frame) =>
    Array.from(bandEnergies(samples.subarray(frame * frameStep, frame * frameStep + frameLength))),
  ).flat();
  const mean = frames.reduce((sum, value) => sum + value, 0) / frames.length;
  const centred = Float32Array.from(frames, (value) => value - mean);
  const length = Math.sqrt(energyOf(centred));
  return centred.map((value) => value / length);
}

/** How similar a template's frames and the same number of frames of sound are; 1: equal but for gain. */
export function likeness(shape: Float32Array, frames: Float32Array): number {
  let sum = 0;
  let squares = 0;
  let product = 0;
  for (let index = 0; index < shape.length; index++) {
    const value = frames[index] ?? 0;
    sum += value;
    squares += value * value;
    product += value * (shape[index] ?? 0);
  }
  const spread = squares - (sum * sum) / shape.length;
  return spread > 0 ? product / Math.sqrt(spread) : 0;
}
