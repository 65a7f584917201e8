import type { WireParameters } from '#core/streaming/parameters/wire.ts';

/** Where sessions go and what opens them. */
export interface Account {
  /** `wss://host[:port]`; `ws:` to loopback only. */
  baseUrl: string;
  key: string;
  /** What every session is asked for. */
  parameters: WireParameters;
}
