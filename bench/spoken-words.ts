import { Worker } from 'node:worker_threads';
import { sentenceOf } from '#shared/messages/index.ts';
import type { Result } from '#shared/result.ts';
import type { StartStoreWorker } from '../electron/main/storage/database/store-thread.ts';
import { nowMs } from './clock.ts';

/** Starts the store's thread from its source. */
export const startWorker: StartStoreWorker = (workerData) =>
  new Worker(new URL('../electron/main/storage/database/worker.ts', import.meta.url), {
    workerData,
    env: {},
  });

/** Words by frequency. As in any language, the n-th is 1/n as frequent as the first. */
const vocabulary = Array.from({ length: 20_000 }, (_, rank) => `w${(rank * 7_919).toString(36)}`);

/** Sentences in scripts without spaces or with marks, and with signs that people type differently. */
const otherScripts = [
  '数据库迁移完成，明天继续测试',
  '東京タワーに行きました',
  'ไปเที่ยวกรุงเทพมหานครกับเพื่อน',
  'ذهبتُ إلى المدرسةِ أمس',
  'Die Größe der Straße, naïve Idee, cafe\u0301',
  'I don’t write Ｃ++ or 3.5e-7',
];

/** Typed parts of these sentences, and some that match nothing. */
const otherTyped = [
  ...['迁', '迁移', '据库迁', '京', 'タワ', 'ワーに', 'ท', 'กรุ', 'เพื่อน', 'م', 'مدر', 'ذهبت'],
  ...[
    'naive',
    'CAFÉ',
    'grosse',
    "don't",
    'c++',
    '5e-7',
    'ＤＯＮ',
    '龘',
    'zz',
    'zzz',
    '1 2 3',
    '1a 2b',
  ],
];

/** Frequent and rare words, typed letter by letter. */
export const typedWords = (): string[] => [
  ...Array.from({ length: 40 }, (_, rank) => vocabulary[rank ** 2] ?? '').flatMap((word) => [
    ...Array.from(word, (_, letter) => word.slice(0, letter + 1)),
    word.slice(1),
  ]),
  ...otherTyped,
];

/** How long a call of the store takes, in milliseconds. @throws if it fails */
export async function timed(call: () => Promise<Result<unknown>>): Promise<number> {
  const fromMs = nowMs();
  await value(call());
  return nowMs() - fromMs;
}

/** The value that a call of the store returns. @throws if it fails */
export async function value<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(sentenceOf(result.problem));
  return result.value;
}

/** Returns twelve words per call, equal in every run; in every eighth call in another script. */
export function speaker(): () => string {
  let seed = 1;
  const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const word = (): string =>
    vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? vocabulary[0] ?? '';
  const twelve = (): string => Array.from({ length: 12 }, word).join(' ');
  let said = 0;
  return () => {
    const other = otherScripts[(said / 8) % otherScripts.length];
    said += 1;
    return other === undefined ? twelve() : `${other} ${word()}`;
  };
}
