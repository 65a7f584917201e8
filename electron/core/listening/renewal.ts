import type { Listening } from './listening.ts';
import { isStreaming, toAllPassages, type ListeningStep } from './passages.ts';

/**
 * What is said from the next pause on goes to another session; one that is only kept warm is ended,
 * because the next start has to find none that is about to expire or has other settings.
 */
export const renewSession = (listening: Listening): ListeningStep =>
  isStreaming(listening)
    ? [{ ...listening, isHandingOver: true }, []]
    : toAllPassages({ ...listening, isHandingOver: false }, { type: 'release' });
