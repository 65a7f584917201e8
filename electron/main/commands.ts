import type { ListeningCommand } from '#shared/ipc.ts';
import type { Dictator } from './dictation/dictator.ts';
import type { KeyEvent } from './hotkeys/back-end.ts';
import type { Listener } from './listening/listener.ts';
import type { Verb } from './shell/arguments.ts';

/** Hands what keys, verbs and buttons ask for to whom it is about: a dictation, or captions. */
export class Commands {
  readonly #dictator: Dictator;
  readonly #listener: Listener;

  constructor(dictator: Dictator, listener: Listener) {
    this.#dictator = dictator;
    this.#listener = listener;
  }

  key(event: KeyEvent): void {
    if (event.action === 'dictate') this.#dictator.key(event);
    else if (event.type === 'press') this.verb(event.action);
  }

  verb(verb: Exclude<Verb, 'quit'>): void {
    switch (verb) {
      case 'captions':
        this.#listener.command('toggle');
        break;
      case 'force-endpoint':
        this.#listener.command(verb);
        break;
      case 'deliver-again':
        void this.#dictator.deliverAgain();
        break;
      case 'start':
      case 'toggle':
        this.#dictator.command(verb);
        break;
      case 'stop':
      case 'cancel':
        this.button(verb);
        break;
    }
  }

  /** The buttons are about what is heard: the dictation first, which is the shorter of the two. */
  button(command: ListeningCommand): void {
    const isOfDictation =
      (command === 'stop' || command === 'cancel') && this.#dictator.command(command);
    if (!isOfDictation) this.#listener.command(command);
  }
}
