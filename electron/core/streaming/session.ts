import type { SessionConfiguration } from '#shared/session-configuration.ts';
import { samplesIn } from '../audio-format.ts';
import { emptyTimeline, extendTimeline, type Timeline } from '../timeline/timeline.ts';
import { tuning } from '../tuning.ts';
import type { ClientMessage } from './client-message.ts';
import type { Failure } from './failure.ts';
import { endOfFrame, frameSamples } from './frames.ts';
import { allow, afterSending, burstOf, type Pace } from './pace.ts';
import type { ErrorMessage, ServerMessage, TurnMessage } from './server-message.ts';

/** Sound by sample index: captured up to `capturedTo`, on the wire up to `sentTo`. */
interface Progress {
  firstSample: number;
  capturedTo: number;
  sentTo: number;
  pace: Pace;
  /** What was asked for behind sound that is not sent yet, in order. */
  requests: readonly PlacedRequest[];
}

/**
 * One session with the service over one socket. What is captured before Begin waits, and so does
 * what was asked for; nothing is sent after Terminate.
 */
export type Session =
  | (Progress & { phase: 'connecting' })
  | (Progress & {
      phase: 'open';
      timeline: Timeline;
      /** How many samples may be sent at once. */
      allowance: number;
      /** Sound waits for the pace; a timer goes on with it where nothing more is captured. */
      isHeldBack: boolean;
    })
  | { phase: 'terminating'; timeline: Timeline }
  | { phase: 'closed' };

type BeginMessage = Extract<ServerMessage, { type: 'Begin' }>;
type Connecting = Extract<Session, { phase: 'connecting' }>;
type Open = Extract<Session, { phase: 'open' }>;
type Terminating = Extract<Session, { phase: 'terminating' }>;

/** Asks for the remainder of a frame to be sent, for the open turn to be ended, or for the end. */
type Request = { type: 'flush' } | { type: 'force-endpoint' } | { type: 'finish' };

/** It is due behind the sound before `atSample`. */
type PlacedRequest = Request & { atSample: number };

export type SessionEvent =
  | { type: 'captured'; toSample: number }
  | { type: 'message'; message: ServerMessage }
  /** `finish` ends the session behind all sound; `terminate` does it at once. */
  | Request
  /** What follows begins at a later sample; what lies between is not sent. */
  | { type: 'skip-to'; sample: number }
  | { type: 'terminate' }
  | { type: 'disconnected'; failure: Failure }
  | { type: 'timeout' };

/** What a session came to, as Termination tells it: what is billed, and how much was heard. */
export interface Durations {
  sessionSeconds: number;
  audioSeconds: number;
}

export type SessionEffect =
  /** Send samples as one binary frame, with silence after them up to `padToSample`. */
  | { type: 'send-audio'; startSample: number; endSample: number; padToSample: number }
  | { type: 'send'; message: ClientMessage }
  | { type: 'disconnect' }
  /** Replaces the session's one timer; null stops it. */
  | { type: 'set-session-timeout'; timeoutMs: number | null }
  /** `id` is the service's name for the session; `expiresAtS` is in Unix seconds. */
  | { type: 'began'; id: string; expiresAtS: number; configuration: SessionConfiguration | null }
  /** `timeline` maps the times in the message to samples. */
  | { type: 'turn'; turn: TurnMessage; timeline: Timeline }
  /** The session is over; `failure` is null when it was asked to end. */
  | { type: 'ended'; failure: Failure | null; durations: Durations | null };

export type SessionStep = [Session, SessionEffect[]];

/** A session whose first sample is `startSample`. The caller opens the socket. */
export function beginSession(startSample: number, pace: Pace = tuning.paces[0]): SessionStep {
  return [
    {
      phase: 'connecting',
      firstSample: startSample,
      capturedTo: startSample,
      sentTo: startSample,
      pace,
      requests: [],
    },
    [{ type: 'set-session-timeout', timeoutMs: tuning.connectTimeoutMs }],
  ];
}

/** The next state and what has to be done; pure (protocol: client to server, server to client). */
export function stepSession(session: Session, event: SessionEvent): SessionStep {
  switch (session.phase) {
    case 'connecting':
      return stepConnecting(session, event);
    case 'open':
      return stepOpen(session, event);
    case 'terminating':
      return stepTerminating(session, event);
    case 'closed':
      return [session, []];
  }
}

function stepConnecting(session: Connecting, event: SessionEvent): SessionStep {
  switch (event.type) {
    case 'captured':
      return [{ ...session, capturedTo: event.toSample }, []];
    case 'flush':
    case 'force-endpoint':
    case 'finish':
      return [withRequest(session, event), []];
    case 'skip-to':
      // What was to end there goes on.
      return [{ ...session, requests: [] }, []];
    case 'message':
      if (event.message.type === 'Begin') return began(session, event.message);
      return event.message.type === 'Error' ? endWith(failureOf(event.message)) : [session, []];
    case 'terminate':
      return endWith(null);
    case 'timeout':
      return endWith({ cause: 'timed-out' });
    case 'disconnected':
      return endWith(event.failure);
  }
}

function began(session: Connecting, { id, expires_at, configuration }: BeginMessage): SessionStep {
  const open: Open = {
    ...session,
    phase: 'open',
    timeline: emptyTimeline,
    allowance: burstOf(session.pace),
    isHeldBack: false,
  };
  const [next, effects] = sendWaiting(open, true);
  return [
    next,
    [
      ...(next.phase === 'open' && next.isHeldBack ? [] : [stopTimer]),
      { type: 'began', id, expiresAtS: expires_at, configuration: configuration ?? null },
      ...effects,
    ],
  ];
}

