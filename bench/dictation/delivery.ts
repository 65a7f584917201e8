import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorker } from '../../electron/main/delivery/x11/worker.fixture.ts';
import { X11Thread } from '../../electron/main/delivery/x11/x11-thread.ts';
import type { startProgram } from '../../tools/desktop-harness/targets.ts';
import { nowMs } from '../clock.ts';
import { percentilesOf } from '../percentiles.ts';
import { ownRow, type Row } from '../table.ts';
import { until } from '../until.ts';

type Target = Awaited<ReturnType<typeof startProgram>>;

/** People do not dictate sooner than this after a text is there. */
const pauseMs = 300;

/**
 * Measures what brings a text to the cursor, by itself: ours, and what a script would do, which
 * neither looks where the focus is nor puts the clipboard back.
 *
 * @param target has the focus on the display
 */
export async function measureDelivery(
  display: string,
  target: Target,
  deliveries: number,
): Promise<Row[]> {
  const delivery = new X11Thread(startWorker, display);
  const keySentMs: number[] = [];
  const textReadMs: number[] = [];
  const deliver = async (text: string): Promise<void> => {
    const outcome = await delivery.deliver(text, await delivery.focused());
    if (outcome.type !== 'delivered') throw new Error(`Of ours one was ${outcome.type}.`);
    keySentMs.push(outcome.times.keySentMs);
    textReadMs.push(outcome.times.textReadMs);
  };
  const ours = await timesInTarget(target, deliveries, 'ours', deliver);
  await delivery.dispose();
  const script = await timesInTarget(target, deliveries, 'script', async (text) => {
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
  deliver: (text: string) => Promise<void>,
): Promise<number[]> {
  const timesMs: number[] = [];
  for (let n = 0; n < count; n++) {
    const text = `${name}, the ${n}th text. `;
    const handedOverAtMs = nowMs();
    const delivered = deliver(text);
    await until('the text', () => texts.at(-1)?.endsWith(text) ?? false);
    timesMs.push(nowMs() - handedOverAtMs);
    await delivered;
    await sleep(pauseMs);
  }
  return timesMs;
}
