import { isDeepStrictEqual } from 'node:util';
import type { ListeningCommand } from '#shared/ipc.ts';
import { soundSources, type SoundSource } from '#shared/sound-source.ts';
import type { FinishedCaptions } from './listening-events.ts';
import type { ListeningController } from './listening-controller.ts';
import type { SharedCaptions } from './shared-captions.ts';

type Controller = Pick<ListeningController, 'command' | 'dispatch' | 'text'>;

interface Parts {
  controllers: Record<SoundSource, Controller>;
  captions: Pick<SharedCaptions, 'areOn' | 'isOn' | 'heard' | 'text'>;
  /** What captions are to hear. */
  wanted: () => readonly SoundSource[];
  /** Captions were stopped. The text has the words of all sources that were heard. */
  onFinished: (captions: FinishedCaptions) => void;
}

/** Starts and stops captions, each source with its own listening controller. */
export class CaptionSources {
  readonly #parts: Parts;
  /** What was wanted at the newest start or change. */
  #wanted: readonly SoundSource[] = [];
  /** The sources whose last words are awaited after a stop. */
  readonly #awaited = new Set<SoundSource>();
  /** Those of the same stop that have all of their words, which are not reported yet. */
  readonly #finished = new Map<SoundSource, { text: string; isAgain: boolean }>();
  /** Those whose words of the newest stop are not reported. */
  readonly #withheld = new Set<SoundSource>();
  /** Those whose words of the newest stop were reported. */
  readonly #reported = new Set<SoundSource>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Carries out what hotkeys, verbs and buttons ask for. */
  command(command: ListeningCommand): void {
    const { captions, wanted } = this.#parts;
    switch (command) {
      case 'toggle':
        this.command(captions.areOn ? 'stop' : 'start');
        break;
      case 'start':
        this.#wanted = wanted();
        this.#all('start', this.#wanted);
        break;
      case 'stop':
        if (captions.areOn) this.#forgetStop();
        for (const source of soundSources) if (captions.isOn(source)) this.#awaited.add(source);
        this.#all('stop', soundSources);
        break;
      case 'cancel':
        this.#awaited.clear();
        this.#finished.clear();
        this.#forgetStop();
        this.#all('cancel', soundSources);
        break;
      case 'force-endpoint':
        this.#all('force-endpoint', soundSources);
        break;
    }
  }

  /** The text since captions were started, or without captions since the last dictation began. */
  get text(): string {
    const { captions, controllers } = this.#parts;
    const [only = 'microphone', ...others] = captions.heard;
    return others.length > 0 ? captions.text : controllers[only].text;
  }

  /** Stops captions for a reason of the app. Nothing is reported, because nobody asked for it. */
  end(): void {
    for (const source of soundSources)
      this.#parts.controllers[source].dispatch({ type: 'end-captions' });
  }

  /** Changes what captions hear while they are on. No text is reported, because they go on. */
  settle(): void {
    const { captions, controllers, wanted } = this.#parts;
    const sources = wanted();
    // Another setting does not start again what has failed or was stopped.
    if (!captions.areOn || isDeepStrictEqual(sources, this.#wanted)) return;
    this.#wanted = sources;
    for (const source of sources) if (!captions.isOn(source)) controllers[source].command('start');
    for (const source of soundSources)
      if (captions.isOn(source) && !sources.includes(source))
        controllers[source].dispatch({ type: 'end-captions' });
  }

  /**
   * The captions of a source have all of their words. Those of all sources are reported together.
   *
   * @param isAgain whether they had them before, and late words have changed them
   */
  finished(source: SoundSource, text: string, isAgain: boolean): void {
    this.#awaited.delete(source);
    // Late words may come while another source is awaited. Then nothing was reported before.
    const before = this.#finished.get(source);
    this.#finished.set(source, { text, isAgain: isAgain && (before?.isAgain ?? true) });
    this.#report();
  }

  /** The captions of a source were stopped, and no text of them follows. */
  noTextFollows(source: SoundSource): void {
    this.#awaited.delete(source);
    this.#withheld.add(source);
    this.#report();
  }

  #report(): void {
    if (this.#awaited.size > 0 || this.#finished.size === 0) return;
    const { captions, onFinished } = this.#parts;
    const finished = [...this.#finished.values()];
    for (const source of this.#finished.keys()) this.#reported.add(source);
    this.#finished.clear();
    const heard = [...captions.heard].filter((source) => !this.#withheld.has(source));
    onFinished({
      text: heard.length > 1 ? captions.text : (finished.at(-1)?.text ?? ''),
      sources: soundSources.filter((source) => this.#reported.has(source)),
      isAgain: finished.every(({ isAgain }) => isAgain),
    });
  }

  #forgetStop(): void {
    this.#withheld.clear();
    this.#reported.clear();
  }

  #all(command: ListeningCommand, sources: readonly SoundSource[]): void {
    for (const source of sources) this.#parts.controllers[source].command(command);
  }
}
