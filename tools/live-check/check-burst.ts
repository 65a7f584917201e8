import { sessionUrl } from '#core/assemblyai/address.ts';
import { isTooFast } from '#core/assemblyai/failure.ts';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { tuning } from '#core/tuning.ts';
import { failureSeen, framesOf, LiveSession, type Service } from './live-session.ts';
import type { Check, Row } from './row.ts';

const times = 4;
const leastShare = 0.7;
const mostShare = 1.1;

/** Sends a minute of sound at once, like the app's largest backlog. */
export const burst: Check = { name: 'burst', openSeconds: 65, run: checkBurst };

async function checkBurst({ baseUrl, key, recording, patience }: Service): Promise<Row[]> {
  const session = new LiveSession(sessionUrl(baseUrl, plainParameters), key);
  try {
    await session.message('Begin', tuning.connectTimeoutMs * patience);
    const frames = framesOf(recording, 0, recording.pcm.length / 16);
    for (let time = 0; time < times; time++) for (const { pcm } of frames) session.sendFrame(pcm);
    session.send({ type: 'Terminate' });
    const failure = await session.end(75_000 * patience);
    const isTaken = failure?.cause === 'closed' && failure.code === 1000;
    const words = session.finals().flatMap((turn) => turn.words).length;
    const spoken = times * recording.turns.flatMap((turn) => turn.words).length;
    return [
      {
        fact: 'a minute of sound at once is accepted, or refused for its rate',
        expected: 'close 1000, or a 3007 that is read as too fast',
        seen: failureSeen(failure),
        holds: isTaken || (failure !== null && isTooFast(failure)),
      },
      {
        fact: 'every word of that minute comes once',
        expected: `about ${spoken} words`,
        seen: isTaken ? `${words} words` : 'not taken',
        holds: isTaken ? words >= spoken * leastShare && words <= spoken * mostShare : null,
      },
    ];
  } finally {
    session.close();
  }
}
