import type { BroadcastChannel } from '#shared/channels.ts';
import type { Broadcasts, Patch, Snapshot } from '#shared/ipc.ts';
import type { DictationStatus } from '#shared/dictation-status.ts';
import type { Problem, Status } from '#shared/status.ts';
import type { Turn } from '#shared/turn.ts';

/** One paint at 60 Hz: what changes within it is sent together. */
const frameMs = 16;
/** Twenty levels a second look smooth; more would only cost. */
const levelIntervalMs = 50;
/** More turns than two lines can hold; the panel's transcript is another matter. */
const snapshotTurns = 20;

/** A window that draws captions. */
export interface Viewer {
  isVisible(): boolean;
  send<C extends BroadcastChannel>(channel: C, value: Broadcasts[C]): void;
}

/** Keeps the windows up to date: a snapshot when they ask, then at most one patch a frame. */
export class CaptionFeed {
  readonly #viewers = new Map<number, Viewer>();
  readonly #turns = new Map<number, Turn>();
  #status: Status = { phase: 'idle' };
  #problem: Problem | null = null;
  #dictation: DictationStatus = { phase: 'idle' };
  #areCaptionsOn = false;
  #firstTurn = 0;
  #seq = 0;
  #pending: Omit<Patch, 'seq' | 'turns'> & { turns: Map<number, Turn> } = { turns: new Map() };
  #timer: NodeJS.Timeout | undefined;
  #levelSentAtMs = 0;

  /**
   * From now on this viewer is sent all that changes.
   *
   * @param id one viewer that joins again under its id takes its own place
   */
  join(id: number, viewer: Viewer): void {
    this.#viewers.set(id, viewer);
  }

  /** What there is now; the next patch follows it. */
  snapshot(): Snapshot {
    if (this.#hasPending) this.#send();
    return {
      seq: this.#seq,
      status: this.#status,
      problem: this.#problem,
      dictation: this.#dictation,
      areCaptionsOn: this.#areCaptionsOn,
      turns: [...this.#turns.values()].sort((a, b) => a.id - b.id),
      firstTurn: this.#firstTurn,
    };
  }

  leave(id: number): void {
    this.#viewers.delete(id);
  }

  /** Sends to everybody who has joined. */
  broadcast<C extends BroadcastChannel>(channel: C, value: Broadcasts[C]): void {
    for (const viewer of this.#viewers.values()) viewer.send(channel, value);
  }

  status(status: Status): void {
    this.#status = status;
    this.#pending.status = status;
    this.#schedule();
  }

  problem(problem: Problem | null): void {
    this.#problem = problem;
    this.#pending.problem = problem;
    this.#schedule();
  }

  dictation(status: DictationStatus): void {
    this.#dictation = status;
    this.#pending.dictation = status;
    this.#schedule();
  }

  captions(areOn: boolean): void {
    this.#areCaptionsOn = areOn;
    this.#pending.areCaptionsOn = areOn;
    this.#schedule();
  }

  /** From now on turns before this one are not shown, until they are again. */
  showFrom(firstTurn: number): void {
    if (firstTurn === this.#firstTurn) return;
    this.#firstTurn = firstTurn;
    this.#pending.firstTurn = firstTurn;
    this.#schedule();
  }

  turn(turn: Turn): void {
    this.#turns.set(turn.id, turn);
    this.#pending.turns.set(turn.id, turn);
    if (this.#turns.size > snapshotTurns) this.#turns.delete(Math.min(...this.#turns.keys()));
    this.#schedule();
  }

  /** Levels go to visible windows only, and are dropped rather than queued. */
  level(level: number): void {
    const nowMs = performance.now();
    if (nowMs - this.#levelSentAtMs < levelIntervalMs) return;
    this.#levelSentAtMs = nowMs;
    for (const viewer of this.#viewers.values())
      if (viewer.isVisible()) viewer.send('level', level);
  }

  /** The first change goes out at once; what follows within a frame goes out together. */
  #schedule(): void {
    if (this.#timer !== undefined) return;
    this.#send();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#hasPending) this.#schedule();
    }, frameMs);
  }

  get #hasPending(): boolean {
    const { turns, ...rest } = this.#pending;
    return turns.size > 0 || Object.keys(rest).length > 0;
  }

  #send(): void {
    const { turns, ...rest } = this.#pending;
    this.#pending = { turns: new Map() };
    this.#seq += 1;
    this.broadcast('captions:patch', { seq: this.#seq, turns: [...turns.values()], ...rest });
  }
}
