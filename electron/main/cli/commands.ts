import type { ListeningCommand } from '#shared/ipc.ts';
import type { DictationController } from '../dictation/dictation-controller.ts';
import type { KeyEvent } from '../hotkeys/back-end.ts';
import type { CaptionSources } from '../listening/caption-sources.ts';
import type { Verb } from '#shared/actions.ts';

type Dictation = Pick<DictationController, 'key' | 'command' | 'insertLast'>;
interface ClickThrough {
  toggle(): void;
}

type Captions = Pick<CaptionSources, 'command'>;

/** Passes the commands of keys, verbs and buttons on to a dictation or the captions. */
export class Commands {
  readonly #dictationController: Dictation;
  readonly #captionSources: Captions;
  readonly #clickThrough: ClickThrough;

  constructor(parts: {
    dictationController: Dictation;
    captionSources: Captions;
    clickThrough: ClickThrough;
  }) {
    this.#dictationController = parts.dictationController;
    this.#captionSources = parts.captionSources;
    this.#clickThrough = parts.clickThrough;
  }

  key(event: KeyEvent): void {
    if (event.action === 'dictate') this.#dictationController.key(event);
    else if (event.type === 'press') this.verb(event.action);
  }

  verb(verb: Exclude<Verb, 'quit'>): void {
    switch (verb) {
      case 'captions':
        this.#captionSources.command('toggle');
        break;
      case 'force-endpoint':
        this.#captionSources.command(verb);
        break;
      case 'insert-last':
        void this.#dictationController.insertLast();
        break;
      case 'click-through':
        this.#clickThrough.toggle();
        break;
      case 'start':
      case 'toggle':
        this.#dictationController.command(verb);
        break;
      case 'stop':
      case 'cancel':
        this.button(verb);
        break;
    }
  }

  /** A button acts on what runs: on the dictation first, which is the shorter of the two. */
  button(command: ListeningCommand): void {
    const isOfDictation =
      (command === 'stop' || command === 'cancel') && this.#dictationController.command(command);
    if (!isOfDictation) this.#captionSources.command(command);
  }
}
