import { sessionUrl } from '#core/assemblyai/address.ts';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { tuning } from '#core/tuning.ts';
import { failureSeen, LiveSession, speak, waitForNothing, type Service } from './live-session.ts';
import { seconds, type Check, type Row } from './row.ts';
import { matched, type Match } from './words.ts';

/** In the silence after the first sentence of the recording. */
const gapAtMs = 3_200;
/** How long nothing is sent. */
const gapMs = 2_000;
/** Fewer recognised words are not enough to judge times. */
const leastShare = 0.5;

/** Compares the service's word times with those of the recording. */
export const times: Check = { name: 'times', openSeconds: 20, run: checkTimes };

async function checkTimes(service: Service): Promise<Row[]> {
  const { recording, patience } = service;
  const session = new LiveSession(sessionUrl(service.baseUrl, plainParameters), service.key);
  try {
    await session.message('Begin', tuning.connectTimeoutMs * patience);
    await speak(session, service, 0, gapAtMs);
    const bySilence = await session.message('Turn', 2_000 * patience, (turn) => turn.end_of_turn);
    await waitForNothing(service, gapMs);
    await speak(session, service, gapAtMs, recording.pcm.length / 16);
    session.send({ type: 'Terminate' });
    await session.message('Termination', 5_000 * patience);
    const words = session.finals().flatMap((turn) => turn.words);
    const found = matched(recording, words);
    const gap = afterGap(found);
    return [
      {
        fact: 'a silence ends a turn, without ForceEndpoint',
        expected: 'a final',
        seen: bySilence === null ? `no final, ${failureSeen(session.failure)}` : 'a final',
        holds: bySilence !== null,
      },
      gap.row,
      lateness(recording.turns.flatMap((turn) => turn.words).length, found, gap.jumpMs),
    ];
  } finally {
    session.close();
  }
}

const lateMs = ({ known, heard }: Match): number => heard.end - known.endMs;

function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Whether word times count the sound that was sent, not the clock. */
function afterGap(found: Match[]): { row: Row; jumpMs: number } {
  const before = found.filter(({ known }) => known.endMs < gapAtMs).map(lateMs);
  const after = found.filter(({ known }) => known.endMs >= gapAtMs).map(lateMs);
  const jumpMs = median(after) - median(before);
  const holds = Math.abs(jumpMs) < gapMs / 2;
  const row: Row = {
    fact: 'word times do not count a gap in the sound',
    expected: `less than ${seconds(gapMs / 2)} more or less late than before`,
    seen: Number.isNaN(jumpMs) ? 'too few words' : `${seconds(jumpMs)} later`,
    holds,
  };
  return { row, jumpMs: holds ? 0 : jumpMs };
}

function lateness(count: number, found: Match[], jumpMs: number): Row {
  const late = found.map((match) => lateMs(match) - (match.known.endMs < gapAtMs ? 0 : jumpMs));
  const early = found.map(({ known, heard }) => known.startMs - heard.start);
  const [least, most] = [Math.min(...late), Math.max(...late)];
  const earliest = Math.max(...early);
  const isEnough = found.length >= count * leastShare;
  return {
    fact: 'words end and start as close to their sound as the app assumes',
    expected: `ends at most ${seconds(tuning.wordEndLateMs)} late, starts at most ${seconds(tuning.wordStartEarlyMs)} early`,
    seen: isEnough
      ? `ends ${least} / ${median(late)} / ${most} ms late (min / median / max of ${found.length}), starts at most ${earliest} ms early`
      : `only ${found.length} of ${count} words`,
    holds: isEnough && most <= tuning.wordEndLateMs && earliest <= tuning.wordStartEarlyMs,
  };
}
