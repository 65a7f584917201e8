import type { WireParameters } from '#core/streaming/parameters/wire.ts';
import type { Result } from '#shared/result.ts';

/** Where sessions go and what opens them. */
export interface Account {
  /** `wss://host[:port]`; `ws:` to loopback only. */
  baseUrl: string;
  /** A promise while the stored key is still being read; listening begins without it. */
  key: string | Promise<Result<string>>;
  /** What every session is asked for. */
  parameters: WireParameters;
}
