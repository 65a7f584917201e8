import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import * as v from 'valibot';
import { nowMs } from '../clock.ts';

const framesSchema = v.array(
  v.object({
    /** What the captions say of the microphone and the line, or of a dictation. */
    status: v.string(),
    /** The newest words. */
    words: v.string(),
    /** When the page was done with painting it. */
    atMs: v.number(),
  }),
);

/** A frame of the captions that shows something else than the one before. */
export type Frame = v.InferOutput<typeof framesSchema>[number];

/** What is painted in a page, by our clock. */
export interface Painted {
  /** The frames since this was last asked. */
  frames(): Promise<Frame[]>;
}

/** The clocks tick alike, so only the shortest of many calls tells how far they are apart. */
const comparisons = 50;

/** Watches the captions from now on. Compositor and X server come later, and are not in its times. */
export async function watchPainting(page: Page): Promise<Painted> {
  const apartMs = await clocksApart(page);
  await page.evaluate(await readFile(join(import.meta.dirname, 'painted-page.js'), 'utf8'));
  return {
    frames: async () => {
      const told = await page.evaluate('globalThis.paintedFrames.splice(0)');
      return v.parse(framesSchema, told).map((frame) => ({ ...frame, atMs: frame.atMs + apartMs }));
    },
  };
}

/** Our clock less the page's: half of a call is before the page looks at its own. */
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
