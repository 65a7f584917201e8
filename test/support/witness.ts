import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { expect, vi } from 'vitest';
import type { Desk } from './desk.ts';
import { samplesOf } from './service.ts';
import { patient } from './patient.ts';

/** A program that hears what the app hears, and that nothing of the app can hold up. */
export interface Witness {
  /** How many samples it has been delivered so far. */
  samples(): number;
  heard(): Int16Array;
  stop(): Promise<void>;
}

/** Starts to record the default microphone into a file; resolves once it hears something. */
export async function startWitness({ sound }: Desk, file: string): Promise<Witness> {
  const output = openSync(file, 'w');
  const format = ['--format=s16le', '--rate=16000', '--channels=1', '--latency-msec=10'];
  const recorder = spawn('parec', ['--raw', ...format], {
    env: { ...process.env, ...sound.env },
    stdio: ['ignore', output, 'inherit'],
  });
  closeSync(output);
  const samples = (): number => Math.floor(statSync(file).size / 2);
  await vi.waitFor(() => expect(samples()).toBeGreaterThan(0), patient);
  return {
    samples,
    heard: () => samplesOf(readFileSync(file)),
    stop: async () => {
      recorder.kill();
      if (recorder.exitCode === null && recorder.signalCode === null) await once(recorder, 'exit');
    },
  };
}
