import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { WebSocket } from 'ws';
import { reachableBytes } from './heap.ts';
import { insert, HostileService } from './hostile-service.ts';
import { frame, type Frame } from './server-frames.ts';
import { WatchedListening } from './watched-listener.ts';

/** A run takes some hundred milliseconds; the longest timer of a session, 10 s. */
const hangMs = 20_000;
/**
 * A listening controller that reconnects automatically does so within this time, or is started again.
 */
const reconnectMs = 50;
const framesAtOnce = 200;
const runsPerSeed = 10;

/** What was done, and how much memory was reachable after the first tenth of it and at its end. */
export interface ListeningFigures {
  messages: number;
  sessions: number;
  turns: number;
  problems: number;
  earlyBytes: number;
  lateBytes: number;
}

/**
 * Plays mutated messages to real listening controllers over real sockets, one after the other, until
 * there were `messages`. After each run a listening controller must still show a turn, and close
 * everything.
 *
 * @param seed of the first runs; the following ones have the seeds after it
 * @throws fast-check's error, with the seed and the shortest run that shows what is wrong
 */
export async function fuzzListener(messages: number, seed: number): Promise<ListeningFigures> {
  const service = await HostileService.start();
  const crash = watchForCrash();
  const figures = { messages: 0, turns: 0, problems: 0, earlyBytes: 0, lateBytes: 0 };
  const runs = fc.array(frame, { minLength: 1, maxLength: framesAtOnce, size: 'max' });
  const property = fc.asyncProperty(runs, fc.nat(3), async (frames, beforeBegin) => {
    const listeningController = new WatchedListening(service.url);
    await within(
      hangMs,
      Promise.race([play(service, listeningController, frames, beforeBegin), crash.next()]),
    );
    figures.messages += frames.length;
    figures.turns += listeningController.turns;
    figures.problems += listeningController.problems;
    const wrongs = [...listeningController.wrongs, ...service.wrongs.splice(0)];
    if ('isPolluted' in {}) wrongs.push('the prototype of every object was changed');
    if (wrongs.length > 0) throw new Error(wrongs.join('\n'));
  });
  try {
    for (let next = seed; figures.messages < messages; next++) {
      await fc.assert(property, { seed: next, numRuns: runsPerSeed });
      if (figures.earlyBytes === 0 && figures.messages >= messages / 10)
        figures.earlyBytes = await settledBytes();
    }
    figures.lateBytes = await settledBytes();
  } finally {
    crash.stop();
    await service.close();
  }
  return { ...figures, sessions: service.sessions };
}

/** A connection that was closed is let go of within a second. */
const settleMs = 1_500;

async function settledBytes(): Promise<number> {
  await sleep(settleMs);
  return reachableBytes();
}

/** One listening controller hears all frames, over as many sessions as they end; then it must still work. */
async function play(
  service: HostileService,
  listeningController: WatchedListening,
  frames: Frame[],
  beforeBegin: number,
): Promise<void> {
  let session: WebSocket | null = null;
  let heard = 0;
  for (const next of frames) {
    if (session === null) {
      session = await open(service, listeningController);
      heard = 0;
    }
    const all = heard === beforeBegin ? [begin, next] : [next];
    for (const one of all) if (session !== null && !(await insert(session, one))) session = null;
    heard += 1;
  }
  await listeningController.end();
  // On a busy machine the session may be one that was given up while it was opened.
  while (!(await insertAll(await open(service, listeningController), [begin, lastTurn])));
  await listeningController.shows(lastWords);
  await listeningController.end();
}

const begin: Frame = { type: 'text', text: '{"type":"Begin","id":"fuzz","expires_at":2000000000}' };
const lastWords = 'It still works.';
const lastTurn: Frame = {
  type: 'text',
  text: JSON.stringify({
    ...{ type: 'Turn', turn_order: 0, end_of_turn: true, transcript: lastWords, words: [] },
  }),
};

async function insertAll(session: WebSocket, frames: Frame[]): Promise<boolean> {
  for (const one of frames) if (!(await insert(session, one))) return false;
  return true;
}

/** The session that the listening controller opens for its retry, or else for a new start. */
async function open(
  service: HostileService,
  listeningController: WatchedListening,
): Promise<WebSocket> {
  listeningController.start();
  const session = service.session();
  const first = await Promise.race([session, sleep(reconnectMs, null)]);
  if (first !== null) return first;
  await listeningController.end();
  listeningController.start();
  return session;
}

/** Makes of an exception that nobody caught a failure of the run it came up in. */
function watchForCrash(): { next: () => Promise<never>; stop: () => void } {
  let current = Promise.withResolvers<never>();
  const fail = (error: unknown): void => current.reject(error);
  process.on('uncaughtException', fail).on('unhandledRejection', fail);
  return {
    next: () => {
      current = Promise.withResolvers();
      return current.promise;
    },
    stop: () => process.off('uncaughtException', fail).off('unhandledRejection', fail),
  };
}

/** @throws where the work takes longer than that */
async function within(timeoutMs: number, work: Promise<void>): Promise<void> {
  const timer = new AbortController();
  const late = sleep(timeoutMs, null, { signal: timer.signal }).then(() => {
    throw new Error(`nothing happened for ${timeoutMs} ms`);
  });
  late.catch(() => undefined);
  try {
    await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
}
