import { tuning } from '#core/tuning.ts';
import type { Dictated } from '#core/listening/dictation.ts';
import type { Problem } from '#shared/status.ts';
import type { Fork } from '../child.ts';
import type { CaptionFeed } from '../ipc/caption-feed.ts';
import type { Keeping } from '../keeping/keeping.ts';
import type { Log } from '../log/log.ts';
import { SleepPause } from '../power/sleep-pause.ts';
import { printer } from '../print.ts';
import { Rest } from '../rest.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { Arguments } from '../shell/arguments.ts';
import type { CaptionsVisibility } from '../shell/captions-visibility.ts';
import { printError } from '../shell/standard-streams.ts';
import type { Sources } from '../sources.ts';
import { StandIns } from '../stand-ins.ts';
import { Listener } from './listener.ts';
import type { ListeningSource } from './observer.ts';
import { PreRoll } from './pre-roll.ts';

/** A script that prints would rather hear soon that the service cannot be reached. */
const attemptsOfScripts = 4;

const nothingHeard =
  'No speech was heard in this recording. Check that it is the right file and loud enough.';

interface Parts {
  launch: Arguments;
  sources: Sources;
  settings: SettingsStore;
  keeping: Keeping;
  fork: Fork;
  /** Where the bundled recording and its words are. */
  demoFolder: string;
  log: Log;
  feed: CaptionFeed;
  visibility: CaptionsVisibility;
  /** Tells the person. */
  show: (problem: Problem | null, source: ListeningSource) => void;
  /** What is on has changed. */
  onChange: () => void;
  onPreRolling: (isOn: boolean) => void;
  /** Captions were stopped; all that was said in them. */
  onFinished: (text: string) => void;
  onDictationEnded: (id: number) => void;
  onDictated: (dictated: Dictated) => void;
  /** All that was said is settled. */
  onSettled: () => void;
  /** Listening begins. */
  onStart: () => void;
  /** The microphone is back in the place of a recording. */
  onDevice: () => void;
  /** The service runs another model than the one that was asked for. */
  onRedirected: (askedModel: string, ranModel: string) => void;
  quit: (exitCode?: number) => void;
}

/** Puts together what makes words of sound: the listener, what it hears, and who is told. */
export function openListening(parts: Parts) {
  const { launch, sources, settings, log, feed, visibility, show, onChange, quit } = parts;
  const print = launch.print === null ? null : printer(launch.print, () => quit());
  /** With a recording in the place of the microphone, printing ends when the recording does. */
  const endsByItself = print !== null && (launch.isDemo || launch.input !== null);
  const rest = new Rest();
  let hasFailed = false;
  let hasPrinted = false;

  const sleepPause: SleepPause = new SleepPause(
    (type) => listener.dispatch({ type }),
    () => listener.areCaptionsOn && !sources.hasStandIn,
  );

  const listener: Listener = new Listener(
    () => sources.microphone,
    () => sources.account,
    () => ({
      maxAttempts: endsByItself ? attemptsOfScripts : tuning.reconnectAttempts,
      // A recording is heard once; nothing follows it.
      warmMs: sources.hasStandIn ? 0 : settings.all.keepConnectedSeconds * 1_000,
    }),
    parts.keeping,
    {
      status: (status) => {
        log.event('captions-status', { phase: status.phase });
        if (status.phase === 'starting') parts.onStart();
        feed.status(status);
        visibility.status(status);
        sleepPause.status(status);
        onChange();
      },
      captions: (areOn) => {
        feed.captions(areOn);
        onChange();
      },
      turn: (turn) => {
        feed.turn(turn);
        print?.(turn);
        hasPrinted ||= turn.isFinal && turn.text !== '';
      },
      level: (level) => feed.level(level),
      problem: tell,
      finished: parts.onFinished,
      dictationEnded: parts.onDictationEnded,
      dictated: parts.onDictated,
      began: (firstTurn) => feed.showFrom(firstTurn),
      preRolling: parts.onPreRolling,
      settled: parts.onSettled,
      rested: () => rest.reached(),
      sessionBegan: (connectMs) => log.event('session-began', { connectMs }),
      sessionRedirected: parts.onRedirected,
      sessionEnded: (end) => log.event('session-ended', end),
    },
  );

  const preRoll = new PreRoll(listener, () => settings.all.preRoll);
  const { fork, demoFolder, onDevice } = parts;
  const standIns = new StandIns({ sources, listener, preRoll, rest, fork, demoFolder, onDevice });

  function tell(problem: Problem | null, source: ListeningSource): void {
    hasFailed ||= problem !== null;
    show(problem, source);
  }

  return {
    listener,
    preRoll,
    standIns,
    sleepPause,
    endsByItself,

    /** Starts with what the command line puts in the place of microphone and service. */
    async start(): Promise<void> {
      if (endsByItself)
        void rest.next().then(() => {
          if (!hasPrinted && !hasFailed) printError(nothingHeard);
          quit(hasFailed ? 1 : 0);
        });
      const started = await standIns.startFrom(launch);
      if (started.ok) return;
      tell(started.problem, 'account');
      if (endsByItself) quit(1);
    },

    /** Ends what is on, and waits until the last words are there. */
    async end(): Promise<void> {
      preRoll.hold('ending');
      if (listener.isAtRest) return;
      const rested = rest.next();
      listener.dispatch({ type: 'close' });
      await rested;
    },
  };
}
