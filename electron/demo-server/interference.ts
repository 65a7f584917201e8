import type { Command } from './commands.ts';
import type { Refusal } from './refusal.ts';

/** What a test changes on the way, so that a service that differs can be tried. */
export interface Interference {
  /** The parameters as they are read. */
  query?(query: URLSearchParams): URLSearchParams;
  /** A frame as it is heard; null where it is lost. */
  frame?(pcm: Buffer, query: URLSearchParams): Buffer | null;
  /** Whether a control message is heard. */
  hears?(command: Command, query: URLSearchParams): boolean;
  /** How a session is ended at one of its limits. */
  limit?(refusal: Refusal, query: URLSearchParams): Refusal;
  /** What is sent for a message of the session. */
  message?(message: SentMessage, query: URLSearchParams): object[];
}

/** A message as the session has it. */
export interface SentMessage {
  type: string;
  [field: string]: unknown;
}
