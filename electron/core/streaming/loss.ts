import type { Problem } from '#shared/status.ts';
import { describeFailure, type Failure } from './failure.ts';

/**
 * What a person is told while a lost session is tried again: nothing has to be done but, maybe,
 * about the network. That it is tried again, and how much is kept, the status says beside it.
 *
 * @param host that cannot be reached
 */
export function describeLoss(failure: Failure, host: string): Problem {
  const { code } = describeFailure(failure, host);
  return { code, sentence: `${whatIsWrong(failure, host)}.` };
}

function whatIsWrong(failure: Failure, host: string): string {
  switch (failure.cause) {
    case 'unreachable':
      return `Cannot reach ${host} (${failure.reason}). Check the internet connection`;
    case 'proxy-unreachable':
      return `Cannot reach the proxy ${failure.proxy} (${failure.reason}). Check the network`;
    case 'timed-out':
    case 'stalled':
      return `${host} does not answer. Check the internet connection`;
    default:
      return `${host} does not take the sound now`;
  }
}
