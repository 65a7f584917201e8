import type { ListeningCommand } from '#shared/ipc.ts';
import type { Problem } from '#shared/problem.ts';
import type { Status } from '#shared/status.ts';
import { areCaptionsWanted, nextTurnOf } from '#core/listening/captions.ts';
import { changesOf } from '#core/listening/changes.ts';
import { settledSample } from '#core/listening/replay-window.ts';
import type { Listening, ListeningEvent, ListeningOptions } from '#core/listening/listening.ts';
import { listeningStatusOf } from '#core/listening/status.ts';
import { isHeard } from '#core/listening/segment-control.ts';
import { firstSampleHeld } from '#core/listening/held-sound.ts';
import { isPreRolling, startSampleOf } from '#core/listening/pre-roll.ts';
import { isAtRest } from '#core/listening/rest.ts';
import type { SessionProfile } from '#core/profiles/profiles.ts';
import { silencesFor, type SilencesFor } from '#core/listening/silences.ts';
import { initialListening, stepListening } from '#core/listening/step.ts';
import { AudioBuffer } from '#core/segments/audio-buffer.ts';
import type { Chunk, Microphone } from '../audio/microphone.ts';
import type { TranscriptStore } from '../storage/transcript/transcript-store.ts';
import { connectionTargetFor, type TargetFor } from './connection-target.ts';
import { EventIntake } from './event-intake.ts';
import { LineNews } from './line-news.ts';
import { ListeningEffects } from './listening-effects.ts';
import { ListeningProblems } from './listening-problems.ts';
import type { ListeningObserver } from './observer.ts';
import { OpenMicrophone } from './open-microphone.ts';
import { SegmentLines } from './segment-lines.ts';
import { observingSessions } from './session-log.ts';
import { StatusReport } from './status-report.ts';
import { StoredReports } from './stored-reports.ts';
import { Words } from './words.ts';

/**
 * Runs the listening reducer: passes it the events, and has its effects carried out on microphone and
 * sockets.
 */
export class ListeningController {
  readonly #microphone: OpenMicrophone;
  readonly #connectionTarget: TargetFor;
  readonly #observer: ListeningObserver;
  readonly #transcriptStore: TranscriptStore;
  readonly #options: () => ListeningOptions;
  readonly #audio = new AudioBuffer();
  readonly #lines: SegmentLines;
  readonly #words: Words;
  readonly #reports: StoredReports;
  readonly #problems: ListeningProblems;
  readonly #status: StatusReport;
  readonly #effects: ListeningEffects;
  readonly #events: EventIntake;
  #state: Listening;
  #silences: SilencesFor = 'captions';

