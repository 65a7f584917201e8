import { cpus } from 'node:os';
import { measureMainJob, type Row } from './main-job.ts';
import { measureStore } from './store.ts';

const milliseconds = (value: number): string => value.toFixed(1).padStart(6);

function line({ from, to, budgetMs, measured: { p50, p95, p99, count } }: Row): string {
  const verdict = p95 <= budgetMs ? 'met' : 'NOT MET';
  const figures = [p50, p95, p99].map(milliseconds).join(' | ');
  return `| ${`${from} → ${to}`.padEnd(52)} | ${figures} | ${milliseconds(budgetMs)} | ${verdict.padEnd(7)} | ${String(count).padStart(6)} |`;
}

console.log(
  `Milliseconds on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}.`,
);
console.log(`| ${'from → to'.padEnd(52)} |    p50 |    p95 |    p99 | budget | p95 is  |  count |`);
console.log(`|${'-'.repeat(54)}|-------:|-------:|-------:|-------:|---------|-------:|`);
for (const row of await measureMainJob({ rounds: 8, endpointsPerRound: 8 })) console.log(line(row));
for (const row of await measureStore({ turns: 100_000 })) console.log(line(row));
process.exit(0);
