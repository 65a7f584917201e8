import { areCaptionsWanted } from '#core/listening/captions.ts';
import type { SessionProfile } from '#core/profiles/profiles.ts';
import type { Listening, ListeningEvent } from '#core/listening/listening.ts';
import { needsSession } from '#core/listening/session-sharing.ts';
import { EventQueue } from '../queues/event-queue.ts';
import type { SegmentLines } from './segment-lines.ts';

/** An event, and what the session of a dictation is asked for. Captions have no profile. */
interface Queued {
  event: ListeningEvent;
  profile: SessionProfile | null;
}

/** Takes the events of listening in their order, and gives each start the session that it asks for. */
export class EventIntake {
  readonly #state: () => Listening;
  readonly #lines: SegmentLines;
  readonly #step: (event: ListeningEvent) => void;
  readonly #events = new EventQueue<Queued>((queued) => this.#handle(queued));

  constructor(state: () => Listening, lines: SegmentLines, step: (event: ListeningEvent) => void) {
    this.#state = state;
    this.#lines = lines;
    this.#step = step;
  }

  put(event: ListeningEvent): void {
    this.#events.put({ event, profile: null });
  }

  /**
   * Begins a dictation. Captions share their session with it, so it has no profile beside them.
   *
   * @param profile what its session is asked for; null if that is known to be nothing
   */
  dictate(id: number, profile: Promise<SessionProfile | null> | null): void {
    const event: ListeningEvent = { type: 'dictate', id };
    if (profile === null || areCaptionsWanted(this.#state())) {
      this.put(event);
      return;
    }
    // Opens the microphone at once, and the dictation takes it over. Its sound waits until the session for it is
    // known.
    this.put({ type: 'check-level', isOn: true });
    this.#events.putLater(profile.then((known) => ({ event, profile: known })));
  }

  #handle({ event, profile }: Queued): void {
    for (const one of this.#withSession(event, profile)) this.#step(one);
  }

  /**
   * The newest session serves a start if it has the wanted parameters, or can receive them before the first
   * sound. Otherwise another one begins.
   */
  #withSession(event: ListeningEvent, profile: SessionProfile | null): ListeningEvent[] {
    const listening = this.#state();
    const lines = this.#lines;
    if (!needsSession(listening, event)) return [event];
    lines.profile = profile;
    // The session that follows the tail is not there yet.
    if (listening.captions.phase === 'tail') return [event];
    const newest = listening.segments.find(({ id }) => id === listening.nextSegment - 1);
    if (newest === undefined) return [event];
    const isWarm = newest.phase === 'settled';
    if (isWarm ? lines.take(newest.id, profile) : lines.has(newest.id, profile)) return [event];
    if (event.type === 'dictate') return [{ ...event, isApart: true }];
    if (isWarm) return [{ type: 'renew-session' }, event];
    // Captions go on in the session of a running dictation. At the next pause another one has their parameters.
    if (newest.phase === 'streaming') lines.change(newest.id, profile);
    return [event];
  }
}
