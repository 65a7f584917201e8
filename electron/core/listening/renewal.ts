import type { Listening } from './listening.ts';
import { isStreaming, toAllSegments, type ListeningStep } from './segment-control.ts';

/**
 * Speech after the next pause goes to a new session. A session that is only kept warm ends, because it
 * would expire soon or has old settings at the next start.
 */
export const renewSession = (listening: Listening): ListeningStep =>
  isStreaming(listening)
    ? [{ ...listening, isHandingOver: true }, []]
    : toAllSegments({ ...listening, isHandingOver: false }, { type: 'release' });
