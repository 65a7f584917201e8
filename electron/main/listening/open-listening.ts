import { EventEmitter } from 'node:events';
import type { Dictated } from '#core/listening/dictation.ts';
import type { Problem } from '#shared/problem.ts';
import type { Status } from '#shared/status.ts';
import type { AudioInput } from '../audio/audio-input.ts';
import { Playback } from '../audio/playback.ts';
import type { Arguments } from '../cli/arguments.ts';
import { PrintedRun } from '../cli/printed-run.ts';
import type { CaptionFeed } from '../ipc/caption-feed.ts';
import type { Log } from '../logging/log.ts';
import { SleepPause } from '../power/sleep-pause.ts';
import type { ProblemStore } from '../problems/problem-store.ts';
import type { Fork } from '../processes/child.ts';
import type { ModelRedirects } from '../settings/model-redirects.ts';
import type { PreferencesModel } from '../settings/preferences-model.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { TranscriptStore } from '../storage/transcript/transcript-store.ts';
import type { CaptionsVisibility } from '../windows/captions-visibility.ts';
import type { PillModel } from '../pill/pill-model.ts';
import { ListeningController } from './listening-controller.ts';
import type { ListeningSource } from './observer.ts';
import { PreRollSwitch } from './pre-roll-switch.ts';
import { Rest } from './rest.ts';
import { mainTuning } from '../time/tuning.ts';

/** A script gives up earlier than a person, so that it ends soon when the service cannot be reached. */
const attemptsOfScripts = 4;

/** Events of listening, for the parts that are built later. */
export interface ListeningEvents {
  /** Captions or a dictation begin. */
  starting: [];
  status: [status: Status];
  /** Captions are on or off now. */
  captions: [areOn: boolean];
  /** The microphone was opened or closed for the pre-roll. */
  preRolling: [isOn: boolean];
  /** Captions were stopped. `text` has all of their words. */
  finished: [text: string];
  dictationEnded: [id: number];
  dictated: [dictated: Dictated];
  /** All speech is text and stored. */
  settled: [];
  /** The microphone is used again after a recording. */
  device: [];
}

interface Parts {
  launch: Arguments;
  audioInput: AudioInput;
  settings: SettingsStore;
  preferences: PreferencesModel;
  redirects: ModelRedirects;
  transcriptStore: TranscriptStore;
  fork: Fork;
  /** Where the bundled recording and its words are. */
  demoFolder: string;
  log: Log;
  feed: CaptionFeed;
  visibility: CaptionsVisibility;
  pill: PillModel;
  problems: ProblemStore;
  quit: (exitCode: number) => void;
}

export type OpenListening = ReturnType<typeof openListening>;

/** Builds the listening controller on its audio input. */
export function openListening(parts: Parts) {
  const { launch, audioInput, settings, preferences, redirects } = parts;
  const { transcriptStore, log, feed, visibility, pill, problems, quit } = parts;
  const events = new EventEmitter<ListeningEvents>();
  const run = new PrintedRun(launch, quit);
  const rest = new Rest();

  const showProblem = (problem: Problem | null, source: ListeningSource): void => {
    run.problem(problem);
    problems.set(source, problem);
  };

  const quietMs = (): number | null => {
    const { captionsSilenceMinutes } = settings.all;
    return captionsSilenceMinutes === null ? null : captionsSilenceMinutes * 60_000;
  };

  const listeningController = new ListeningController(
    () => audioInput.microphone,
    () => audioInput.connectionTarget,
    () => ({
      maxAttempts: run.endsAutomatically ? attemptsOfScripts : mainTuning.reconnectAttempts,
      // A recording plays once, so no second session follows.
      warmMs: audioInput.hasStandIn ? 0 : settings.all.keepConnectedSeconds * 1_000,
      quietMs: audioInput.hasStandIn ? null : quietMs(),
    }),
    transcriptStore,
    {
      status: (status) => {
        log.event('listening-status', { phase: status.phase });
        if (status.phase === 'starting') events.emit('starting');
        feed.status(status);
        visibility.status(status);
        pill.dispatch({ type: 'status', status });
        events.emit('status', status);
      },
      captions: (areOn) => {
        feed.captions(areOn);
        visibility.captions(areOn);
        pill.dispatch({ type: 'captions', areOn });
        events.emit('captions', areOn);
      },
      turn: (turn) => {
        pill.dispatch({ type: 'turn', turn });
        // The page of the captions has nothing to do for words that it does not show.
        if (!pill.isDictated(turn) || feed.hasTurn(turn.id)) {
          feed.turn(turn);
          visibility.turn(turn);
        }
        run.turn(turn);
      },
      level: (level) => feed.level(level),
      problem: showProblem,
      finished: (text) => events.emit('finished', text),
      dictationEnded: (id) => events.emit('dictationEnded', id),
      dictated: (dictated) => events.emit('dictated', dictated),
      began: (firstTurn) => {
        feed.showFrom(firstTurn ?? 0);
        pill.dispatch({ type: 'began', firstTurn });
      },
      preRolling: (isOn) => events.emit('preRolling', isOn),
      settled: () => events.emit('settled'),
      rested: () => rest.reached(),
      sessionBegan: (connectMs) => log.event('session-began', { connectMs }),
      sessionRedirected: (asked, ran) => redirects.redirected(asked, ran),
      sessionEnded: (end) => log.event('session-ended', end),
    },
  );

  const sleepPause = new SleepPause(
    (type) => listeningController.dispatch({ type }),
    () => listeningController.areCaptionsOn && !audioInput.hasStandIn,
  );
  events.on('status', (status) => sleepPause.status(status));

  const preRoll = new PreRollSwitch(listeningController, () => settings.all.preRoll);
  preferences.on('changed', () => {
    listeningController.configure();
    preRoll.settle();
  });

  const { fork, demoFolder } = parts;
  const onDevice = (): boolean => events.emit('device');
  const playback = new Playback({
    ...{ audioInput, listeningController, preRoll, rest, fork, demoFolder, onDevice },
  });

  return {
    events,
    listeningController,
    preRoll,
    playback,
    endsAutomatically: run.endsAutomatically,

    /** Starts with the sources that the command line names. */
    async start(): Promise<void> {
      if (run.endsAutomatically) void rest.next().then(() => run.end());
      const started = await playback.startFrom(launch);
      if (started.ok) return;
      showProblem(started.problem, 'account');
      if (run.endsAutomatically) quit(1);
    },

    /** The machine goes to sleep. */
    suspend(): void {
      preRoll.hold('asleep');
      sleepPause.suspend();
    },

    /** The machine is awake again. */
    resume(): void {
      sleepPause.resume();
      preRoll.allow('asleep');
    },

    /** Stops captions and dictations, and waits for their last words. */
    async end(): Promise<void> {
      preRoll.hold('ending');
      if (listeningController.isAtRest) return;
      const rested = rest.next();
      listeningController.dispatch({ type: 'close' });
      await rested;
    },
  };
}
