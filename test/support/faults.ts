/** Faults between a client and the service, for tests to choose from. */
import * as v from 'valibot';

/** The point of a connection at which a fault begins. Counts are from 1, the default. */
type Point =
  /** When the client sends that audio frame. */
  | { at: 'frame'; count: number }
  /** When the client sends that control message. */
  | { at: 'command'; type: string; count?: number }
  /** When the server sends that message. */
  | { at: 'message'; type: string; count?: number };

export type Action =
  /** Cuts the connection without a close; what was sent at this point does not arrive. */
  | { do: 'drop' }
  /** Keeps the connection, but nothing is read or sent any more, no pings and closes either. */
  | { do: 'stall' }
  /** Holds back for so long what was sent at this point and all that the server sends after it. */
  | { do: 'delay'; delayMs: number }
  /** Sends this to the client as it is, malformed or huge, before what was sent at this point. */
  | { do: 'inject'; data: string | Uint8Array }
  /** Sends an Error and closes with the same code; what was sent at this point does not arrive. */
  | { do: 'error'; code: number; error: string }
  /** Moves the times of all words from here on, as the service gets them wrong. */
  | { do: 'shift-words'; startEarlierMs: number; endLaterMs: number };

/** Never answers the upgrade, or cuts the connection instead. */
export type UpgradeFault = { at: 'upgrade'; do: 'drop' | 'stall' };

export type LinkFault = Point & Action;

export type Fault = (UpgradeFault | LinkFault) & {
  /** The connection with the fault, from 0. By default the first, so that the next one works. */
  connection?: number;
};

/** The least favourable word times that the service was seen to send. */
export const worstWordTimes = {
  do: 'shift-words',
  startEarlierMs: 1_000,
  endLaterMs: 240,
} as const satisfies Action;

const turnSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.looseObject({
    type: v.literal('Turn'),
    words: v.array(v.looseObject({ start: v.number(), end: v.number() })),
  }),
);

/** A message of the server with moved words. Messages other than turns stay. */
export function shiftWords(
  message: string,
  { startEarlierMs, endLaterMs }: { startEarlierMs: number; endLaterMs: number },
): string {
  const turn = v.safeParse(turnSchema, message);
  if (!turn.success) return message;
  const words = turn.output.words.map((word) => ({
    ...word,
    start: Math.max(0, word.start - startEarlierMs),
    end: word.end + endLaterMs,
  }));
  return JSON.stringify({ ...turn.output, words });
}