  /**
   * @param microphone called at every opening for the source to open
   * @param connectionTarget called for every session, with its profile; without a target nothing starts
   * @param options called at every step, because settings change
   * @param transcriptStore stores turns; a turn is shown as final once it is stored
   */
  constructor(
    microphone: () => Microphone,
    connectionTarget: TargetFor,
    options: () => ListeningOptions,
    transcriptStore: TranscriptStore,
    observer: ListeningObserver,
  ) {
    this.#connectionTarget = connectionTarget;
    this.#observer = observer;
    this.#transcriptStore = transcriptStore;
    this.#options = options;
    this.#state = initialListening(options());
    this.#microphone = new OpenMicrophone({
      source: microphone,
      onChunk: (chunk) => this.#hear(chunk),
      onEnd: (problem) => this.#microphoneEnded(problem),
      onRecording: (path, startSample) => transcriptStore.recordingBegan(path, startSample),
      onWarning: (problem) => this.#problems.warned(problem),
    });
    const show: ListeningObserver['problem'] = (problem, source) =>
      observer.problem(problem, source);
    this.#problems = new ListeningProblems(show, () => this.#microphone.warning);
    const news = new LineNews(connectionTarget, (problem) => show(problem, 'connection'));
    this.#words = new Words({
      keep: (turn) => transcriptStore.turn(turn),
      onTurn: (turn) => observer.turn(turn),
      onFinal: () => transcriptStore.settledTo(settledSample(this.#state)),
    });
    this.#reports = new StoredReports({ words: this.#words, news, transcriptStore, observer });
    this.#status = new StatusReport({
      status: () => this.status,
      words: this.#words,
      onStatus: (status) => observer.status(status),
    });
    this.#lines = new SegmentLines({
      connectionTarget: (profile) => connectionTargetFor(connectionTarget(profile), this.#silences),
      audio: this.#audio,
      emit: (id, event) => this.dispatch({ type: 'segment', id, event }),
      renew: (id) => this.#renew(id),
      sessions: observingSessions(observer, transcriptStore),
    });
    const state = (): Listening => this.#state;
    this.#effects = new ListeningEffects({
      ...{ state, news, transcriptStore, observer },
      microphone: this.#microphone,
      lines: this.#lines,
      words: this.#words,
      reports: this.#reports,
      problems: this.#problems,
      emit: (event) => this.dispatch(event),
    });
    this.#events = new EventIntake(state, this.#lines, (event) => this.#step(event));
  }

  get status(): Status {
    return listeningStatusOf(this.#state);
  }

  get isAtRest(): boolean {
    return isAtRest(this.#state);
  }

  get isPreRolling(): boolean {
    return isPreRolling(this.#state);
  }

  /** Whether captions are on, or about to be on again. */
  get areCaptionsOn(): boolean {
    return areCaptionsWanted(this.#state);
  }

  /** Whether the person speaks or watches the level, so that a problem of the sound matters now. */
  get #isAttended(): boolean {
    return isHeard(this.#state) || this.#state.isCheckingLevel;
  }

  /** The text since captions were last started, or without captions since the last dictation began. */
  get text(): string {
    return this.#words.text;
  }

  /**
   * Carries out what hotkeys, verbs and buttons ask for. Without a connection target nothing is opened.
   */
  command(command: ListeningCommand): void {
    const connectionTarget = this.#connectionTarget();
    const isStart = command === 'start' || command === 'toggle';
    if (isStart && !connectionTarget.ok && this.#state.captions.phase === 'off')
      this.#refuse(connectionTarget.problem);
    else this.dispatch({ type: command });
  }

  /**
   * Begins a dictation. `dictated` reports its text with this id.
   *
   * @param profile see {@link EventIntake.dictate}
   * @returns its first sample, or null without a connection target, which is reported as a problem
   */
  dictate(id: number, profile: Promise<SessionProfile | null> | null = null): number | null {
    const connectionTarget = this.#connectionTarget();
    if (!connectionTarget.ok) {
      this.#refuse(connectionTarget.problem);
      return null;
    }
    const startSample = startSampleOf(this.#state);
    this.#events.dictate(id, profile);
    return startSample;
  }

  /**
   * Reports why nothing starts. Earlier words are hidden, because beside the reason they would look like
   * an answer.
   */
  #refuse(problem: Problem): void {
    if (!isHeard(this.#state)) this.#observer.began(nextTurnOf(this.#state));
    this.#problems.refused(problem);
  }

  /** Ends the problem of a missing connection target if there is one now. */
  checkConnectionTarget(): void {
    if (this.#connectionTarget().ok) this.#problems.connectionTargetFound();
  }

  /** Brings every session to the current settings. No sound is lost. */
  configure(): void {
    this.#lines.configure();
  }

  /** Takes an event. One that arrives during another waits its turn. */
  dispatch(event: ListeningEvent): void {
    this.#events.put(event);
  }

  #step(event: ListeningEvent): void {
    const before = this.#state;
    const [after, effects] = stepListening({ ...before, options: this.#optionsNow }, event);
    this.#state = after;
    const changes = changesOf(before, after);
    const silencesBefore = this.#silences;
    this.#silences = silencesFor(silencesBefore, after);
    this.#problems.attend(this.#isAttended);
    for (const effect of effects) this.#effects.perform(effect);
    this.#lines.keepOnly(after.segments);
    this.#status.update();
    if (this.#silences !== silencesBefore) this.#lines.configure();
    this.#reports.captions(changes.captionsBound);
    if (changes.captions !== null) this.#observer.captions(changes.captions);
    this.#audio.forgetBefore(firstSampleHeld(after));
    if (changes.preRolling !== null) this.#observer.preRolling(changes.preRolling);
    if (changes.hasSettled) this.#reports.settled(after.capturedTo);
    if (changes.hasComeToRest) this.#reports.rested(() => this.isAtRest);
  }

  /** A session with outdated settings is not kept warm for the next start. */
  get #optionsNow(): ListeningOptions {
    const options = this.#options();
    const isOutdated = this.#lines.isOutdated(this.#state.nextSegment - 1);
    return isOutdated ? { ...options, warmMs: 0 } : options;
  }

  /** Gives only the newest segment another session, because the others are about to end. */
  #renew(id: number): void {
    if (id === this.#state.nextSegment - 1) this.dispatch({ type: 'renew-session' });
  }

  #hear({ startSample, pcm, levels }: Chunk): void {
    this.#audio.append(startSample, pcm);
    this.dispatch({ type: 'captured', toSample: this.#audio.endSample, levels });
    if (this.#isAttended) this.#observer.level(Math.max(...levels));
  }

  #microphoneEnded(problem: Problem | null): void {
    this.#transcriptStore.recordingEnded(this.#state.capturedTo);
    this.dispatch(
      problem === null ? { type: 'microphone-closed' } : { type: 'microphone-failed', problem },
    );
  }
}
