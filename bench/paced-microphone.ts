import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startOwned } from '../tools/desktop-harness/owned-process.ts';
import { startSound, type VirtualSound } from '../tools/desktop-harness/sound.ts';
import { nowMs } from './clock.ts';

const stepMs = 10;
const stepSamples = 160;

/**
 * A microphone of the sound server that delivers sound as soon as the bench writes it. Unlike with
 * sound that is played to an output, the time of each sample is known.
 */
export interface PacedMicrophone {
  env: VirtualSound['env'];
  /**
   * Plays 16 kHz mono sound into the microphone, which is otherwise silent. One sound at a time.
   *
   * @returns when the first sample was written; resolves after the last one
   */
  play(pcm: Int16Array): Promise<number>;
  stop(): Promise<void>;
}

/** Rejects if the sound server does not start. */
export async function startPacedMicrophone(): Promise<PacedMicrophone> {
  const sound = await startSound();
  const pipe = join(sound.env.XDG_RUNTIME_DIR, 'paced');
  const control = (...command: string[]): Promise<unknown> =>
    promisify(execFile)('pactl', command, { env: { ...process.env, ...sound.env } });
  const format = ['format=s16le', 'channels=1', 'rate=16000'];
  await control(
    'load-module',
    'module-pipe-source',
    'source_name=paced',
    `file=${pipe}`,
    ...format,
  );
  await control('set-default-source', 'paced');
  // Without a recorder, the server does not read the pipe, and the next client would get old sound.
  const recorder = startOwned(['parec', '--device=paced', '/dev/null'], {
    env: { ...process.env, ...sound.env },
  });
  const file = createWriteStream(pipe);
  // The sound server may end before the last write.
  file.on('error', () => undefined);

  let current: { pcm: Int16Array; from: number; startedAtMs: number; end: (atMs: number) => void };
  let isPlaying = false;
  let dueAtMs = nowMs();
  const writeStep = (): void => {
    const step = new Int16Array(stepSamples);
    if (isPlaying) {
      current.startedAtMs ||= nowMs();
      step.set(current.pcm.subarray(current.from, current.from + stepSamples));
      current.from += stepSamples;
      isPlaying = current.from < current.pcm.length;
      if (!isPlaying) current.end(current.startedAtMs);
    }
    file.write(new Uint8Array(step.buffer));
  };
  const timer = setInterval(() => {
    for (; dueAtMs <= nowMs(); dueAtMs += stepMs) writeStep();
  }, stepMs / 2);
  return {
    env: sound.env,
    play: (pcm) =>
      new Promise((end) => {
        current = { pcm, from: 0, startedAtMs: 0, end };
        isPlaying = true;
      }),
    stop: async () => {
      clearInterval(timer);
      await recorder.stop();
      await sound.stop();
      file.destroy();
    },
  };
}
