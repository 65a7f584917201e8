import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { tuning } from '#core/tuning.ts';
import { Timer } from '../timer.ts';

/** Shells exit with this where there is no such command. */
const noPactl = 127;

/**
 * Ends with its standard input, that is with us, however we end; and closes its standard output
 * when the server goes away.
 */
const script = `command -v pactl >&2 || exit ${noPactl}
pactl subscribe & child=$!
exec >&-
read -r _
kill $child`;

/** A source came or went, or another is the default. Recording changes sources as well. */
const isAboutMicrophones = (line: string): boolean =>
  /^Event '(new|remove)' on source #|^Event 'change' on server/.test(line);

/**
 * Watches PulseAudio or PipeWire for microphones that come, go, or become the default. Where there
 * is no such server there is nothing to watch, and the list is as old as the last look.
 */
export class SoundServerWatch {
  readonly #settle: Timer;
  readonly #retry = new Timer(() => this.#start());
  #child: ChildProcess | null = null;

  /** @param changed called once for all that happens together */
  constructor(changed: () => void) {
    this.#settle = new Timer(changed);
  }

  start(): void {
    if (process.platform === 'linux') this.#start();
  }

  stop(): void {
    this.#settle.set(null);
    this.#retry.set(null);
    const child = this.#child;
    this.#child = null;
    child?.stdin?.end();
  }

  #start(): void {
    const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C' };
    delete env.ASSEMBLYAI_API_KEY;
    const child = spawn('/bin/sh', ['-c', script], { env, stdio: ['pipe', 'pipe', 'ignore'] });
    this.#child = child;
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      if (isAboutMicrophones(line)) this.#settle.set(tuning.microphonesSettleMs);
    });
    lines.on('close', () => child.stdin.end());
    child.on('exit', (code) => {
      if (child === this.#child && code !== noPactl) this.#retry.set(tuning.soundServerRetryMs);
    });
    // Where there is no shell there is no sound server either.
    for (const emitter of [child, child.stdin]) emitter.on('error', () => undefined);
  }
}
