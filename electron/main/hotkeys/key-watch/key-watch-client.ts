import * as v from 'valibot';
import { tuning } from '#core/tuning.ts';
import type { Problem } from '#shared/problem.ts';
import type { Chord } from '#shared/accelerator.ts';
import {
  keyWatchReportSchema,
  type ChordEvent,
  type KeyWatchCommand,
} from '../../../key-watch/protocol.ts';
import { monotonicMs } from '../../../monotonic.ts';
import type { Child, Fork } from '../../processes/child.ts';
import { Restarts } from '../../processes/restarts.ts';
import { Timer } from '../../time/timer.ts';
import { keyWatchProblems, type KeyWatchProblem } from './problems.ts';
import { mainTuning } from '../../time/tuning.ts';

interface KeyWatchListener {
  /** For a held lone modifier, `other-key` means that another key was pressed. */
  heard(event: ChordEvent, atMs: number): void;
  /** The key watch has begun or ceased to work. `problem` says which. */
  changed(): void;
}

/**
 * Reports presses and releases of one chord, from a process that runs only from `start` to `stop`. Every
 * press is followed by its release. The process reports it, or a check finds it, or it is generated when
 * the process has gone or the longest hold is over.
 */
export class KeyWatchClient {
  readonly #fork: Fork;
  readonly #listener: KeyWatchListener;
  readonly #restarts = new Restarts();
  readonly #retry = new Timer(() => this.#run());
  readonly #starting = new Timer(() => this.#lose());
  readonly #check = new Timer(() => this.#askWhetherHeld());
  readonly #bound = new Timer(() => this.#release());
  /** What the process is to watch; null while it is not to run. */
  #wanted: { chord: Chord | null } | null = null;
  #child: Child | null = null;
  #isRunning = false;
  #isHeld = false;
  /**
   * When a grab reported presses while the process did not listen. A held key is reported again and
   * again.
   */
  #missedAtMs: number[] = [];
  #problem: KeyWatchProblem | null = null;
  #ownKeys: Chord[] = [];
  #watched: { id: number; hadInput: boolean | null } = { id: 0, hadInput: null };
  #settled: (() => void) | null = null;

  constructor(fork: Fork, listener: KeyWatchListener) {
    this.#fork = fork;
    this.#listener = listener;
  }

  /** Whether a press would be reported now. */
  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** Whether presses are reported, at the latest when the starting process listens. */
  get hears(): boolean {
    return this.#wanted !== null && this.#problem === null;
  }

  /** Why it does not work, or null. */
  get problem(): Problem | null {
    return this.#problem === null ? null : keyWatchProblems[this.#problem];
  }

  /**
   * Resolves when it works, or has given up. `problem` says which.
   *
   * @param chord null if a grab reports it, so that only `watchInput` needs the process
   */
  async start(chord: Chord | null): Promise<void> {
    this.stop();
    this.#wanted = { chord };
    const settled = new Promise<void>((resolve) => (this.#settled = resolve));
    this.#run();
    await settled;
  }

  /** Reports a press that a grab of the chord has seen and the process may have missed. */
  grabbed(): void {
    if (this.#isRunning) this.#post({ type: 'grabbed', isTap: false });
    else this.#missedAtMs.push(monotonicMs());
  }

  /** Sets the shortcuts of CaptionKey. Pressing them is no other input. */
  setOwnKeys(chords: Chord[]): void {
    this.#ownKeys = chords;
    if (this.#isRunning) this.#post({ type: 'own-keys', chords });
  }

  /** See `BackEnd.watchInput`. */
  watchInput(afterServerMs: number | null): () => boolean | null {
    const watched = { id: this.#watched.id + 1, hadInput: this.#isRunning ? false : null };
    this.#watched = watched;
    if (this.#isRunning) this.#post({ type: 'watch-input', id: watched.id, afterServerMs });
    return () => watched.hadInput;
  }

  /** Ends the process. A held chord is reported as released. */
  stop(): void {
    this.#wanted = null;
    this.#problem = null;
    this.#missedAtMs = [];
    this.#retry.set(null);
    this.#end();
    this.#settle();
  }

  #run(): void {
    if (this.#wanted === null) return;
    const child = this.#fork('key-watch');
    this.#child = child;
    child.onMessage((message) => {
      if (child === this.#child) this.#receive(message);
    });
    child.onExit(() => {
      if (child === this.#child) this.#lose();
    });
    this.#starting.set(mainTuning.keyWatchStartTimeoutMs);
    this.#post({ type: 'watch', ...this.#wanted });
  }

  #receive(message: unknown): void {
    const report = v.safeParse(keyWatchReportSchema, message);
    if (!report.success) {
      this.#lose();
      return;
    }
    switch (report.output.type) {
      case 'started':
        this.#starting.set(null);
        this.#isRunning = true;
        this.#problem = null;
        this.#settle();
        this.#listener.changed();
        this.setOwnKeys(this.#ownKeys);
        this.#reportMissed();
        break;
      case 'failed':
        this.#giveUp(report.output.code);
        break;
      case 'press':
        this.#press(report.output.atMs);
        break;
      case 'release':
        this.#release(report.output.atMs);
        break;
      case 'other-key':
        if (this.#isHeld) this.#listener.heard('other-key', report.output.atMs);
        break;
      case 'input':
        if (report.output.id === this.#watched.id) this.#watched.hadInput = true;
        break;
    }
  }

  /** Drops presses that are long over, because nobody expects anything of them any more. */
  #reportMissed(): void {
    const [atMs, ...more] = this.#missedAtMs;
    this.#missedAtMs = [];
    if (atMs === undefined) return;
    const isTap = more.length === 0 && monotonicMs() - atMs < mainTuning.missedTapMs;
    this.#post({ type: 'grabbed', isTap });
  }

  #press(atMs: number): void {
    // A lost release is generated, so that each press has one.
    this.#release(atMs);
    this.#isHeld = true;
    this.#check.set(tuning.holdCheckMs);
    this.#bound.set(tuning.longestHoldMs);
    this.#listener.heard('press', atMs);
  }

  #askWhetherHeld(): void {
    this.#post({ type: 'check' });
    this.#check.set(tuning.holdCheckMs);
  }

  #release(atMs = monotonicMs()): void {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    this.#check.set(null);
    this.#bound.set(null);
    this.#listener.heard('release', atMs);
  }

  /** The process has gone, sends invalid messages or does not answer. */
  #lose(): void {
    this.#end();
    const delayMs = this.#restarts.next(performance.now());
    if (delayMs === null) this.#giveUp('stopped');
    else this.#retry.set(delayMs);
  }

  #giveUp(problem: KeyWatchProblem): void {
    this.#problem = problem;
    this.#end();
    this.#settle();
    this.#listener.changed();
  }

  #end(): void {
    const child = this.#child;
    this.#child = null;
    this.#isRunning = false;
    // Later input is not reported.
    if (this.#watched.hadInput === false) this.#watched.hadInput = null;
    this.#starting.set(null);
    child?.kill();
    this.#release();
  }

  #settle(): void {
    this.#settled?.();
    this.#settled = null;
  }

  #post(command: KeyWatchCommand): void {
    this.#child?.post(command);
  }
}
