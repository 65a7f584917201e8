/**
 * What a session is asked to do after the sound so far: send the rest of a frame, end the open turn, or
 * end the session.
 */
export type SessionRequest = { type: 'flush' } | { type: 'force-endpoint' } | { type: 'finish' };

/** Passes over sound that belongs to no captions and no dictation. */
type Skip = { type: 'skip'; toSample: number };

/** Sends what is left before a ForceEndpoint in a frame with the sound after it. */
type RestOfFrame = { type: 'rest-of-frame' };

/** A request that is due once all sound before `atSample` is sent. */
export type PlacedRequest = (SessionRequest | Skip | RestOfFrame) & { atSample: number };

/** What requests are placed in: sound is captured up to `capturedTo`. */
interface Placed {
  capturedTo: number;
  requests: readonly PlacedRequest[];
}

export const withRequest = <T extends Placed>(session: T, request: SessionRequest): T => ({
  ...session,
  requests: [...session.requests, { ...request, atSample: session.capturedTo }],
});

/**
 * Withdraws the end of a session, which goes on at a sample. The session is not sent the sound between
 * the newest captured sample and that one, so what was captured before is complete.
 */
export function goingOn<T extends Placed>(session: T, sample: number): T {
  const { capturedTo } = session;
  const requests = session.requests.filter(({ type }) => type !== 'finish');
  if (sample > capturedTo) {
    const skip: PlacedRequest = { type: 'skip', toSample: sample, atSample: capturedTo };
    return { ...session, capturedTo: sample, requests: [...requests, skip] };
  }
  // The word may go on, and padding would put silence into it.
  const withoutPadding = requests.map((request): PlacedRequest =>
    request.type === 'flush' && request.atSample >= capturedTo
      ? { type: 'rest-of-frame', atSample: request.atSample }
      : request,
  );
  return { ...session, requests: withoutPadding };
}
