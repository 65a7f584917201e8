import type { Command } from './commands.ts';
import type { Refusal } from './refusal.ts';

/** Lets a test change what passes through, to imitate a service that behaves differently. */
export interface Interference {
  /** Returns the parameters that the server reads. */
  query?(query: URLSearchParams): URLSearchParams;
  /** Returns the frame that the server receives; null loses it. */
  frame?(pcm: Buffer, query: URLSearchParams): Buffer | null;
  /** Whether the server receives a control message. */
  receives?(command: Command, query: URLSearchParams): boolean;
  /** Returns the `Authorization` header that the server reads. */
  authorization?(sent: string | undefined): string | undefined;
  /** Returns how a control message ends the session; null if the session continues. */
  refusal?(command: Command, query: URLSearchParams): Refusal | null;
  /** Returns how the session ends at one of its limits. */
  limit?(refusal: Refusal, query: URLSearchParams): Refusal;
  /** Returns what is sent instead of a message. */
  message?(message: SentMessage, query: URLSearchParams): object[];
}

/** A message before a test changes it. */
export interface SentMessage {
  type: string;
  [field: string]: unknown;
}