const stopTimer: SessionEffect = { type: 'set-session-timeout', timeoutMs: null };

const withRequest = <T extends Connecting | Open>(session: T, request: Request): T => ({
  ...session,
  requests: [...session.requests, { ...request, atSample: session.capturedTo }],
});

function stepOpen(session: Open, event: SessionEvent): SessionStep {
  switch (event.type) {
    case 'captured':
      return sendWaiting({ ...allowed(session, event.toSample), capturedTo: event.toSample });
    case 'flush':
    case 'force-endpoint':
    case 'finish':
      return sendWaiting(withRequest(session, event));
    case 'skip-to':
      return skipTo(session, event.sample);
    case 'message':
      return received(session, event.message);
    case 'terminate':
      return terminate(session);
    case 'disconnected':
      return endWith(event.failure);
    case 'timeout':
      return sendWaiting(allowed(session, session.capturedTo + samplesIn(tuning.paceTickMs)));
  }
}

const terminate = ({ timeline }: Open): SessionStep => [
  { phase: 'terminating', timeline },
  [
    { type: 'send', message: { type: 'Terminate' } },
    { type: 'set-session-timeout', timeoutMs: tuning.terminationTimeoutMs },
  ],
];

function stepTerminating(session: Terminating, event: SessionEvent): SessionStep {
  switch (event.type) {
    case 'message':
      return event.message.type === 'Error' ? [session, []] : received(session, event.message);
    case 'disconnected':
    case 'timeout':
      return endWith(null);
    default:
      return [session, []];
  }
}

function received(session: Open | Terminating, message: ServerMessage): SessionStep {
  switch (message.type) {
    case 'Turn':
      return [session, [{ type: 'turn', turn: message, timeline: session.timeline }]];
    case 'Error':
      return endWith(failureOf(message));
    case 'Termination':
      return endWith(session.phase === 'terminating' ? null : { cause: 'closed', code: 1000 }, {
        sessionSeconds: message.session_duration_seconds,
        audioSeconds: message.audio_duration_seconds,
      });
    default:
      return [session, []];
  }
}

/** What may be sent once the sound has gone on to a sample: it is the clock of the pace. */
const allowed = (session: Open, toSample: number): Open => ({
  ...session,
  allowance: allow(session.pace, session.allowance, toSample - session.capturedTo),
});

/** What follows begins at a later sample. Sound that is still held back is sent all the same. */
function skipTo(session: Open, sample: number): SessionStep {
  const isSent = session.sentTo === session.capturedTo;
  const sentTo = isSent ? sample : session.sentTo;
  return sendWaiting({ ...allowed(session, sample), capturedTo: sample, sentTo, requests: [] });
}

/** Sends what waits, as far as the pace allows, and asks for what was wanted behind it. */
function sendWaiting(session: Open, hasWaited = session.isHeldBack): SessionStep {
  let open = session;
  const effects: SessionEffect[] = [];
  for (;;) {
    const [request] = open.requests;
    // What was asked for behind the end is due at the end: sound there is another session's.
    const toSample = Math.min(request?.atSample ?? Infinity, open.capturedTo);
    const [sent, frames] = sendFrames(open, toSample, hasWaited);
    open = sent;
    effects.push(...frames);
    if (request === undefined || toSample - open.sentTo >= frameSamples) break;
    if (request.type === 'finish') {
      const [ending, last] = terminate(open);
      return [ending, [...effects, ...last]];
    }
    const rest = { ...open, requests: open.requests.slice(1) };
    const [asked, more] = carryOut(rest, { ...request, atSample: toSample });
    open = asked;
    effects.push(...more);
  }
  const isHeldBack = open.requests.length > 0 || open.capturedTo - open.sentTo >= frameSamples;
  if (isHeldBack) effects.push({ type: 'set-session-timeout', timeoutMs: tuning.paceTickMs });
  else if (session.isHeldBack) effects.push(stopTimer);
  return [{ ...open, isHeldBack }, effects];
}

function sendFrames(session: Open, toSample: number, takesRest: boolean): [Open, SessionEffect[]] {
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

function carryOut(session: Open, { type, atSample }: PlacedRequest): [Open, SessionEffect[]] {
  if (type === 'flush') return flush(session, atSample);
  return [session, [{ type: 'send', message: { type: 'ForceEndpoint' } }]];
}

/** Sends the remainder, which is shorter than the service takes, with silence behind it. */
function flush(session: Open, endSample: number): [Open, SessionEffect[]] {
  const { sentTo: startSample } = session;
  if (startSample >= endSample) return [session, []];
  const frame = { startSample, endSample, padToSample: startSample + frameSamples };
  const timeline = extendTimeline(session.timeline, frame);
  return [{ ...session, sentTo: endSample, timeline }, [{ type: 'send-audio', ...frame }]];
}

function endWith(failure: Failure | null, durations: Durations | null = null): SessionStep {
  return [
    { phase: 'closed' },
    [
      { type: 'set-session-timeout', timeoutMs: null },
      { type: 'disconnect' },
      { type: 'ended', failure, durations },
    ],
  ];
}

/** The close that follows an Error frame often carries a useless reason, so the frame is kept. */
function failureOf(message: ErrorMessage): Failure {
  return { cause: 'error', code: message.error_code, text: message.error };
}
