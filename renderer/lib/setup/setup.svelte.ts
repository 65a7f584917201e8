import type { RequestChannel } from '#shared/channels.ts';
import type { Answers, RequestArguments } from '#shared/ipc.ts';
import type { Setup } from '#shared/setup.ts';
import type { Problem } from '#shared/status.ts';
import { request, subscribe } from '../ipc/ipc.ts';

/** The requests that are answered with the whole set-up. */
type SetupChannel = {
  [C in RequestChannel]: Answers[C] extends Setup ? C : never;
}[RequestChannel];

/** Asks for a change, or to read: null when it was done, else the problem in its way. */
export type Ask = <C extends SetupChannel>(
  channel: C,
  ...args: RequestArguments<C>
) => Promise<Problem | null>;

/** What the main process says of key, microphones and hotkeys: always its newest word. */
export class SetupState {
  /** Null until the main process has answered. */
  current = $state.raw<Setup | null>(null);

  /** Follows the main process until the function that is returned is called. */
  open(): () => void {
    return subscribe('setup:changed', (setup) => (this.current = setup));
  }

  ask: Ask = async (channel, ...args) => {
    const answer = await request(channel, ...args);
    if (!answer.ok) return answer.problem;
    this.current = answer.value;
    return null;
  };
}
