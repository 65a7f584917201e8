import { EventEmitter } from 'node:events';
import type { ListeningEvents, SourceEvents } from './listening-events.ts';
import type { ListeningOptions } from '#core/listening/listening.ts';
import type { SessionProfile } from '#core/profiles/profiles.ts';
import type { Result } from '#shared/result.ts';
import { soundSources, soundSourcesOf, type SoundSource } from '#shared/sound-source.ts';
import { tableOf } from '#shared/tables.ts';
import type { AudioInput } from '../audio/audio-input.ts';
import type { Microphone } from '../audio/microphone.ts';
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
import { CaptionSources } from './caption-sources.ts';
import type { ConnectionTarget } from './connection-target.ts';
import { ListeningController } from './listening-controller.ts';
import { PreRollSwitch } from './pre-roll-switch.ts';
import { Rest } from './rest.ts';
import { SharedCaptions } from './shared-captions.ts';
import { observeComputer, observeMicrophone } from './source-observers.ts';
import { mainTuning } from '../time/tuning.ts';

/** A script gives up earlier than a person, so that it ends soon when the service cannot be reached. */
const attemptsOfScripts = 4;

interface Parts {
  launch: Arguments;
  audioInput: AudioInput;
  settings: SettingsStore;
  preferences: PreferencesModel;
  redirects: ModelRedirects;
  transcriptStore: TranscriptStore;
  /** What the computer plays, and what stores its words. */
  computerSound: Microphone;
  computerStore: TranscriptStore;
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

/** Builds the listening controllers: that of the microphone on its audio input, and that of the computer. */
export function openListening(parts: Parts) {
  const { launch, audioInput, settings, preferences, redirects } = parts;
  const { transcriptStore, log, feed, visibility, pill, problems, quit } = parts;
  const events = new EventEmitter<ListeningEvents>();
  const sources = new EventEmitter<SourceEvents>();
  const run = new PrintedRun(launch, quit);
  const rests = { microphone: new Rest(), computer: new Rest() };

  const quietMs = (): number | null => {
    const { captionsSilenceMinutes } = settings.all;
    return captionsSilenceMinutes === null ? null : captionsSilenceMinutes * 60_000;
  };
  const options = (): ListeningOptions => ({
    maxAttempts: run.endsAutomatically ? attemptsOfScripts : mainTuning.reconnectAttempts,
    // A recording plays once, so no second session follows.
    warmMs: audioInput.hasPlayback ? 0 : settings.all.keepConnectedSeconds * 1_000,
    quietMs: audioInput.hasPlayback ? null : quietMs(),
  });
  const connectionTarget = (profile: SessionProfile | null = null): Result<ConnectionTarget> =>
    audioInput.connectionTargetFor(profile);

  const captions = new SharedCaptions({
    ...{ feed, visibility },
    onStatus: (status) => events.emit('status', status),
    onCaptions: (areOn) => events.emit('captions', areOn),
  });
  const observed = { captions, events, sources, rests, run, log, feed, pill, problems, redirects };
  const listeningController = new ListeningController(
    () => audioInput.microphone,
    connectionTarget,
    options,
    transcriptStore,
    observeMicrophone(observed),
  );
  const computerController = new ListeningController(
    () => parts.computerSound,
    connectionTarget,
    options,
    parts.computerStore,
    observeComputer(observed),
  );
  const controllers = { microphone: listeningController, computer: computerController };
  const captionSources = new CaptionSources({
    ...{ controllers, captions },
    // A recording replaces the microphone, and is what its captions are of.
    wanted: () =>
      audioInput.hasPlayback ? ['microphone'] : soundSourcesOf(settings.all.captionsSource),
    onFinished: (finished) => events.emit('finished', finished),
  });
  sources
    .on('finished', (...finished) => captionSources.finished(...finished))
    .on('noTextFollows', (source) => captionSources.noTextFollows(source));

  const sleepPauses = tableOf(
    soundSources.map((source): [SoundSource, SleepPause] => [
      source,
      new SleepPause(
        (type) => {
          if (type === 'go-on') events.emit('resuming');
          controllers[source].dispatch({ type });
        },
        () => controllers[source].areCaptionsOn && !audioInput.hasPlayback,
      ),
    ]),
  );
  sources.on('status', (source, status) => sleepPauses[source].status(status));

  const preRoll = new PreRollSwitch(listeningController, () => settings.all.preRoll);
  preferences.on('changed', () => {
    for (const source of soundSources) controllers[source].configure();
    captionSources.settle();
    preRoll.settle();
  });

  const { fork, demoFolder } = parts;
  const onDevice = (): boolean => events.emit('device');
  const playback = new Playback({
    ...{ audioInput, listeningController, preRoll, fork, demoFolder, onDevice },
    rest: rests.microphone,
    isComputerHeard: () => computerController.status.phase !== 'idle',
  });

  return {
    events,
    /** What a source alone reports, such as its sessions. */
    sources,
    /** Hears the microphone, for captions and dictations. */
    listeningController,
    /** Captions of every source. */
    captions,
    captionSources,
    preRoll,
    playback,
    endsAutomatically: run.endsAutomatically,

    /** Starts with the sources that the command line names. */
    async start(): Promise<void> {
      if (run.endsAutomatically) void rests.microphone.next().then(() => run.end());
      const started = await playback.startFrom(launch);
      if (started.ok) return;
      run.problem(started.problem);
      problems.set('playback', started.problem);
      if (run.endsAutomatically) quit(1);
    },

    /** The machine goes to sleep. */
    suspend(): void {
      preRoll.prevent('asleep');
      for (const source of soundSources) sleepPauses[source].suspend();
    },

    /** The machine is awake again. */
    resume(): void {
      for (const source of soundSources) sleepPauses[source].resume();
      preRoll.allow('asleep');
    },

    /** Stops captions and dictations, and waits for their last words. */
    async end(): Promise<void> {
      preRoll.prevent('ending');
      await Promise.all(
        soundSources.map(async (source) => {
          if (controllers[source].isAtRest) return;
          const rested = rests[source].next();
          controllers[source].dispatch({ type: 'close' });
          await rested;
        }),
      );
    },
  };
}
