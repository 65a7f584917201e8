import { setTimeout as sleep } from 'node:timers/promises';
import { startDemoServer } from '../electron/demo-server/server.ts';
import { between, recording, sentences } from '../test/support/recording.ts';
import { validKey } from '../test/support/service.ts';
import { clients, startClient, type ReportedTurn } from './peers/client.ts';
import type { Row } from './table.ts';
import { until } from './until.ts';
import { openVenue } from './venue.ts';

/** Until every client streams, so that only the drop can lose sound. */
const settleMs = 3_000;
/** Long enough for the silence to end the last turn. */
const silenceMs = 3_000;

/** How much is spoken, and when the connections break. */
export interface DropEffort {
  /** How many of the recording's turns. */
  turns: number;
  dropAfterMs: number;
}

/**
 * Counts missing and doubled words in the transcripts of CaptionKey and its peers. All of them record
 * the same sound and lose their connection in the middle of it.
 */
export async function measureDrop({ turns, dropAfterMs }: DropEffort): Promise<Row[]> {
  const endMs = recording.turns[turns - 1]?.words.at(-1)?.endMs ?? 0;
  let sessions = 0;
  const service = await startDemoServer({
    key: validKey,
    recording,
    onSession: () => (sessions += 1),
  });
  const venue = await openVenue(service.url, validKey);
  const running = clients.map((name) => ({ name, client: startClient(name, venue.env) }));
  await until('a session of each client', () => sessions === clients.length);
  await sleep(settleMs);
  const played = venue.microphone.play(between(0, endMs));
  await sleep(dropAfterMs);
  venue.front.cut();
  await played;
  await sleep(silenceMs);
  await Promise.all(running.map(({ client }) => client.stop()));
  await venue.close();
  await service.close();

  const said = wordsIn(sentences.slice(0, turns).join(' '));
  const results = running.map(({ name, client }) => {
    const shown = wordsIn(textOf(client.turns));
    const kept = commonLength(said, shown);
    return { name, lost: said.length - kept, extra: shown.length - kept };
  });
  const row = (what: string, count: 'lost' | 'extra'): Row => ({
    what: `socket dropped after ${dropAfterMs / 1_000} s: words ${what}, of ${said.length}`,
    budget: 0,
    figures: Object.fromEntries(results.map((result) => [result.name, result[count]])),
  });
  return [row('lost', 'lost'), row('doubled or wrong', 'extra')];
}

/** The newest state of every turn. */
function textOf(turns: ReportedTurn[]): string {
  const byOrder = new Map(turns.map(({ order, text }) => [order, text]));
  return [...byOrder]
    .sort(([a], [b]) => a - b)
    .map(([, text]) => text)
    .join(' ');
}

/** Words without case and punctuation, in which partials and finals differ. */
const wordsIn = (text: string): string[] => text.toLowerCase().match(/[a-z']+/g) ?? [];

/** The length of the longest common subsequence of words. */
function commonLength(one: string[], other: string[]): number {
  let best = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    const next = [0];
    for (const [index, candidate] of other.entries())
      next.push(
        word === candidate
          ? (best[index] ?? 0) + 1
          : Math.max(next[index] ?? 0, best[index + 1] ?? 0),
      );
    best = next;
  }
  return best.at(-1) ?? 0;
}
