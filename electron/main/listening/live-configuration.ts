import { parametersInAddress } from '#core/streaming/address.ts';
import type { UpdateConfiguration } from '#core/streaming/client-message.ts';
import {
  afterUpdate,
  configurationChange,
} from '#core/streaming/parameters/configuration-change.ts';
import type { WireParameters } from '#core/streaming/parameters/wire.ts';
import type { Account } from './account.ts';

/**
 * What one session has been told of its parameters: in its address, and since. An update is not
 * acknowledged, so what was sent counts as taken.
 */
export class LiveConfiguration {
  readonly #baseUrl: string;
  /** What the address of the session asks for. */
  readonly inAddress: WireParameters;
  #told: WireParameters;
  #wanted: Account;
  #isBegun = false;
  #isOutdated = false;

  constructor(opened: Account) {
    this.#baseUrl = opened.baseUrl;
    this.inAddress = parametersInAddress(opened.baseUrl, opened.parameters);
    this.#told = this.inAddress;
    this.#wanted = opened;
  }

  /** It takes another session to have what was wanted last. */
  get isOutdated(): boolean {
    return this.#isOutdated;
  }

  /** From now on the session can be told. */
  begin(): void {
    this.#isBegun = true;
  }

  /**
   * @param account what is wanted now; null: as before, because no session could begin with it
   * @returns what brings the session nearer to that, or null
   */
  follow(account: Account | null): UpdateConfiguration | null {
    this.#wanted = account ?? this.#wanted;
    const { baseUrl, parameters } = this.#wanted;
    const { update, needsNewSession } = configurationChange(this.#told, parameters);
    this.#isOutdated = needsNewSession || baseUrl !== this.#baseUrl;
    if (!this.#isBegun || update === null) return null;
    this.#told = afterUpdate(this.#told, update);
    return update;
  }
}
