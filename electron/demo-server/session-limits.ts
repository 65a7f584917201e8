import type { Refusal } from './refusal.ts';

export interface SessionLimits {
  maxSessionSeconds: number;
  /** No limit if undefined. */
  inactivityTimeoutSeconds: number | undefined;
  /** How long a second of these limits lasts. */
  secondMs: number;
}

export interface LimitsWatch {
  /** Restarts the inactivity timeout. */
  onMessage: () => void;
  stop: () => void;
}

/** Calls back when a session has lasted too long, or when no message has come for too long. */
export function watchLimits(
  { maxSessionSeconds, inactivityTimeoutSeconds, secondMs }: SessionLimits,
  onExceeded: (refusal: Refusal) => void,
): LimitsWatch {
  const timers = [
    setTimeout(
      () => onExceeded({ code: 3008, error: 'Session Expired: Maximum session duration exceeded' }),
      maxSessionSeconds * secondMs,
    ),
  ];
  const stop = (): void => timers.forEach(clearTimeout);
  if (inactivityTimeoutSeconds === undefined) return { onMessage: () => undefined, stop };
  const error = `No messages received for ${inactivityTimeoutSeconds} seconds`;
  const inactivity = setTimeout(
    () => onExceeded({ code: 3006, error }),
    inactivityTimeoutSeconds * secondMs,
  );
  timers.push(inactivity);
  return { onMessage: () => void inactivity.refresh(), stop };
}
