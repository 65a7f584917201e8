import type { RequestChannel } from '#shared/channels.ts';
import type { Answers, RequestArguments } from '#shared/ipc.ts';
import type { AppState } from '#shared/app-state.ts';
import type { Problem } from '#shared/problem.ts';
import { request, subscribe } from '../ipc/ipc.ts';
import type { Changing } from '../saved/saved-note.svelte.ts';

/** The requests that are answered with the whole set-up. */
type AppStateChannel = {
  [C in RequestChannel]: Answers[C] extends AppState ? C : never;
}[RequestChannel];

/** Asks for a change, or to read: null when it was done, else the problem in its way. */
export type Ask = <C extends AppStateChannel>(
  channel: C,
  ...args: RequestArguments<C>
) => Promise<Problem | null>;

/** The requests that change a setting. The key has a sentence of its own. */
const changes = new Set<RequestChannel>(['hotkeys:change', 'hotkeys:mode', 'microphone:choose']);

/** What the main process says of key, microphones and hotkeys: always its newest word. */
export class AppStateClient {
  /** Null until the main process has answered. */
  current = $state.raw<AppState | null>(null);

  readonly #changing: Changing;

  constructor(changing: Changing = () => () => undefined) {
    this.#changing = changing;
  }

  /** Follows the main process until the function that is returned is called. */
  open(): () => void {
    return subscribe('app-state:changed', (appState) => (this.current = appState));
  }

  ask: Ask = async (channel, ...args) => {
    const kept = changes.has(channel) ? this.#changing() : null;
    const answer = await request(channel, ...args);
    if (!answer.ok) return answer.problem;
    this.current = answer.value;
    kept?.();
    return null;
  };
}
