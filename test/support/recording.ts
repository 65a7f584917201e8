/** The bundled recording, for tests of the demo server and its clients. */
import { join } from 'node:path';
import { WavWriter } from '../../electron/capture/wav-writer.ts';
import { loadRecording, type Recording } from '../../electron/demo-server/recording.ts';

/** The folder of the bundled recording, as the app passes it to the demo server. */
export const recordingFolder = join(import.meta.dirname, '../../resources/demo');

/** The bundled recording as a WAV file. */
export const recordingPath = join(recordingFolder, 'recording.wav');

export const recording: Recording = await loadRecording(recordingFolder);

/** The finals of the whole recording. */
export const sentences: string[] = recording.turns.map(({ words }) =>
  words.map(({ text }) => text).join(' '),
);

/** A part of the recording, in milliseconds from its start. */
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

/** Joins sounds. */
export function joined(...parts: Int16Array[]): Int16Array {
  const whole = new Int16Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Splits sound into frames as they are sent, of 50 ms by default. The last one may be shorter. */
export function framesOf(pcm: Int16Array, frameMs = 50): Uint8Array[] {
  const length = frameMs * 16;
  return Array.from({ length: Math.ceil(pcm.length / length) }, (_, index) => {
    const frame = pcm.slice(index * length, (index + 1) * length);
    return new Uint8Array(frame.buffer);
  });
}
