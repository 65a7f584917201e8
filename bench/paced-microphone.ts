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
 * A microphone of the sound server that hears what we write, as soon as we have written it: unlike
 * what is played to an output, it says when each sample came into being.
 */
export interface PacedMicrophone {
  env: VirtualSound['env'];
  /**
   * Lets it hear 16 kHz mono sound, after which it is silent again; one sound at a time.
   *
   * @returns when the first of it was handed over, once the last was
   */
  hear(pcm: Int16Array): Promise<number>;
  stop(): Promise<void>;
}

/** Rejects when the sound server does not start. */
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
  // A pipe that nobody records from is not read, and would deliver stale sound to who comes next.
  const listener = startOwned(['parec', '--device=paced', '/dev/null'], {
    env: { ...process.env, ...sound.env },
  });
  const file = createWriteStream(pipe);
  // The sound server is gone before the last of it is written.
  file.on('error', () => undefined);

  let heard: { pcm: Int16Array; from: number; startedAtMs: number; end: (atMs: number) => void };
  let isHearing = false;
  let dueAtMs = nowMs();
  const writeStep = (): void => {
    const step = new Int16Array(stepSamples);
    if (isHearing) {
      heard.startedAtMs ||= nowMs();
      step.set(heard.pcm.subarray(heard.from, heard.from + stepSamples));
      heard.from += stepSamples;
      isHearing = heard.from < heard.pcm.length;
      if (!isHearing) heard.end(heard.startedAtMs);
    }
    file.write(new Uint8Array(step.buffer));
  };
  const timer = setInterval(() => {
    for (; dueAtMs <= nowMs(); dueAtMs += stepMs) writeStep();
  }, stepMs / 2);
  return {
    env: sound.env,
    hear: (pcm) =>
      new Promise((end) => {
        heard = { pcm, from: 0, startedAtMs: 0, end };
        isHearing = true;
      }),
    stop: async () => {
      clearInterval(timer);
      await listener.stop();
      await sound.stop();
      file.destroy();
    },
  };
}
