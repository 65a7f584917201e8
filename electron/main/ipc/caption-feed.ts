import type { BroadcastChannel } from '#shared/channels.ts';
import type { CopiedCaptions } from '#shared/copied-captions.ts';
import type { Broadcasts, CaptionsView, Patch, Snapshot } from '#shared/ipc.ts';
import type { DictationStatus } from '#shared/dictation-status.ts';
import type { Problem } from '#shared/problem.ts';
import type { Status } from '#shared/status.ts';
import type { Turn } from '#shared/turn.ts';
import { LevelSteps } from './level-steps.ts';
import { mainTuning } from '../time/tuning.ts';

/** More sentences than six lines of captions hold. The panel's transcript has its own request. */
const snapshotTurns = 20;

/** A window that draws captions. */
export interface Subscriber {
  isVisible(): boolean;
  send<C extends BroadcastChannel>(channel: C, value: Broadcasts[C]): void;
}

/** One page, and the part of the captions that it shows. */
interface Joined {
  subscriber: Subscriber;
  /** Null before it has attached. Then it receives no patches. */
  view: CaptionsView | null;
  /** The number of the newest patch that it received. Each page has its own numbers. */
  seq: number;
  /** Null while the page shows no level. */
  level: LevelSteps | null;
}

/**
 * Keeps the windows up to date: a snapshot on request, then at most one patch a frame. Each window
 * receives only what it shows, so a window without changes has nothing to do.
 */
export class CaptionFeed {
  readonly #subscribers = new Map<number, Joined>();
  readonly #turns = new Map<number, Turn>();
  #status: Status = { phase: 'idle' };
  #problem: Problem | null = null;
  #dictation: DictationStatus = { phase: 'idle' };
  #copied: CopiedCaptions | null = null;
  #areCaptionsOn = false;
  #firstTurn = 0;
  #pending: Omit<Patch, 'seq' | 'turns'> & { turns: Map<number, Turn> } = { turns: new Map() };
  #timer: NodeJS.Timeout | undefined;

  /**
   * Sends broadcasts to this subscriber from now on.
   *
   * @param id a subscriber that joins again with its id replaces itself
   */
  join(id: number, subscriber: Subscriber): void {
    const before = this.#subscribers.get(id);
    this.#subscribers.set(id, { view: null, seq: 0, level: null, ...before, subscriber });
  }

  /** The current state. Patches of the view follow it. */
  attach(id: number, view: CaptionsView): Snapshot {
    if (this.#hasPending) this.#send();
    const joined = this.#subscribers.get(id);
    if (joined !== undefined) joined.view = view;
    return {
      seq: joined?.seq ?? 0,
      status: this.#status,
      problem: this.#problem,
      dictation: this.#dictation,
      copied: this.#copied,
      areCaptionsOn: this.#areCaptionsOn,
      turns: view === 'words' ? [...this.#turns.values()].sort((a, b) => a.id - b.id) : [],
      firstTurn: this.#firstTurn,
    };
  }

  leave(id: number): void {
    this.#subscribers.delete(id);
  }

  /** Sends a value to every subscriber. */
  broadcast<C extends BroadcastChannel>(channel: C, value: Broadcasts[C]): void {
    for (const { subscriber } of this.#subscribers.values()) subscriber.send(channel, value);
  }

  /** @param steps the number of steps above silence; 0 ends the reports of the level */
  watchLevel(id: number, steps: number): void {
    const joined = this.#subscribers.get(id);
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

  copied(copied: CopiedCaptions | null): void {
    this.#copied = copied;
    this.#pending.copied = copied;
    this.#schedule();
  }

  captions(areOn: boolean): void {
    this.#areCaptionsOn = areOn;
    this.#pending.areCaptionsOn = areOn;
    this.#schedule();
  }

  /** Hides turns before this one. */
  showFrom(firstTurn: number): void {
    if (firstTurn === this.#firstTurn) return;
    this.#firstTurn = firstTurn;
    this.#pending.firstTurn = firstTurn;
    this.#schedule();
  }

  /** Whether this turn is among the newest. */
  hasTurn(id: number): boolean {
    return this.#turns.has(id);
  }

  turn(turn: Turn): void {
    this.#turns.set(turn.id, turn);
    this.#pending.turns.set(turn.id, turn);
    if (this.#turns.size > snapshotTurns) this.#turns.delete(Math.min(...this.#turns.keys()));
    this.#schedule();
  }

  /** Sends a level to the visible windows whose meters it moves. */
  level(rms: number): void {
    this.#sendLevel(rms, () => true);
  }

  /** The same for what the computer plays. Only the captions show that; other meters are the microphone's. */
  computerLevel(rms: number): void {
    this.#sendLevel(rms, ({ view }) => view === 'words');
  }

  #sendLevel(rms: number, shows: (joined: Joined) => boolean): void {
    for (const joined of this.#subscribers.values()) {
      const { subscriber, level } = joined;
      if (level === null || !shows(joined) || !subscriber.isVisible()) continue;
      const moved = level.hear(rms, performance.now());
      if (moved !== null) subscriber.send('level', moved);
    }
  }

  /** Sends the first change at once, and later ones within a frame together. */
  #schedule(): void {
    if (this.#timer !== undefined) return;
    this.#send();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#hasPending) this.#schedule();
    }, mainTuning.captionFrameMs);
  }

  get #hasPending(): boolean {
    const { turns, ...rest } = this.#pending;
    return turns.size > 0 || Object.keys(rest).length > 0;
  }

  #send(): void {
    const { turns, ...rest } = this.#pending;
    this.#pending = { turns: new Map() };
    const hasRest = Object.keys(rest).length > 0;
    for (const joined of this.#subscribers.values()) {
      const isNews = joined.view === 'words' || (joined.view === 'status' && hasRest);
      if (!isNews) continue;
      joined.seq += 1;
      const shown = joined.view === 'words' ? [...turns.values()] : [];
      joined.subscriber.send('captions:patch', { seq: joined.seq, turns: shown, ...rest });
    }
  }
}
