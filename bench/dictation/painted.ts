import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import * as v from 'valibot';
import { nowMs } from '../clock.ts';

const framesSchema = v.array(
  v.object({
    /** The status text of the captions. */
    status: v.string(),
    /** The newest words. */
    words: v.string(),
    /** When the page had painted the frame. */
    atMs: v.number(),
  }),
);

/** A frame of the captions that differs from the previous one. */
export type Frame = v.InferOutput<typeof framesSchema>[number];

/** The frames painted in a page, by the bench's clock. */
export interface Painted {
  /** The frames since the last call. */
  frames(): Promise<Frame[]>;
}

/** The clocks run at the same speed. The shortest of many calls gives the best offset. */
const comparisons = 50;

/** Watches the captions from now on. Its times do not include the compositor and the X server. */
export async function watchPainting(page: Page): Promise<Painted> {
  const apartMs = await clocksApart(page);
  await page.evaluate(await readFile(join(import.meta.dirname, 'painted-page.js'), 'utf8'));
  return {
    frames: async () => {
      const painted = await page.evaluate('globalThis.paintedFrames.splice(0)');
      return v
        .parse(framesSchema, painted)
        .map((frame) => ({ ...frame, atMs: frame.atMs + apartMs }));
    },
  };
}

/** The bench's clock minus the page's. The page is assumed to read its clock in the middle of a call. */
async function clocksApart(page: Page): Promise<number> {
  let shortestMs = Infinity;
  let apartMs = 0;
  for (let count = 0; count < comparisons; count++) {
    const askedAtMs = nowMs();
    const theirsMs = v.parse(v.number(), await page.evaluate('performance.now()'));
    const tookMs = nowMs() - askedAtMs;
    if (tookMs >= shortestMs) continue;
    shortestMs = tookMs;
    apartMs = askedAtMs + tookMs / 2 - theirsMs;
  }
  return apartMs;
}
