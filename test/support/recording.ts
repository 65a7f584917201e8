/** The bundled recording, for the tests of the demo server and of all that talks to it. */
import { join } from 'node:path';
import { WavWriter } from '../../electron/capture/wav-writer.ts';
import { loadRecording, type Recording } from '../../electron/demo-server/recording.ts';

/** The folder of the bundled recording, as the app passes it to the demo server. */
export const recordingFolder = join(import.meta.dirname, '../../resources/demo');

/** The bundled recording as a WAV file. */
export const recordingPath = join(recordingFolder, 'recording.wav');

export const recording: Recording = await loadRecording(recordingFolder);

/** What the finals have to be when all of the recording was sent. */
export const sentences: string[] = recording.turns.map(({ words }) =>
  words.map(({ text }) => text).join(' '),
);

/** A stretch of the recording, in milliseconds from its start. */
export const between = (startMs: number, endMs: number): Int16Array =>
  recording.pcm.slice(startMs * 16, endMs * 16);

/** Writes a sentence of the recording, with the silence around it, as a WAV file; returns its path. */
export function writeSentence(index: number, path: string): string {
  const words = recording.turns[index]?.words ?? [];
  const writer = new WavWriter(path);
  const sound = between((words[0]?.startMs ?? 0) - 300, (words.at(-1)?.endMs ?? 0) + 500);
  writer.append(new Uint8Array(sound.buffer));
  writer.close();
  return path;
}

/** Puts stretches of sound one after the other. */
export function joined(...parts: Int16Array[]): Int16Array {
  const whole = new Int16Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Cuts sound into frames, of 50 ms unless told, as they go over the wire; the last one may be shorter. */
export function framesOf(pcm: Int16Array, frameMs = 50): Uint8Array[] {
  const length = frameMs * 16;
  return Array.from({ length: Math.ceil(pcm.length / length) }, (_, index) => {
    const frame = pcm.slice(index * length, (index + 1) * length);
    return new Uint8Array(frame.buffer);
  });
}
