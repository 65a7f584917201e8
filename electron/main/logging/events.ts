import type { Failure } from '#core/assemblyai/failure.ts';
import type { RequestChannel } from '#shared/channels.ts';
import type { Status } from '#shared/status.ts';
import type { PassedOverCounts } from '../listening/session-log.ts';
import type { ErrorFacts } from './error-facts.ts';
import type { ProblemFacts } from './problem-facts.ts';

export type Level = 'info' | 'warn' | 'error';
type Area = 'app' | 'window' | 'process' | 'microphone' | 'session' | 'captions';

/** A version without a suffix, such as the name of a build. */
export type Version = `${number}.${number}.${number}`;

/**
 * The values that a line may have: numbers, booleans and names of closed sets. A type that accepts any
 * text becomes `never`, so that speech and keys cannot be logged by mistake.
 */
type Closed<Facts> = { [Name in keyof Facts]: string extends Facts[Name] ? never : Facts[Name] };

interface Definition<Facts> {
  level: Level;
  area: Area;
  /** Only for the type; there is no value. */
  facts?: Facts;
}

const event = <Facts extends Closed<Facts> = undefined>(
  level: Level,
  area: Area,
): Definition<Facts> => ({ level, area });

type OurProcess = 'capture' | 'demo-server' | 'key-watch' | 'wayland';

/** Every event of the log with its facts. The names are stable. */
export const events = {
  'app-started': event<{
    captionkey: Version;
    electron: Version;
    chrome: Version;
    node: Version;
    platform: NodeJS.Platform;
    arch: NodeJS.Architecture;
    system: Version;
  }>('info', 'app'),
  'app-ended': event('info', 'app'),
  /** Hotkeys work from now on. `unheard` of them do not. */
  'hotkeys-ready': event<{ unheard: number }>('info', 'app'),
  /** The app could not start, and has shown why. */
  'start-failed': event<ErrorFacts>('error', 'app'),
  /** An uncaught error. */
  exception: event<ErrorFacts>('error', 'app'),
  /** An unhandled rejection of a promise. */
  rejection: event<ErrorFacts>('error', 'app'),
  'request-failed': event<ErrorFacts & { channel: RequestChannel }>('error', 'app'),
  /** The doctor of the panel ended before its last check. */
  'doctor-failed': event<ErrorFacts>('error', 'app'),
  /** A problem was shown to the person. */
  problem: event<ProblemFacts>('warn', 'app'),

  'page-gone': event<{
    reason: Electron.RenderProcessGoneDetails['reason'];
    exitCode: number;
  }>('error', 'window'),

  'process-started': event<{ process: OurProcess }>('info', 'process'),
  'process-ended': event<{ process: OurProcess; exitCode: number }>('info', 'process'),

  'microphone-opened': event<{ startSample: number; afterMs: number }>('info', 'microphone'),
  'microphone-closed': event<{ endSample: number }>('info', 'microphone'),
  'microphone-failed': event<ProblemFacts>('error', 'microphone'),
  'microphone-gap': event<{ gapMs: number }>('warn', 'microphone'),

  'session-began': event<{ connectMs: number }>('info', 'session'),
  /**
   * `code` is the close code, error code or HTTP status; 0 if there is none. Messages of the service
   * that nothing acts on are counted by their type.
   */
  'session-ended': event<
    {
      cause: 'asked' | Failure['cause'];
      code: number;
      durationMs: number;
    } & PassedOverCounts
  >('info', 'session'),

  'listening-status': event<{ phase: Status['phase'] }>('info', 'captions'),
};

export type EventName = keyof typeof events;

export type FactsOf<Name extends EventName> = NonNullable<(typeof events)[Name]['facts']>;
