import { samplesIn, bytesPerSample } from '#core/audio-format.ts';
import { sessionUrl } from '#core/assemblyai/address.ts';
import type { Failure } from '#core/assemblyai/failure.ts';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { tuning } from '#core/tuning.ts';
import { isRecognisedAs } from './is-recognised-as.ts';
import { failureSeen, LiveSession, type Service } from './live-session.ts';
import type { Check, Row } from './row.ts';

const shortFrameMs = 20;
/** The service refuses short frames after about a second. */
const shortFramesMs = 3_000;

/** What the service refuses, and how. Each case has a session, which ends immediately. */
export const refusals: Check = { name: 'refusals', openSeconds: 10, run: checkRefusals };

async function checkRefusals(service: Service): Promise<Row[]> {
  const { baseUrl } = service;
  const url = sessionUrl(baseUrl, plainParameters);
  const repeated = `${url}&keyterms_prompt=${json(['one'])}&keyterms_prompt=${json(['two'])}`;
  return [
    await refusal('a list as a repeated parameter is refused', 3006, repeated, service),
    await refusal('a value out of range is refused', 3006, `${url}&vad_threshold=2`, service),
    ...(await checkWrongKey(url, service)),
    await refusal('frames of 20 ms are refused', 3007, url, service, sendShortFrames),
  ];
}

const json = (value: unknown): string => encodeURIComponent(JSON.stringify(value));

async function checkWrongKey(url: string, service: Service): Promise<Row[]> {
  const failure = await failureOf(url, { ...service, key: 'captionkey-live-check-wrong-key' });
  const isStatus = failure?.cause === 'refused' && [401, 403].includes(failure.httpStatus);
  return [
    {
      fact: 'a wrong key is refused, on the upgrade or after it',
      expected: 'HTTP 401, HTTP 403 or code 1008',
      seen: failureSeen(failure),
      holds: isStatus || codeOf(failure) === 1008,
    },
    isRecognisedAs('wrong-key', 'a wrong key', failure),
  ];
}

async function refusal(
  fact: string,
  code: number,
  url: string,
  service: Service,
  onBegin?: (session: LiveSession) => void,
): Promise<Row> {
  const failure = await failureOf(url, service, onBegin);
  return {
    fact,
    expected: `an Error ${code} that says why`,
    seen: failureSeen(failure),
    holds: failure?.cause === 'error' && failure.code === code && failure.text !== '',
  };
}

async function failureOf(
  url: string,
  service: Service,
  onBegin?: (session: LiveSession) => void,
): Promise<Failure | null> {
  const session = new LiveSession(url, service.key);
  try {
    const begin = await session.message('Begin', tuning.connectTimeoutMs * service.patience);
    if (begin !== null) onBegin?.(session);
    return await session.end((5_000 / service.speed) * service.patience);
  } finally {
    session.send({ type: 'Terminate' });
    session.close();
  }
}

const codeOf = (failure: Failure | null): number | null =>
  failure?.cause === 'error' || failure?.cause === 'closed' ? failure.code : null;

function sendShortFrames(session: LiveSession): void {
  const silence = new Uint8Array(samplesIn(shortFrameMs) * bytesPerSample);
  for (let sentMs = 0; sentMs < shortFramesMs; sentMs += shortFrameMs) session.sendFrame(silence);
}
