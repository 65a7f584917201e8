import { extendTimeline } from '../timeline/timeline.ts';
import { tuning } from '../tuning.ts';
import { endOfFrame, frameSamples } from './frames.ts';
import { allow, afterSending } from './pace.ts';
import type { PlacedRequest } from './requests.ts';
import type { OpenSession, SessionEffect, SessionStep } from './session-state.ts';

/* What an open session sends, in order: frames of sound, and requests after the sound before them. */

export const stopTimer: SessionEffect = { type: 'set-session-timeout', timeoutMs: null };

export const terminate = ({ timeline }: OpenSession): SessionStep => [
  { phase: 'terminating', timeline },
  [
    { type: 'send', message: { type: 'Terminate' } },
    { type: 'set-session-timeout', timeoutMs: tuning.terminationTimeoutMs },
  ],
];

/** Updates the allowance when sound arrives. The pace uses the sample clock. */
export const allowed = (session: OpenSession, toSample: number): OpenSession => ({
  ...session,
  allowance: allow(session.pace, session.allowance, toSample - session.capturedTo),
});

/** Sends sound that waits, as far as the pace allows, and carries out the requests that are due. */
export function sendWaiting(session: OpenSession, hasWaited = session.isHeldBack): SessionStep {
  let open = session;
  const effects: SessionEffect[] = [];
  for (;;) {
    const [request] = open.requests;
    // A request after the end is due at the end, because later sound belongs to another session.
    const toSample = Math.min(request?.atSample ?? Infinity, open.capturedTo);
    const [sent, frames] = sendFrames(open, toSample, hasWaited);
    open = sent;
    effects.push(...frames);
    if (request === undefined || toSample - open.sentTo >= frameSamples) break;
    if (request.type === 'finish') {
      const [ending, last] = terminate(open);
      return [ending, [...effects, ...last]];
    }
    // More sound follows, and makes a frame of the rest.
    if (request.type === 'rest-of-frame' && !isFrameWith(open, toSample) && !hasEnd(open)) break;
    const rest = { ...open, requests: open.requests.slice(1) };
    const [asked, more] = carryOut(rest, request, toSample);
    open = asked;
    effects.push(...more);
  }
  const isHeldBack = open.requests.length > 0 || open.capturedTo - open.sentTo >= frameSamples;
  if (isHeldBack) effects.push({ type: 'set-session-timeout', timeoutMs: tuning.paceTickMs });
  else if (session.isHeldBack) effects.push(stopTimer);
  return [{ ...open, isHeldBack }, effects];
}

function sendFrames(
  session: OpenSession,
  toSample: number,
  takesRest: boolean,
): [OpenSession, SessionEffect[]] {
  const effects: SessionEffect[] = [];
  let { sentTo, timeline, allowance } = session;
  for (;;) {
    const endSample = endOfFrame(sentTo, toSample, allowance, takesRest);
    if (endSample === null) return [{ ...session, sentTo, timeline, allowance }, effects];
    const frame = { startSample: sentTo, endSample, padToSample: endSample };
    effects.push({ type: 'send-audio', ...frame });
    timeline = extendTimeline(timeline, frame);
    allowance = afterSending(allowance, endSample - sentTo);
    sentTo = endSample;
  }
}

/** Whether the sound before a sample is sent, or can be sent as a frame that goes on after it. */
const isFrameWith = ({ sentTo, capturedTo }: OpenSession, atSample: number): boolean =>
  sentTo >= atSample || capturedTo - sentTo >= frameSamples;

/** Whether the sound has an end, after which no more of it follows. */
const hasEnd = ({ requests }: OpenSession): boolean =>
  requests.some(({ type }) => type !== 'rest-of-frame' && type !== 'force-endpoint');

/** Sends a frame that begins before a sample and goes on after it, whatever the pace. */
function sendAcross(session: OpenSession, atSample: number): [OpenSession, SessionEffect[]] {
  if (session.sentTo >= atSample) return [session, []];
  const { allowance } = session;
  const toSample = session.sentTo + frameSamples;
  const [sent, effects] = sendFrames({ ...session, allowance: frameSamples }, toSample, false);
  return [{ ...sent, allowance: afterSending(allowance, frameSamples) }, effects];
}

function carryOut(
  session: OpenSession,
  request: Exclude<PlacedRequest, { type: 'finish' }>,
  atSample: number,
): [OpenSession, SessionEffect[]] {
  switch (request.type) {
    case 'flush':
      return flush(session, atSample);
    case 'rest-of-frame':
      return isFrameWith(session, atSample)
        ? sendAcross(session, atSample)
        : flush(session, atSample);
    case 'skip': {
      const [flushed, effects] = flush(session, atSample);
      return [{ ...flushed, sentTo: Math.max(flushed.sentTo, request.toSample) }, effects];
    }
    case 'force-endpoint':
      return [
        session,
        [
          { type: 'send', message: { type: 'ForceEndpoint' } },
          { type: 'endpoint-forced', sample: atSample },
        ],
      ];
  }
}

/** Sends a rest that is too short for a frame, padded with silence. */
function flush(session: OpenSession, endSample: number): [OpenSession, SessionEffect[]] {
  const { sentTo: startSample } = session;
  if (startSample >= endSample) return [session, []];
  const frame = { startSample, endSample, padToSample: startSample + frameSamples };
  const timeline = extendTimeline(session.timeline, frame);
  return [{ ...session, sentTo: endSample, timeline }, [{ type: 'send-audio', ...frame }]];
}
