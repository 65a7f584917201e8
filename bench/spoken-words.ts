import { Worker } from 'node:worker_threads';
import type { Result } from '#shared/result.ts';
import type { StartStoreWorker } from '../electron/main/store/store.ts';
import { nowMs } from './clock.ts';

/** Starts the store's thread from its source. */
export const startWorker: StartStoreWorker = (workerData) =>
  new Worker(new URL('../electron/main/store/worker.ts', import.meta.url), { workerData, env: {} });

/** Words by how often they are said, as in any language: the n-th 1/n as often as the first. */
const vocabulary = Array.from({ length: 20_000 }, (_, rank) => `w${(rank * 7_919).toString(36)}`);

/** What is typed letter by letter: words that are said often and words that are said rarely. */
export const typedWords = (): string[] =>
  Array.from({ length: 40 }, (_, rank) => vocabulary[rank ** 2] ?? '').flatMap((word) =>
    Array.from(word, (_, letter) => word.slice(0, letter + 1)),
  );

/** How long a call of the store takes, in milliseconds. @throws where it failed */
export async function timed(call: () => Promise<Result<unknown>>): Promise<number> {
  const fromMs = nowMs();
  await value(call());
  return nowMs() - fromMs;
}

/** What a call of the store answers. @throws where it failed */
export async function value<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(result.problem.sentence);
  return result.value;
}

/** Says twelve words at a time, the same ones in every run. */
export function speaker(): () => string {
  let seed = 1;
  const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const word = (): string =>
    vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? vocabulary[0] ?? '';
  return () => Array.from({ length: 12 }, word).join(' ');
}
