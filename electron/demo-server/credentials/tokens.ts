import { randomUUID } from 'node:crypto';

interface Grant {
  expiresAtMs: number;
  /** The longest session that the token can open. */
  maxSessionSeconds: number | undefined;
}

/** The temporary tokens of one server, kept in memory. */
export class Tokens {
  readonly #grants = new Map<string, Grant>();
  readonly #now: () => number;

  /** @param now monotonic, in milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  issue(expiresInSeconds: number, maxSessionSeconds: number | undefined): string {
    const token = randomUUID();
    const expiresAtMs = this.#now() + expiresInSeconds * 1_000;
    this.#grants.set(token, { expiresAtMs, maxSessionSeconds });
    return token;
  }

  /** Uses up a token, because it opens one session. Undefined if it is unknown or expired. */
  redeem(token: string): Grant | undefined {
    const grant = this.#grants.get(token);
    this.#grants.delete(token);
    return grant && this.#now() < grant.expiresAtMs ? grant : undefined;
  }
}
