import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { Microphone } from './microphone.ts';
import type { Fork } from '../processes/child.ts';
import type { ListeningController } from '../listening/listening-controller.ts';
import type { PreRollSwitch } from '../listening/pre-roll-switch.ts';
import type { Rest } from '../listening/rest.ts';
import type { Arguments } from '../cli/arguments.ts';
import type { AudioInput } from './audio-input.ts';

const busy = failed(problem('captions-on', {}));

/** The demo server has the words of its own recording only. */
const inDemo = failed(problem('demo-cannot-transcribe', {}));

interface Parts {
  audioInput: AudioInput;
  listeningController: ListeningController;
  preRoll: PreRollSwitch;
  rest: Rest;
  fork: Fork;
  /** Where the bundled recording and its words are. */
  demoFolder: string;
  /** Captions hear the computer: words of a recording would be shown among theirs. */
  isComputerHeard: () => boolean;
  /** Called when the microphone is used again. */
  onDevice: () => void;
}

/** Plays recordings instead of the microphone: the demo, stored recordings, and `--input`. */
export class Playback {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Plays the bundled recording to the demo server, then returns to the microphone. */
  async tryDemo(): Promise<Result<null>> {
    const { audioInput, listeningController, preRoll, fork, demoFolder } = this.#parts;
    if (!(await this.#comeToRest())) return busy;
    const wasDemo = audioInput.isDemo;
    const ready = wasDemo ? ok(null) : await audioInput.useDemo(fork, demoFolder);
    if (!ready.ok) {
      preRoll.allow('playback');
      return ready;
    }
    // Captions or a dictation began while the demo server started.
    if (!listeningController.isAtRest) {
      audioInput.useDevice();
      preRoll.allow('playback');
      return busy;
    }
    this.#start(() => {
      if (!wasDemo) this.#useDevice();
    });
    return ok(null);
  }

  /**
   * Transcribes recorded sound.
   *
   * @param onHeard called once all of its speech is final, or cannot be recognised
   */
  async transcribe(recorded: Microphone, onHeard: () => void): Promise<Result<null>> {
    const { audioInput } = this.#parts;
    if (audioInput.isDemo) return inDemo;
    const { connectionTarget } = audioInput;
    if (!connectionTarget.ok) return connectionTarget;
    if (!(await this.#comeToRest())) return busy;
    audioInput.useMicrophone(recorded);
    this.#start(() => {
      this.#useDevice();
      onHeard();
    });
    return ok(null);
  }

  /** Starts with the sources that the command line names. */
  async startFrom(launch: Arguments): Promise<Result<unknown>> {
    const { audioInput, listeningController, fork, demoFolder } = this.#parts;
    if (launch.input !== null) {
      const recording = await audioInput.useRecording(launch.input);
      if (!recording.ok) return recording;
    }
    const ready = launch.isDemo
      ? await audioInput.useDemo(fork, demoFolder)
      : audioInput.connectionTarget;
    if (ready.ok) listeningController.command('start');
    return ready;
  }

  #start(onRest: () => void): void {
    const { rest, listeningController } = this.#parts;
    void rest.next().then(onRest);
    listeningController.command('start');
  }

  /** Closes microphone and session, so that neither is used for a recording. */
  async #comeToRest(): Promise<boolean> {
    const { listeningController, isComputerHeard, preRoll, rest } = this.#parts;
    if (listeningController.status.phase !== 'idle' || isComputerHeard()) return false;
    preRoll.prevent('playback');
    if (listeningController.isAtRest) return true;
    const rested = rest.next();
    listeningController.dispatch({ type: 'close' });
    await rested;
    return true;
  }

  #useDevice(): void {
    const { audioInput, preRoll, onDevice } = this.#parts;
    audioInput.useDevice();
    preRoll.allow('playback');
    onDevice();
  }
}
