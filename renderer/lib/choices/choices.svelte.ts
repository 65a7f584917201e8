import type { ChoiceName, Choices, ChoicesInUse } from '#shared/choices.ts';
import type { Result } from '#shared/result.ts';
import type { Problem } from '#shared/status.ts';
import { request, subscribe } from '../ipc/ipc.ts';

/** What the main process says of the choices: always its newest word. */
export class ChoicesState {
  /** Null until the main process has answered. */
  current = $state.raw<ChoicesInUse | null>(null);

  /** Why they cannot be read. */
  unread = $state.raw<Problem | null>(null);

  /** Follows the main process until the function that is returned is called. */
  open(): () => void {
    void request('settings:read').then((answer) => (this.unread = this.#take(answer)));
    return subscribe('settings:changed', (inUse) => (this.current = inUse));
  }

  /** Null when it was done, else the problem in its way. */
  change = async (changed: Partial<Choices>): Promise<Problem | null> =>
    this.#take(await request('settings:change', changed));

  /** What changes one choice. */
  saving =
    <Name extends ChoiceName>(name: Name) =>
    async (value: Choices[Name]): Promise<Problem | null> =>
      this.#take(await request('settings:change', { [name]: value }));

  /** What the service makes of a choice otherwise than it is meant. */
  warningOn(choice: ChoiceName): string | undefined {
    return this.current?.warnings.find((warning) => warning.choice === choice)?.sentence;
  }

  #take(answer: Result<ChoicesInUse>): Problem | null {
    if (!answer.ok) return answer.problem;
    this.current = answer.value;
    return null;
  }
}
