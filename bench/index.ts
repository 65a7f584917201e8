import { parseArgs } from 'node:util';
import { measureAppCost } from './app/app-cost.ts';
import { measureAppStart } from './app/app-start.ts';
import { measureWorkDay } from './app/work-day.ts';
import { measureCalm } from './calm/calm.ts';
import { measureDictation } from './dictation/dictation.ts';
import { measureDrop } from './drop.ts';
import { measureHistory } from './history.ts';
import { measureMainJob } from './main-job.ts';
import { measureStore } from './store.ts';
import { measureStreaming } from './streaming.ts';
import { tableOf, type Row } from './table.ts';
import { measureThreeHours } from './three-hours.ts';

/* `npm run bench [-- NAME…] [--json]`: runs all parts or the named ones, and prints a Markdown table. */

const parts: Record<string, () => Promise<Row[]> | Row[]> = {
  'main-job': () => measureMainJob({ rounds: 8, endpointsPerRound: 8 }),
  dictation: () => measureDictation({ rounds: 60, insertions: 60 }),
  cpu: () => measureAppCost({ idleMs: 60_000, speakingMs: 60_000, settleMs: 15_000 }),
  start: () => measureAppStart({ launches: 10 }),
  streaming: () => measureStreaming({ launches: 10, streamMs: 30_000 }),
  drop: () => measureDrop({ turns: 4, dropAfterMs: 3_000 }),
  'three-hours': () => measureThreeHours({ hours: 3 }),
  store: () => measureStore({ turns: 100_000 }),
  'work-day': () => measureWorkDay({ lengthMs: 60 * 60_000, captionsMs: 60_000, pauseMs: 60_000 }),
  calm: () => measureCalm({ turns: 20 }),
  history: () => measureHistory({ entries: 100_000 }),
};

/** Parts that are run only if they are named. */
const hourLong = new Set(['work-day']);

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.find((name) => parts[name] === undefined);
if (unknown !== undefined) {
  console.error(`There is no part “${unknown}”. Name some of: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}

const rows: Row[] = [];
for (const [name, measure] of Object.entries(parts)) {
  const isWanted = positionals.length > 0 ? positionals.includes(name) : !hourLong.has(name);
  if (!isWanted) continue;
  console.error(`Measuring ${name}…`);
  rows.push(...(await measure()));
}
console.log(values.json ? JSON.stringify(rows, null, 2) : tableOf(rows));
process.exit(0);
