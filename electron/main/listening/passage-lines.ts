import type { PassageEffect, PassageEvent } from '#core/streaming/passage/passage.ts';
import type { HeldAudio } from '#core/streaming/held-audio.ts';
import type { Result } from '#shared/result.ts';
import type { Account } from './account.ts';
import { PassageLine } from './passage-line.ts';
import type { SessionObserver } from './session-log.ts';

interface Parts {
  account: () => Result<Account>;
  audio: HeldAudio;
  /** Takes what happens on a line; called later, never while an effect is carried out. */
  tell: (id: number, event: PassageEvent) => void;
  /** Called a while before a session expires, and where its settings are no longer wanted. */
  renew: (id: number) => void;
  sessions: SessionObserver;
}

/** The lines of all passages that are not over, each made when it is first needed. */
export class PassageLines {
  readonly #parts: Parts;
  readonly #lines = new Map<number, PassageLine>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  perform(id: number, effect: PassageEffect): void {
    const { account, audio, tell, renew, sessions } = this.#parts;
    let line = this.#lines.get(id);
    if (line === undefined) {
      const tellOf = (event: PassageEvent): void => tell(id, event);
      line = new PassageLine(account, audio, tellOf, () => renew(id), sessions);
      this.#lines.set(id, line);
    }
    line.perform(effect);
  }

  /** Lets go of the lines whose passage is over. */
  keepOnly(passages: readonly { id: number }[]): void {
    for (const id of this.#lines.keys())
      if (passages.every((passage) => passage.id !== id)) this.#lines.delete(id);
  }

  /** Brings every session to the settings that are wanted now; none loses any sound by it. */
  configure(): void {
    for (const line of this.#lines.values()) line.configure();
  }

  /** The session of that passage has settings that are no longer wanted. */
  isOutdated(id: number): boolean {
    return this.#lines.get(id)?.isOutdated ?? false;
  }
}
