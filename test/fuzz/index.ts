import { say } from '../../tools/start/say.ts';
import { fuzzListener } from './fuzz-listener.ts';

/* `npm run fuzz [-- SEED]`: 100,000 mutated messages of the service, with figures. A failure is
   fast-check's, with the shortest run that shows it; the seed makes the same messages again. */

const messages = 100_000;
/** Reachable memory at the end may exceed that after a tenth of the work by this. */
const growthLimitMb = 10;

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

const seed = Number(process.argv[2] ?? Math.floor(Math.random() * 2 ** 31));
say(`the seed is ${seed}; “npm run fuzz -- ${seed}” does the same again.`);

function report(what: string, startedAtMs: number, memory: { early: number; late: number }): void {
  const seconds = Math.round((performance.now() - startedAtMs) / 1_000);
  const { early, late } = memory;
  console.log(`${what} in ${seconds} s; memory ${megabytes(early)} → ${megabytes(late)} MB`);
  if (late - early <= growthLimitMb * 1e6) return;
  console.error(`The memory grew by more than ${growthLimitMb} MB.`);
  process.exitCode = 1;
}

const startedAtMs = performance.now();
const listener = await fuzzListener(messages, seed);
report(
  `${listener.messages} messages in ${listener.sessions} sessions: no crash, no hang, ` +
    `${listener.turns} turns shown, ${listener.problems} problems named`,
  startedAtMs,
  { early: listener.earlyBytes, late: listener.lateBytes },
);
