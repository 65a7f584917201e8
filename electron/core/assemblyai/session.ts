import { samplesIn } from '../audio-format.ts';
import { emptyTimeline } from '../timeline/timeline.ts';
import { tuning } from '../tuning.ts';
import type { Failure } from './failure.ts';
import { burstOf, type Pace } from './pace.ts';
import { goingOn, withRequest } from './requests.ts';
import { allowed, sendWaiting, stopTimer, terminate } from './sending.ts';
import type { ErrorMessage, ServerMessage } from './server-message.ts';
import type {
  Durations,
  OpenSession,
  Session,
  SessionEvent,
  SessionStep,
} from './session-state.ts';

type BeginMessage = Extract<ServerMessage, { type: 'Begin' }>;
type Connecting = Extract<Session, { phase: 'connecting' }>;
type Terminating = Extract<Session, { phase: 'terminating' }>;

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

/** Returns the next state and the effects; pure. */
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
      return [goingOn(session, event.sample), []];
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
  const open: OpenSession = {
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
      stopTimer,
      { type: 'began', id, expiresAtS: expires_at, configuration: configuration ?? null },
      ...effects,
    ],
  ];
}

function stepOpen(session: OpenSession, event: SessionEvent): SessionStep {
  switch (event.type) {
    case 'captured':
      return sendWaiting({ ...allowed(session, event.toSample), capturedTo: event.toSample });
    case 'flush':
    case 'force-endpoint':
    case 'finish':
      return sendWaiting(withRequest(session, event));
    case 'skip-to':
      return sendWaiting(goingOn(allowed(session, event.sample), event.sample));
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

function received(session: OpenSession | Terminating, message: ServerMessage): SessionStep {
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

/** The close after an Error often has a useless reason, so the text of the Error is used. */
function failureOf(message: ErrorMessage): Failure {
  return { cause: 'error', code: message.error_code, text: message.error };
}
