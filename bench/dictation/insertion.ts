import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorker } from '../../electron/main/insertion/x11/worker.fixture.ts';
import { InsertionThread } from '../../electron/main/insertion/thread/insertion-thread.ts';
import type { startProgram } from '../../tools/desktop-harness/targets.ts';
import { nowMs } from '../clock.ts';
import { percentilesOf } from '../percentiles.ts';
import { ownRow, type Row } from '../table.ts';
import { until } from '../until.ts';

type Target = Awaited<ReturnType<typeof startProgram>>;

/** People wait at least this long after a text before they dictate again. */
const pauseMs = 300;

/**
 * Measures insertion alone: CaptionKey's, and that of a script, which neither checks the focus nor
 * restores the clipboard.
 *
 * @param target has the focus on the display
 */
export async function measureInsertion(
  display: string,
  target: Target,
  insertions: number,
): Promise<Row[]> {
  const insertion = new InsertionThread(() => startWorker(display));
  const keySentMs: number[] = [];
  const textReadMs: number[] = [];
  const insert = async (text: string): Promise<void> => {
    const outcome = await insertion.insert(text, await insertion.focused());
    if (outcome.type !== 'inserted') throw new Error(`An insertion ended as ${outcome.type}.`);
    keySentMs.push(outcome.times.keySentMs);
    textReadMs.push(outcome.times.textReadMs);
  };
  const ours = await timesInTarget(target, insertions, 'ours', insert);
  await insertion.dispose();
  const script = await timesInTarget(target, insertions, 'script', async (text) => {
    const env = { ...process.env, DISPLAY: display };
    await once(spawn(join(import.meta.dirname, '../peers/paste.sh'), [text], { env }), 'exit');
  });
  return [
    {
      what: 'text handed over → text in the target, without Electron',
      figures: { captionkey: percentilesOf(ours), script: percentilesOf(script) },
      budget: null,
    },
    ownRow('text handed over → paste key sent, without Electron', null, keySentMs),
    ownRow('text handed over → text read by the target, without Electron', null, textReadMs),
  ];
}

async function timesInTarget(
  { texts }: Target,
  count: number,
  name: string,
  insert: (text: string) => Promise<void>,
): Promise<number[]> {
  const timesMs: number[] = [];
  for (let n = 0; n < count; n++) {
    const text = `${name}, the ${n}th text. `;
    const handedOverAtMs = nowMs();
    const inserted = insert(text);
    await until('the text', () => texts.at(-1)?.endsWith(text) ?? false);
    timesMs.push(nowMs() - handedOverAtMs);
    await inserted;
    await sleep(pauseMs);
  }
  return timesMs;
}
