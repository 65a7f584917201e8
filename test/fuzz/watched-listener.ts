import * as v from 'valibot';
import { sentenceOf } from '#shared/messages/index.ts';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { ok } from '#shared/result.ts';
import { problemSchema, type Problem } from '#shared/problem.ts';
import { statusSchema, type Status } from '#shared/status.ts';
import { turnSchema, type Turn } from '#shared/turn.ts';
import { WavMicrophone } from '../../electron/main/audio/wav-microphone.ts';
import { storeNothing } from '../../electron/main/storage/transcript/transcript-store.ts';
import { ListeningController } from '../../electron/main/listening/listening-controller.ts';
import { observing } from '../../electron/main/listening/observer.fixture.ts';

/** Ten minutes of silence, heard by every listening controller: no run takes as long. */
const silence = new Uint8Array(600 * 16_000 * 2);

/** The key of the person. The service knows it, and may say it. */
export const key = 'key-that-nobody-may-see';

const sentenceLimit = 500;

/** A listening controller, and the forbidden reports to its observer. */
export class WatchedListening {
  readonly wrongs: string[] = [];
  turns = 0;
  problems = 0;
  readonly #finals = new Map<number, string>();
  readonly #listeningController: ListeningController;
  #rested: PromiseWithResolvers<void> | null = null;
  #newestText = '';
  #onText: (() => void) | null = null;

  constructor(baseUrl: string) {
    this.#listeningController = new ListeningController(
      () => new WavMicrophone(silence),
      () => ok({ baseUrl, key, parameters: plainParameters }),
      () => ({ maxAttempts: 1, warmMs: 0 }),
      storeNothing,
      observing({
        status: (status) => this.#status(status),
        turn: (turn) => this.#turn(turn),
        problem: (problem) => this.#problem(problem),
        rested: () => this.#rested?.resolve(),
      }),
    );
  }

  start(): void {
    this.#listeningController.command('start');
  }

  /** Ends everything, and waits until all is closed. */
  async end(): Promise<void> {
    this.#rested = Promise.withResolvers();
    this.#listeningController.command('cancel');
    if (!this.#listeningController.isAtRest) await this.#rested.promise;
  }

  /** Resolves once the newest turn has this text. */
  async shows(text: string): Promise<void> {
    while (this.#newestText !== text)
      await new Promise<void>((resolve) => (this.#onText = resolve));
  }

  #status(status: Status): void {
    if (!v.is(statusSchema, status)) this.wrongs.push(`status ${JSON.stringify(status)}`);
  }

  #turn(turn: Turn): void {
    this.turns += 1;
    this.#newestText = turn.text;
    this.#onText?.();
    if (!v.is(turnSchema, turn)) this.wrongs.push(`turn ${JSON.stringify(turn)}`);
    const final = this.#finals.get(turn.id);
    if (final !== undefined) this.wrongs.push(`turn ${turn.id} was final and changed`);
    if (turn.isFinal) this.#finals.set(turn.id, turn.text);
  }

  #problem(problem: Problem | null): void {
    if (problem === null) return;
    this.problems += 1;
    const sentence = sentenceOf(problem);
    if (!v.is(problemSchema, problem)) this.wrongs.push(`problem ${JSON.stringify(problem)}`);
    if (/\p{Cc}/u.test(sentence) || sentence.length > sentenceLimit)
      this.wrongs.push(`sentence ${JSON.stringify(sentence)}`);
    if (sentence.includes(key)) this.wrongs.push('the key is in a sentence');
  }
}
