import { messages } from '#shared/messages/index.ts';
import type { Preferences, PreferencesInUse } from '#shared/preferences.ts';
import type { PreferenceName } from '#shared/settings.ts';
import type { Result } from '#shared/result.ts';
import type { Problem } from '#shared/problem.ts';
import { request, subscribe } from '../ipc/ipc.ts';
import type { Changing } from '../saved/saved-note.svelte.ts';

/** What the main process says of the preferences: always its newest word. */
export class PreferencesState {
  /** Null until the main process has answered. */
  current = $state.raw<PreferencesInUse | null>(null);

  /** Why they cannot be read. */
  unread = $state.raw<Problem | null>(null);

  readonly #changing: Changing;

  constructor(changing: Changing = () => () => undefined) {
    this.#changing = changing;
  }

  /** Follows the main process until the function that is returned is called. */
  open(): () => void {
    void request('settings:read').then((answer) => (this.unread = this.#take(answer)));
    return subscribe('settings:changed', (inUse) => (this.current = inUse));
  }

  /** Null when it was done, else the problem in its way. */
  change = async (changed: Partial<Preferences>): Promise<Problem | null> => {
    const kept = this.#changing();
    const problem = this.#take(await request('settings:change', changed));
    if (problem === null) kept();
    return problem;
  };

  /** What changes one choice. */
  saving =
    <Name extends PreferenceName>(name: Name) =>
    (value: Preferences[Name]): Promise<Problem | null> =>
      this.change({ [name]: value });

  /** What to know about a choice that has another effect than the person expects. */
  warningOn(choice: PreferenceName): string | undefined {
    const found = this.current?.warnings.find((known) => known.choice === choice);
    return found && messages.valueWarning(found.warning);
  }

  #take(answer: Result<PreferencesInUse>): Problem | null {
    if (!answer.ok) return answer.problem;
    this.current = answer.value;
    return null;
  }
}
