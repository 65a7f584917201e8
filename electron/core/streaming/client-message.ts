import type { WireValue } from './parameters/parameter.ts';

/** The text frames a client sends. Audio goes as binary frames beside them. */
export type ClientMessage =
  | { type: 'ForceEndpoint' }
  | { type: 'Terminate' }
  /** Puts off the end of a session for inactivity, and nothing else. */
  | { type: 'KeepAlive' }
  | UpdateConfiguration;

/**
 * Changes parameters of a running session, each by its name on the wire. It is not acknowledged,
 * and a wrong one ends the session: only `configurationChange` makes it.
 */
export type UpdateConfiguration = {
  readonly type: 'UpdateConfiguration';
} & Readonly<Record<string, WireValue>>;
