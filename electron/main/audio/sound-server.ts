import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Timer } from '../time/timer.ts';
import { mainTuning } from '../time/tuning.ts';

/** The exit status of a shell if there is no such command. */
const noPactl = 127;

/**
 * Ends with its standard input, and so with the app, however the app ends. Closes its standard output
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
 * Watches PulseAudio or PipeWire for microphones that come, go, or become the default. Without such a
 * server there is nothing to watch, and the list of microphones stays as it was last read.
 */
export class SoundServerWatch {
  readonly #settle: Timer;
  readonly #retry = new Timer(() => this.#start());
  #child: ChildProcess | null = null;

  /** @param changed called once for changes that happen together */
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
      if (isAboutMicrophones(line)) this.#settle.set(mainTuning.microphonesSettleMs);
    });
    lines.on('close', () => child.stdin.end());
    child.on('exit', (code) => {
      if (child === this.#child && code !== noPactl) this.#retry.set(mainTuning.soundServerRetryMs);
    });
    // Without a shell there is no sound server either.
    for (const emitter of [child, child.stdin]) emitter.on('error', () => undefined);
  }
}
