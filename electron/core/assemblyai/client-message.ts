import type { WireValue } from './parameters/parameter.ts';

/** The text frames that a client sends. Audio goes into binary frames. */
export type ClientMessage =
  | { type: 'ForceEndpoint' }
  | { type: 'Terminate' }
  /** Only delays the end of a session for inactivity. */
  | { type: 'KeepAlive' }
  | UpdateConfiguration;

/**
 * Changes parameters of a running session, by their names on the wire. The service does not acknowledge
 * it, and ends the session for a wrong one, so only `configurationChange` creates it.
 */
export type UpdateConfiguration = {
  readonly type: 'UpdateConfiguration';
} & Readonly<Record<string, WireValue>>;
