import { randomUUID } from 'node:crypto';

interface Grant {
  expiresAtMs: number;
  /** How long a session that was opened with it may last. */
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

  /** Uses a token up, for a token opens one session; undefined when it is unknown or expired. */
  redeem(token: string): Grant | undefined {
    const grant = this.#grants.get(token);
    this.#grants.delete(token);
    return grant && this.#now() < grant.expiresAtMs ? grant : undefined;
  }
}
