import { join } from 'node:path';
import { WavWriter } from '../../electron/capture/wav-writer.ts';
import { between, joined, recording } from './recording.ts';

/** A part of the bundled recording that can be played alone. */
export interface Clip {
  text: string;
  /** A WAV file: the words, with silence around them. */
  path: string;
  /** Its length in samples, with the silence. */
  samples: number;
}

/** The silence before and after the words, in milliseconds. */
const aroundMs = 300;

/** Cuts a sentence out of the recording, from one of its words on. */
export function cutClip(folder: string, turn: number, firstWord = 0): Clip {
  const words = recording.turns[turn]?.words.slice(firstWord) ?? [];
  const silence = new Int16Array(aroundMs * 16);
  const said = between(words[0]?.startMs ?? 0, words.at(-1)?.endMs ?? 0);
  const path = join(folder, `clip-${turn}-${firstWord}.wav`);
  const writer = new WavWriter(path);
  const pcm = joined(silence, said, silence);
  writer.append(new Uint8Array(pcm.buffer));
  writer.close();
  return { text: words.map(({ text }) => text).join(' '), path, samples: pcm.length };
}
