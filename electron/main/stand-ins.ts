import { failed, ok, type Result } from '#shared/result.ts';
import type { Microphone } from './audio/microphone.ts';
import type { Fork } from './child.ts';
import type { Listener } from './listening/listener.ts';
import type { PreRoll } from './listening/pre-roll.ts';
import type { Rest } from './rest.ts';
import type { Arguments } from './shell/arguments.ts';
import type { Sources } from './sources.ts';

const busy = failed('busy', 'Stop captions first, then try again.');

/** The demo server knows the words of its own recording only. */
const inDemo = failed('busy', 'The demo cannot transcribe this. Start CaptionKey without --demo.');

interface Parts {
  sources: Sources;
  listener: Listener;
  preRoll: PreRoll;
  rest: Rest;
  fork: Fork;
  /** Where the bundled recording and its words are. */
  demoFolder: string;
  /** Called when the microphone is back in its place. */
  onDevice: () => void;
}

/** Recordings in the place of the microphone: the demo, what is kept of earlier speech, `--input`. */
export class StandIns {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Runs the bundled recording through the demo server, then goes back to the microphone. */
  async tryDemo(): Promise<Result<null>> {
    const { sources, listener, preRoll, fork, demoFolder } = this.#parts;
    if (!(await this.#comeToRest())) return busy;
    const wasDemo = sources.isDemo;
    const ready = wasDemo ? ok(null) : await sources.useDemo(fork, demoFolder);
    if (!ready.ok) {
      preRoll.allow('stand-in');
      return ready;
    }
    // Somebody was faster while the demo server started.
    if (!listener.isAtRest) {
      sources.useDevice();
      preRoll.allow('stand-in');
      return busy;
    }
    this.#start(() => {
      if (!wasDemo) this.#useDevice();
    });
    return ok(null);
  }

  /**
   * Listens to sound that was recorded.
   *
   * @param onHeard called when all that was said in it is final, or could not be had
   */
  async transcribe(recorded: Microphone, onHeard: () => void): Promise<Result<null>> {
    const { sources } = this.#parts;
    if (sources.isDemo) return inDemo;
    const { account } = sources;
    if (!account.ok) return account;
    if (!(await this.#comeToRest())) return busy;
    sources.useMicrophone(recorded);
    this.#start(() => {
      this.#useDevice();
      onHeard();
    });
    return ok(null);
  }

  /** Starts with what the command line puts in the place of microphone and service. */
  async startFrom(launch: Arguments): Promise<Result<unknown>> {
    const { sources, listener, fork, demoFolder } = this.#parts;
    if (launch.input !== null) {
      const recording = await sources.useRecording(launch.input);
      if (!recording.ok) return recording;
    }
    const ready = launch.isDemo ? await sources.useDemo(fork, demoFolder) : sources.account;
    if (ready.ok) listener.command('start');
    return ready;
  }

  #start(onRest: () => void): void {
    const { rest, listener } = this.#parts;
    void rest.next().then(onRest);
    listener.command('start');
  }

  /** A session or a microphone that is kept open must not hear a recording. */
  async #comeToRest(): Promise<boolean> {
    const { listener, preRoll, rest } = this.#parts;
    if (listener.status.phase !== 'idle') return false;
    preRoll.hold('stand-in');
    if (listener.isAtRest) return true;
    const rested = rest.next();
    listener.dispatch({ type: 'close' });
    await rested;
    return true;
  }

  #useDevice(): void {
    const { sources, preRoll, onDevice } = this.#parts;
    sources.useDevice();
    preRoll.allow('stand-in');
    onDevice();
  }
}
