import type { WireParameters } from '#core/assemblyai/parameters/wire.ts';
import type { SessionProfile } from '#core/profiles/profiles.ts';
import type { SilencesFor } from '#core/listening/silences.ts';
import { ok, type Result } from '#shared/result.ts';

/** The address, the key and the parameters of the next session. */
export interface ConnectionTarget {
  /** `wss://host[:port]`; `ws:` to loopback only. */
  baseUrl: string;
  /** A promise while the stored key is read. Listening begins without it. */
  key: string | Promise<Result<string>>;
  /** The parameters of every session. */
  parameters: WireParameters;
  /** The parameters while only a dictation runs. Its key ends it, so its pauses do not have to. */
  dictating?: WireParameters;
}

/** Returns the target of a session with a profile; without one, that of the settings alone. */
export type TargetFor = (profile?: SessionProfile | null) => Result<ConnectionTarget>;

/** The target with the silences that suit captions, or a dictation alone. */
export function connectionTargetFor(
  connectionTarget: Result<ConnectionTarget>,
  silences: SilencesFor,
): Result<ConnectionTarget> {
  if (!connectionTarget.ok || silences === 'captions') return connectionTarget;
  const { dictating = connectionTarget.value.parameters } = connectionTarget.value;
  return ok({ ...connectionTarget.value, parameters: dictating });
}
