/** Sends the rest of a frame, ends the open turn, or ends the session. */
export type SessionRequest = { type: 'flush' } | { type: 'force-endpoint' } | { type: 'finish' };

/** Passes over sound that belongs to no captions and no dictation. */
type Skip = { type: 'skip'; toSample: number };

/** Sends what is left before a ForceEndpoint in a frame with the sound after it. */
type Rest = { type: 'rest' };

/** It is due once all sound before `atSample` is sent. */
export type PlacedRequest = (SessionRequest | Skip | Rest) & { atSample: number };

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
 * The session goes on after all, from a sample on: it has no end there. Sound up to that sample is not
 * sent, so what was captured before it is complete.
 */
export function goingOn<T extends Placed>(session: T, sample: number): T {
  const { capturedTo } = session;
  const requests = session.requests.filter(({ type }) => type !== 'finish');
  if (sample > capturedTo) {
    const skip: PlacedRequest = { type: 'skip', toSample: sample, atSample: capturedTo };
    return { ...session, capturedTo: sample, requests: [...requests, skip] };
  }
  // Silence would get into a word that goes on.
  const withoutPadding = requests.map((request): PlacedRequest =>
    request.type === 'flush' && request.atSample >= capturedTo
      ? { type: 'rest', atSample: request.atSample }
      : request,
  );
  return { ...session, requests: withoutPadding };
}
