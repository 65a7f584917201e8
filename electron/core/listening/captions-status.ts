import type { Status } from '#shared/status.ts';

/** What one source of sound does. */
export interface SourceStatus {
  status: Status;
  areCaptionsOn: boolean;
}

/** The most urgent first: what is lost or late matters more than what goes well. */
const urgency: readonly Status['phase'][] = [
  'reconnecting',
  'starting',
  'listening',
  'finishing',
  'idle',
];

/**
 * The status of captions that may hear several sources. A source that is heard for a dictation only
 * does not count while another one has captions.
 */
export function captionsStatusOf(sources: readonly SourceStatus[]): Status {
  const captioned = sources.filter(({ areCaptionsOn }) => areCaptionsOn);
  const counted = (captioned.length > 0 ? captioned : sources).map(({ status }) => status);
  return counted.reduce(together, { phase: 'idle' });
}

function together(one: Status, other: Status): Status {
  if (one.phase === 'listening' && other.phase === 'listening') {
    const catchUpSeconds = Math.max(one.catchUpSeconds ?? 0, other.catchUpSeconds ?? 0);
    return {
      phase: 'listening',
      connected: one.connected && other.connected,
      ...(catchUpSeconds > 0 && { catchUpSeconds }),
    };
  }
  if (one.phase === 'reconnecting' && other.phase === 'reconnecting')
    return {
      phase: 'reconnecting',
      heldSeconds: Math.max(one.heldSeconds, other.heldSeconds),
    };
  return urgency.indexOf(one.phase) <= urgency.indexOf(other.phase) ? one : other;
}
