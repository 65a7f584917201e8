import { setTimeout as sleep } from 'node:timers/promises';
import { nowMs } from './clock.ts';
import { mark } from './marks.ts';
import { clients, startClient, type Client, type ClientName } from './peers/client.ts';
import { percentilesOf } from './percentiles.ts';
import { costOfTree } from './process-tree.ts';
import { startStampingService, type Arrival, type StampingService } from './stamping-service.ts';
import type { Row } from './table.ts';
import { until } from './until.ts';
import { openVenue, type Venue } from './venue.ts';

/** How much to measure for each client. */
export interface StreamingEffort {
  launches: number;
  /** How long each client streams. */
  streamMs: number;
}

/** Until a new client runs evenly. */
const settleMs = 2_000;
/** Longer than any sound takes to the service. */
const arrivalMs = 600;

interface Streamed {
  launchMs: number[];
  wireMs: number[];
  turnMs: number[];
  cpuSecondsPerMinute: number;
  megabytes: number;
}

/**
 * Measures CaptionKey and its peers, one after the other, each in new processes. All use the same
 * microphone and the same service, over TLS because the SDK requires it.
 */
export async function measureStreaming(effort: StreamingEffort): Promise<Row[]> {
  const service = await startStampingService();
  const venue = await openVenue(service.baseUrl, 'bench');
  const measured = new Map<ClientName, Streamed>();
  for (const name of clients) measured.set(name, await stream(name, venue, service, effort));
  const floor = await stream('bare-naudiodon', venue, service, { ...effort, launches: 1 });
  await venue.close();
  service.stop();

  const row = (
    what: string,
    budget: number | null,
    figureOf: (streamed: Streamed) => Row['figures'][ClientName],
  ): Row => ({
    what,
    budget,
    figures: Object.fromEntries([...measured].map(([name, one]) => [name, figureOf(one)])),
  });
  return [
    row('process started, without Electron → first sound at the service', null, ({ launchMs }) =>
      percentilesOf(launchMs),
    ),
    row('mark in the virtual microphone → mark at the service', null, ({ wireMs }) =>
      percentilesOf(wireMs),
    ),
    row('Turn sent by the service → in the transcript, without windows', 33, ({ turnMs }) =>
      percentilesOf(turnMs),
    ),
    withFloor(
      row('CPU seconds per minute of sound: capture and main, no windows', 1.3, (streamed) => {
        return streamed.cpuSecondsPerMinute;
      }),
      floor.cpuSecondsPerMinute,
    ),
    row('peak memory in MB, all processes, without Electron', null, ({ megabytes }) => megabytes),
  ];
}

/** Adds the floor's CPU time only, because its other figures mean nothing. */
const withFloor = (row: Row, cpuSecondsPerMinute: number): Row => ({
  ...row,
  figures: { ...row.figures, 'bare-naudiodon': cpuSecondsPerMinute },
});

async function stream(
  name: ClientName,
  { env, microphone }: Venue,
  { arrivals }: StampingService,
  { launches, streamMs }: StreamingEffort,
): Promise<Streamed> {
  const launch = async (): Promise<Client> => {
    arrivals.length = 0;
    const client = startClient(name, env);
    await until(`sound of ${name}`, () => arrivals.some(isSound));
    launchMs.push((arrivals.find(isSound)?.atMs ?? NaN) - client.launchedAtMs);
    return client;
  };
  const launchMs: number[] = [];
  while (launchMs.length < launches - 1) await (await launch()).stop();
  const client = await launch();
  await sleep(settleMs);

  const before = await costOfTree(client.pid);
  const fromMs = nowMs();
  const markedAtMs: number[] = [];
  let { megabytes } = before;
  do {
    markedAtMs.push(await microphone.play(mark));
    await sleep(150 + Math.random() * 200);
    megabytes = Math.max(megabytes, (await costOfTree(client.pid)).megabytes);
  } while (nowMs() < fromMs + streamMs);
  const { cpuSeconds } = await costOfTree(client.pid);
  const minutes = (nowMs() - fromMs) / 60_000;
  const isMark = ({ kind }: Arrival): boolean => kind === 'mark';
  await until('every mark', () => arrivals.filter(isMark).length >= markedAtMs.length);
  // A repeated mark would arrive in this time.
  await sleep(arrivalMs);
  await client.stop();

  return {
    launchMs,
    wireMs: marksOf(arrivals, markedAtMs.length).map((atMs, n) => atMs - (markedAtMs[n] ?? NaN)),
    turnMs: turnDelays(arrivals, client),
    cpuSecondsPerMinute: (cpuSeconds - before.cpuSeconds) / minutes,
    megabytes,
  };
}

const isSound = ({ kind }: Arrival): boolean => kind === 'audio';

/** @throws if a client lost sound, because marks can then not be matched */
function marksOf(arrivals: Arrival[], count: number): number[] {
  const found = arrivals.filter(({ kind }) => kind === 'mark').map(({ atMs }) => atMs);
  if (found.length !== count) throw new Error(`Of ${count} marks ${found.length} arrived.`);
  return found;
}

function turnDelays(arrivals: Arrival[], { turns }: Client): number[] {
  const sentAtMs = new Map(
    arrivals.flatMap((arrival) => (arrival.kind === 'turn' ? [[arrival.text, arrival.atMs]] : [])),
  );
  return turns.flatMap(({ text, atMs }) => {
    const sent = sentAtMs.get(text);
    // A client can report a turn that the service did not send, such as a withdrawn partial.
    return sent === undefined ? [] : [atMs - sent];
  });
}
