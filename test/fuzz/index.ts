import { buildWhenStale } from '../../tools/start/build.ts';
import { say } from '../../tools/start/say.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { fuzzIpc } from './fuzz-ipc.ts';
import { fuzzListener } from './fuzz-listener.ts';

/* `npm run fuzz [-- SEED]`: 100,000 mutated messages of the service and 100,000 calls that no
   window makes, with figures. The seed makes the same messages and calls again. */

const messages = 100_000;
const calls = 100_000;
/** Reachable memory at the end may exceed that after a tenth of the work by this. */
const growthLimitMb = 10;

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

interface Memory {
  earlyBytes: number;
  lateBytes: number;
}

/** Does a part of the work and tells about it on standard output. */
async function run<T extends Memory>(
  work: () => Promise<T>,
  describe: (figures: T) => string,
): Promise<void> {
  const startedAtMs = performance.now();
  const figures = await work();
  const seconds = Math.round((performance.now() - startedAtMs) / 1_000);
  const { earlyBytes, lateBytes } = figures;
  const memory = `memory ${megabytes(earlyBytes)} → ${megabytes(lateBytes)} MB`;
  console.log(`${describe(figures)}; ${memory}; ${seconds} s`);
  if (lateBytes - earlyBytes > growthLimitMb * 1e6)
    throw new Error(`The memory grew by more than ${growthLimitMb} MB.`);
}

async function inApp<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
  buildWhenStale();
  const desk = await startDesk();
  try {
    return await work(desk);
  } finally {
    await desk.stop();
  }
}

const seed = Number(process.argv[2] ?? Math.floor(Math.random() * 2 ** 31));
say(`the seed is ${seed}; “npm run fuzz -- ${seed}” does the same again.`);
await run(
  () => fuzzListener(messages, seed),
  (figures) =>
    `${figures.messages} messages in ${figures.sessions} sessions: no crash, no hang, ` +
    `${figures.turns} turns shown, ${figures.problems} problems named`,
);
await run(
  () => inApp((desk) => fuzzIpc(desk, calls, seed)),
  ({ calls: made, answers }) =>
    `${made} calls: none handled, nothing changed, ` +
    Object.entries(answers)
      .map(([answer, times]) => `${times} ${answer}`)
      .join(', '),
);
