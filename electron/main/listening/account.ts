import type { WireParameters } from '#core/streaming/parameters/wire.ts';
import type { SilencesFor } from '#core/listening/silences.ts';
import { ok, type Result } from '#shared/result.ts';

/** Where sessions go and what opens them. */
export interface Account {
  /** `wss://host[:port]`; `ws:` to loopback only. */
  baseUrl: string;
  /** A promise while the stored key is still being read; listening begins without it. */
  key: string | Promise<Result<string>>;
  /** What every session is asked for. */
  parameters: WireParameters;
  /** What it is asked for instead while only a dictation runs; its key ends it, so pauses need not. */
  dictating?: WireParameters;
}

/** The account with the silences that are right for captions, or for a dictation alone. */
export function accountFor(account: Result<Account>, silences: SilencesFor): Result<Account> {
  if (!account.ok || silences === 'captions') return account;
  const { dictating = account.value.parameters } = account.value;
  return ok({ ...account.value, parameters: dictating });
}
