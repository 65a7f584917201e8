import { sessionUrl } from '#core/assemblyai/address.ts';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { tuning } from '#core/tuning.ts';
import { failureSeen, LiveSession, speak, type Service } from './live-session.ts';
import type { Check, Row } from './row.ts';

/** In the middle of the first sentence of the recording, so that a turn is open. */
const openTurnMs = 2_200;

/** Whether short turns and turns that Terminate cuts get a final. */
export const ends: Check = { name: 'ends', openSeconds: 8, run: checkEnds };

async function checkEnds(service: Service): Promise<Row[]> {
  return [
    await checkEnd(
      service,
      'ForceEndpoint after a word under 500 ms gives a final',
      shortMs(service),
    ),
    await checkEnd(service, 'Terminate makes an open turn final', openTurnMs),
  ];
}

/** The end of the first word plus two frames. */
const shortMs = ({ recording }: Service): number =>
  (recording.turns[0]?.words[0]?.endMs ?? 0) + 2 * tuning.frameMs;

async function checkEnd(service: Service, fact: string, speechMs: number): Promise<Row> {
  const { patience } = service;
  const session = new LiveSession(sessionUrl(service.baseUrl, plainParameters), service.key);
  try {
    await session.message('Begin', tuning.connectTimeoutMs * patience);
    await speak(session, service, 0, speechMs);
    if (speechMs < openTurnMs) {
      session.send({ type: 'ForceEndpoint' });
      await session.message('Turn', tuning.finalTimeoutMs * patience, (turn) => turn.end_of_turn);
    }
    const forced = session.finals().length;
    session.send({ type: 'Terminate' });
    await session.message('Termination', tuning.terminationTimeoutMs * patience);
    const count = speechMs < openTurnMs ? forced : session.finals().length;
    const text = session
      .finals()
      .map(({ transcript }) => transcript)
      .join(' ');
    const seen = count > 0 ? `“${text}”` : `no final, ${failureSeen(session.failure)}`;
    return { fact, expected: 'a final', seen, holds: count > 0 };
  } finally {
    session.close();
  }
}
