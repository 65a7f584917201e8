import type { BroadcastChannel } from '#shared/channels.ts';
import type { Broadcasts, CaptionsView, Patch, Snapshot } from '#shared/ipc.ts';
import type { DictationStatus } from '#shared/dictation-status.ts';
import type { Problem, Status } from '#shared/status.ts';
import type { Turn } from '#shared/turn.ts';
import { LevelSteps } from './level-steps.ts';

/** One paint at 60 Hz: what changes within it is sent together. */
const frameMs = 16;
/** More turns than two lines can hold; the panel's transcript is another matter. */
const snapshotTurns = 20;

/** A window that draws captions. */
export interface Viewer {
  isVisible(): boolean;
  send<C extends BroadcastChannel>(channel: C, value: Broadcasts[C]): void;
}

/** One page, and what of the captions it shows. */
interface Joined {
  viewer: Viewer;
  /** Null before it has attached: it is sent no patches. */
  view: CaptionsView | null;
  /** Of the newest patch that it was sent; each page counts its own. */
  seq: number;
  /** Null while it shows no level. */
  level: LevelSteps | null;
}

/**
 * Keeps the windows up to date: a snapshot when they ask, then at most one patch a frame, and each
 * only what it shows, so that a window in which nothing changes has nothing to do.
 */
export class CaptionFeed {
  readonly #viewers = new Map<number, Joined>();
  readonly #turns = new Map<number, Turn>();
  #status: Status = { phase: 'idle' };
  #problem: Problem | null = null;
  #dictation: DictationStatus = { phase: 'idle' };
  #areCaptionsOn = false;
  #firstTurn = 0;
  #pending: Omit<Patch, 'seq' | 'turns'> & { turns: Map<number, Turn> } = { turns: new Map() };
  #timer: NodeJS.Timeout | undefined;

  /**
   * From now on this viewer is sent what is broadcast.
   *
   * @param id one viewer that joins again under its id takes its own place
   */
  join(id: number, viewer: Viewer): void {
    const before = this.#viewers.get(id);
    this.#viewers.set(id, { view: null, seq: 0, level: null, ...before, viewer });
  }

  /** What there is now; patches with what this viewer shows follow it. */
  attach(id: number, view: CaptionsView): Snapshot {
    if (this.#hasPending) this.#send();
    const joined = this.#viewers.get(id);
    if (joined !== undefined) joined.view = view;
    return {
      seq: joined?.seq ?? 0,
      status: this.#status,
      problem: this.#problem,
      dictation: this.#dictation,
      areCaptionsOn: this.#areCaptionsOn,
      turns: view === 'words' ? [...this.#turns.values()].sort((a, b) => a.id - b.id) : [],
      firstTurn: this.#firstTurn,
    };
  }

  leave(id: number): void {
    this.#viewers.delete(id);
  }

  /** Sends to everybody who has joined. */
  broadcast<C extends BroadcastChannel>(channel: C, value: Broadcasts[C]): void {
    for (const { viewer } of this.#viewers.values()) viewer.send(channel, value);
  }

  /** @param steps how many the viewer shows above silence; 0 where it shows no level any more */
  watchLevel(id: number, steps: number): void {
    const joined = this.#viewers.get(id);
    if (joined !== undefined) joined.level = steps === 0 ? null : new LevelSteps(steps);
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

  /** A level goes to the visible windows that show it, when it moves there. */
  level(rms: number): void {
    for (const { viewer, level } of this.#viewers.values()) {
      if (level === null || !viewer.isVisible()) continue;
      const moved = level.hear(rms, performance.now());
      if (moved !== null) viewer.send('level', moved);
    }
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
    const hasRest = Object.keys(rest).length > 0;
    for (const joined of this.#viewers.values()) {
      const isNews = joined.view === 'words' || (joined.view === 'status' && hasRest);
      if (!isNews) continue;
      joined.seq += 1;
      const shown = joined.view === 'words' ? [...turns.values()] : [];
      joined.viewer.send('captions:patch', { seq: joined.seq, turns: shown, ...rest });
    }
  }
}
