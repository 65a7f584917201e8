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
  /** Those that have all of their words, which are not handed over yet; true if they were before. */
  readonly #finished = new Map<SoundSource, boolean>();

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
        for (const source of soundSources) if (captions.isOn(source)) this.#awaited.add(source);
        this.#all('stop', soundSources);
        break;
      case 'cancel':
        this.#awaited.clear();
        this.#finished.clear();
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

  /** Stops captions for a reason of the app. Nothing is handed over, because nobody asked for it. */
  end(): void {
    for (const source of soundSources)
      this.#parts.controllers[source].dispatch({ type: 'end-captions' });
  }

  /** Changes what captions hear while they are on. No text is handed over, because they go on. */
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

  /** The captions of a source have all of their words. Those of all sources are handed over together. */
  finished(source: SoundSource, text: string, isAgain: boolean): void {
    const { captions, onFinished } = this.#parts;
    this.#awaited.delete(source);
    // Late words may come while another source is awaited. Then nothing was handed over before.
    this.#finished.set(source, isAgain && (this.#finished.get(source) ?? true));
    if (this.#awaited.size > 0) return;
    const sources = [...this.#finished.keys()];
    const areAllAgain = [...this.#finished.values()].every(Boolean);
    this.#finished.clear();
    const whole = captions.heard.size > 1 ? captions.text : text;
    onFinished({ text: whole, sources, isAgain: areAllAgain });
  }

  #all(command: ListeningCommand, sources: readonly SoundSource[]): void {
    for (const source of sources) this.#parts.controllers[source].command(command);
  }
}
