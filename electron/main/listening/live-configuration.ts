import { parametersInAddress } from '#core/assemblyai/address.ts';
import type { UpdateConfiguration } from '#core/assemblyai/client-message.ts';
import {
  afterUpdate,
  configurationChange,
} from '#core/assemblyai/parameters/configuration-change.ts';
import type { WireParameters } from '#core/assemblyai/parameters/wire.ts';
import type { ConnectionTarget } from './connection-target.ts';

/**
 * The parameters that one session has received: in its address, and in updates. The service does not
 * acknowledge updates, so an update that was sent counts as taken.
 */
export class LiveConfiguration {
  readonly #baseUrl: string;
  /** The parameters in the address of the session. */
  readonly inAddress: WireParameters;
  #current: WireParameters;
  #wanted: ConnectionTarget;
  #isBegun = false;
  #isOutdated = false;

  constructor(opened: ConnectionTarget) {
    this.#baseUrl = opened.baseUrl;
    this.inAddress = parametersInAddress(opened.baseUrl, opened.parameters);
    this.#current = this.inAddress;
    this.#wanted = opened;
  }

  /** Whether only another session can have the newest parameters. */
  get isOutdated(): boolean {
    return this.#isOutdated;
  }

  /** Whether an update brings the session to this target. */
  canFollow({ baseUrl, parameters }: ConnectionTarget): boolean {
    return (
      baseUrl === this.#baseUrl && !configurationChange(this.#current, parameters).needsNewSession
    );
  }

  /** The session has begun, and can receive updates. */
  begin(): void {
    this.#isBegun = true;
  }

  /**
   * @param connectionTarget the current target; null keeps the one before, because no session can begin
   * with the current one
   * @returns the update to send, or null
   */
  follow(connectionTarget: ConnectionTarget | null): UpdateConfiguration | null {
    this.#wanted = connectionTarget ?? this.#wanted;
    const { baseUrl, parameters } = this.#wanted;
    const { update, needsNewSession } = configurationChange(this.#current, parameters);
    this.#isOutdated = needsNewSession || baseUrl !== this.#baseUrl;
    if (!this.#isBegun || update === null) return null;
    this.#current = afterUpdate(this.#current, update);
    return update;
  }
}
