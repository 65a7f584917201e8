import { samplesIn, bytesPerSample } from '#core/audio-format.ts';
import { sessionUrl } from '#core/streaming/address.ts';
import { describeFailure, type Failure } from '#core/streaming/failure.ts';
import { plainParameters } from '#core/streaming/parameters/from-settings.ts';
import { tuning } from '#core/tuning.ts';
import { failureSeen, LiveSession, type Service } from './live-session.ts';
import type { Row } from './row.ts';

const shortFrameMs = 20;
/** They are refused after about a second of them. */
const shortFramesMs = 3_000;

/** What the service refuses, and how; each in a session of its own that ends at once. */
export async function checkRefusals({ baseUrl, key }: Service): Promise<Row[]> {
  const url = sessionUrl(baseUrl, plainParameters);
  const repeated = `${url}&keyterms_prompt=${json(['one'])}&keyterms_prompt=${json(['two'])}`;
  return [
    await refusal('a list as a repeated parameter is refused', 3006, repeated, key),
    await refusal('a value out of range is refused', 3006, `${url}&vad_threshold=2`, key),
    ...(await checkWrongKey(url)),
    await refusal('frames of 20 ms are refused', 3007, url, key, sendShortFrames),
  ];
}

const json = (value: unknown): string => encodeURIComponent(JSON.stringify(value));

async function checkWrongKey(url: string): Promise<Row[]> {
  const failure = await failureOf(url, 'captionkey-live-check-wrong-key');
  const isStatus = failure?.cause === 'refused' && [401, 403].includes(failure.httpStatus);
  return [
    {
      fact: 'a wrong key is refused, on the upgrade or after it',
      expected: 'HTTP 401, HTTP 403 or code 1008',
      seen: failureSeen(failure),
      holds: isStatus || codeOf(failure) === 1008,
    },
    isReadAs('wrong-key', 'a wrong key', failure),
  ];
}

/** The texts of the service decide what the person reads. */
function isReadAs(code: string, what: string, failure: Failure | null): Row {
  const asked = { host: 'the service', model: plainParameters.model };
  const read = failure === null ? 'no refusal' : describeFailure(failure, asked).code;
  return {
    fact: `the refusal of ${what} is read as one`,
    expected: code,
    seen: read,
    holds: read === code,
  };
}

async function refusal(
  fact: string,
  code: number,
  url: string,
  key: string,
  onBegin?: (session: LiveSession) => void,
): Promise<Row> {
  const failure = await failureOf(url, key, onBegin);
  return {
    fact,
    expected: `an Error ${code} that says why`,
    seen: failureSeen(failure),
    holds: failure?.cause === 'error' && failure.code === code && failure.text !== '',
  };
}

async function failureOf(
  url: string,
  key: string,
  onBegin?: (session: LiveSession) => void,
): Promise<Failure | null> {
  const session = new LiveSession(url, key);
  try {
    const begin = await session.message('Begin', tuning.connectTimeoutMs);
    if (begin !== null) onBegin?.(session);
    return await session.end(5_000);
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
