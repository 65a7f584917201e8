import { isDeepStrictEqual } from 'node:util';
import type { SessionProfile } from '#core/profiles/profiles.ts';
import type { SegmentEffect, SegmentEvent } from '#core/segments/segment.ts';
import type { AudioBuffer } from '#core/segments/audio-buffer.ts';
import type { Result } from '#shared/result.ts';
import type { ConnectionTarget } from './connection-target.ts';
import { SegmentLine } from './segment-line.ts';
import type { SessionObserver } from './session-log.ts';

interface Parts {
  connectionTarget: (profile: SessionProfile | null) => Result<ConnectionTarget>;
  audio: AudioBuffer;
  /** Receives the events of a line, in some cases while an effect is carried out: queue them. */
  emit: (id: number, event: SegmentEvent) => void;
  /** Called some time before a session expires, and if its settings are outdated. */
  renew: (id: number) => void;
  sessions: SessionObserver;
}

/** The lines of all segments that are not over. Each is created when it is first needed. */
export class SegmentLines {
  readonly #parts: Parts;
  readonly #lines = new Map<number, SegmentLine>();
  /** The profile of the lines that are created from now on. */
  profile: SessionProfile | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  perform(id: number, effect: SegmentEffect): void {
    const { connectionTarget, audio, emit, renew, sessions } = this.#parts;
    let line = this.#lines.get(id);
    if (line === undefined) {
      const emitOf = (event: SegmentEvent): void => emit(id, event);
      const { profile } = this;
      line = new SegmentLine({
        ...{ connectionTarget, profile, audio, sessions },
        emit: emitOf,
        renew: () => renew(id),
      });
      this.#lines.set(id, line);
    }
    line.perform(effect);
  }

  /** Whether the sessions of that segment have this profile. */
  has(id: number, profile: SessionProfile | null): boolean {
    const line = this.#lines.get(id);
    return line !== undefined && isDeepStrictEqual(line.profile, profile);
  }

  /**
   * Gives the session of that segment a profile.
   *
   * @returns false if only another session can have it; nothing is changed then
   */
  take(id: number, profile: SessionProfile | null): boolean {
    if (this.has(id, profile)) return true;
    const canTake = this.#lines.get(id)?.canTake(profile) ?? false;
    if (canTake) this.change(id, profile);
    return canTake;
  }

  /** Gives the sessions of that segment a profile, another session at the next pause if it has to be. */
  change(id: number, profile: SessionProfile | null): void {
    this.#lines.get(id)?.change(profile);
  }

  /** Removes the lines of segments that are over. */
  keepOnly(segments: readonly { id: number }[]): void {
    for (const id of this.#lines.keys())
      if (segments.every((segment) => segment.id !== id)) this.#lines.delete(id);
  }

  /** Brings every session to the current settings. No sound is lost. */
  configure(): void {
    for (const line of this.#lines.values()) line.configure();
  }

  /** Whether the session of that segment has outdated settings. */
  isOutdated(id: number): boolean {
    return this.#lines.get(id)?.isOutdated ?? false;
  }
}
