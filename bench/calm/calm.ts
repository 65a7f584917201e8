import { chromium, type Page } from 'playwright';
import * as v from 'valibot';
import type { Turn } from '#shared/turn.ts';
import type { Measured, Row } from '../table.ts';
import { percentilesOf } from '../percentiles.ts';
import { unaskedMoves, type Drawn } from './moves.ts';
import { openCaptions, openPeer } from './pages.ts';
import { streams, type Stream } from './streams.ts';

const lookSchema = v.object({
  turns: v.array(
    v.array(v.object({ text: v.string(), x: v.number(), line: v.number(), isSeen: v.boolean() })),
  ),
  tookMs: v.number(),
});

const pages = { captionkey: openCaptions, 'centred-page': openPeer } as const;

/**
 * Measures how calm the captions are in a real page: the characters that a reader saw and that were erased or
 * moved, beyond what the service revised, per committed word; and the time until a word is drawn.
 *
 * @param turns of each stream, of 14 words
 */
export async function measureCalm({ turns }: { turns: number }): Promise<Row[]> {
  const browser = await chromium.launch({
    executablePath: process.env.CAPTIONKEY_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const rows: Row[] = [];
    const drawnMs: Partial<Record<Measured, number[]>> = {};
    for (const stream of streams(turns)) {
      const figures: Row['figures'] = {};
      for (const client of ['captionkey', 'centred-page'] as const) {
        const page = await pages[client](browser);
        const { moved, tookMs } = await read(page, stream);
        figures[client] = moved;
        drawnMs[client] = [...(drawnMs[client] ?? []), ...tookMs];
        await page.close();
      }
      const budget = 0.1;
      rows.push({ what: `${stream.name}: characters erased or moved, per word`, figures, budget });
    }
    const figures: Row['figures'] = {};
    for (const client of ['captionkey', 'centred-page'] as const)
      figures[client] = percentilesOf(drawnMs[client] ?? []);
    return [...rows, { what: 'a patch arrives → two frames later', figures, budget: null }];
  } finally {
    await browser.close();
  }
}

async function read(page: Page, { turns }: Stream): Promise<{ moved: number; tookMs: number[] }> {
  const texts = new Map<number, string>();
  const tookMs: number[] = [];
  let moved = 0;
  let before: Drawn = new Map();
  for (const turn of turns) {
    const textBefore = texts.get(turn.id) ?? '';
    texts.set(turn.id, turn.text);
    const look = await show(page, turn);
    tookMs.push(look.tookMs);
    const after = byTurn(look.turns, [...texts.keys()]);
    moved += unaskedMoves(before, after, turn, textBefore);
    before = after;
  }
  const words = [...texts.values()].flatMap((text) => text.split(' ')).length;
  return { moved: moved / words, tookMs };
}

async function show(page: Page, turn: Turn): Promise<v.InferOutput<typeof lookSchema>> {
  const patch = JSON.stringify({ turns: [turn] });
  return v.parse(lookSchema, await page.evaluate(`globalThis.showAndLook(${patch})`));
}

/** The page lets go of the oldest turns. */
function byTurn(drawn: v.InferOutput<typeof lookSchema>['turns'], ids: number[]): Drawn {
  const shown = ids.slice(-drawn.length);
  return new Map(shown.map((id, index) => [id, drawn[index] ?? []]));
}
