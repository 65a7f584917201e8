import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import type { ClientMessage } from './client-message.ts';
import type { Failure } from './failure.ts';
import type { ErrorMessage, ServerMessage, TurnMessage } from './server-message.ts';

/** Sound by sample index: captured up to `capturedTo`, on the wire up to `sentTo`. */
interface Progress {
  firstSample: number;
  capturedTo: number;
  sentTo: number;
}

/**
 * One session with the service over one socket. What is captured before Begin waits, and so does
 * what was asked for; nothing is sent after Terminate.
 */
export type Session =
  | (Progress & { phase: 'connecting'; onBegin: Request[] })
  | (Progress & { phase: 'open' })
  | { phase: 'terminating' }
  | { phase: 'closed' };

/** Asks for the remainder of a frame to be sent, or for the open turn to be ended. */
type Request = { type: 'flush' } | { type: 'force-endpoint' };

export type SessionEvent =
  | { type: 'captured'; toSample: number }
  | { type: 'message'; message: ServerMessage }
  | Request
  | { type: 'terminate' }
  | { type: 'disconnected'; failure: Failure }
  | { type: 'timeout' };

export type SessionEffect =
  /** Send samples as one binary frame, with silence after them up to `padToSample`. */
  | { type: 'send-audio'; startSample: number; endSample: number; padToSample: number }
  | { type: 'send'; message: ClientMessage }
  | { type: 'disconnect' }
  /** Replaces the session's one timer; null stops it. */
  | { type: 'set-timeout'; timeoutMs: number | null }
  | { type: 'began' }
  | { type: 'turn'; turn: TurnMessage }
  /** The session is over; `failure` is null when it was asked to end. */
  | { type: 'ended'; failure: Failure | null };

export type SessionStep = [Session, SessionEffect[]];

const frameSamples = samplesIn(tuning.frameMs);

/** A session whose first sample is `startSample`. The socket is opened by whoever begins it. */
export function beginSession(startSample: number): SessionStep {
  return [
    {
      phase: 'connecting',
      firstSample: startSample,
      capturedTo: startSample,
      sentTo: startSample,
      onBegin: [],
    },
    [{ type: 'set-timeout', timeoutMs: tuning.connectTimeoutMs }],
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

function stepConnecting(
  session: Extract<Session, { phase: 'connecting' }>,
  event: SessionEvent,
): SessionStep {
  switch (event.type) {
    case 'captured':
      return [{ ...session, capturedTo: event.toSample }, []];
    case 'flush':
    case 'force-endpoint':
      return [{ ...session, onBegin: [...session.onBegin, event] }, []];
    case 'message':
      if (event.message.type === 'Begin') return began(session);
      return event.message.type === 'Error' ? endWith(failureOf(event.message)) : [session, []];
    case 'terminate':
      return endWith(null);
    case 'timeout':
      return endWith({ cause: 'timed-out' });
    case 'disconnected':
      return endWith(event.failure);
  }
}

function began(session: Extract<Session, { phase: 'connecting' }>): SessionStep {
  const { onBegin, firstSample, capturedTo, sentTo } = session;
  const waiting: SessionEvent[] = [{ type: 'captured', toSample: capturedTo }, ...onBegin];
  let open: Session = { phase: 'open', firstSample, capturedTo, sentTo };
  const effects: SessionEffect[] = [{ type: 'set-timeout', timeoutMs: null }, { type: 'began' }];
  for (const event of waiting) {
    const [next, more] = stepSession(open, event);
    open = next;
    effects.push(...more);
  }
  return [open, effects];
}

function stepOpen(session: Extract<Session, { phase: 'open' }>, event: SessionEvent): SessionStep {
  switch (event.type) {
    case 'captured':
      return sendFrames({ ...session, capturedTo: event.toSample });
    case 'flush':
      return flush(session);
    case 'force-endpoint':
      return [session, [{ type: 'send', message: { type: 'ForceEndpoint' } }]];
    case 'message':
      return received(session, event.message);
    case 'terminate':
      return [
        { phase: 'terminating' },
        [
          { type: 'send', message: { type: 'Terminate' } },
          { type: 'set-timeout', timeoutMs: tuning.terminationTimeoutMs },
        ],
      ];
    case 'disconnected':
      return endWith(event.failure);
    case 'timeout':
      return [session, []];
  }
}

function stepTerminating(session: Session, event: SessionEvent): SessionStep {
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

function received(session: Session, message: ServerMessage): SessionStep {
  switch (message.type) {
    case 'Turn':
      return [session, [{ type: 'turn', turn: message }]];
    case 'Error':
      return endWith(failureOf(message));
    case 'Termination':
      return endWith(null);
    case 'Begin':
    case 'SpeechStarted':
      return [session, []];
  }
}

function sendFrames(session: Extract<Session, { phase: 'open' }>): SessionStep {
  const effects: SessionEffect[] = [];
  let { sentTo } = session;
  for (; session.capturedTo - sentTo >= frameSamples; sentTo += frameSamples) {
    const endSample = sentTo + frameSamples;
    effects.push({ type: 'send-audio', startSample: sentTo, endSample, padToSample: endSample });
  }
  return [{ ...session, sentTo }, effects];
}

/** Sends the remainder, which is shorter than the service takes, with silence behind it. */
function flush(session: Extract<Session, { phase: 'open' }>): SessionStep {
  const { sentTo: startSample, capturedTo: endSample } = session;
  if (startSample === endSample) return [session, []];
  return [
    { ...session, sentTo: endSample },
    [{ type: 'send-audio', startSample, endSample, padToSample: startSample + frameSamples }],
  ];
}

function endWith(failure: Failure | null): SessionStep {
  return [
    { phase: 'closed' },
    [{ type: 'set-timeout', timeoutMs: null }, { type: 'disconnect' }, { type: 'ended', failure }],
  ];
}

/** The close that follows an Error frame often carries a useless reason, so the frame is kept. */
function failureOf(message: ErrorMessage): Failure {
  return { cause: 'error', code: message.error_code, text: message.error };
}
