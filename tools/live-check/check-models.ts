import { sentenceOf } from '#shared/messages/index.ts';
import { sessionUrl } from '#core/assemblyai/address.ts';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { wireParameters } from '#core/assemblyai/parameters/wire.ts';
import { sampleRateHz } from '#core/audio-format.ts';
import { tuning } from '#core/tuning.ts';
import type { SpeechModel } from '#shared/speech-model.ts';
import { failureSeen, LiveSession, speak, type Service } from './live-session.ts';
import type { Check, Row } from './row.ts';
import { shareOf } from './words.ts';

/** The first sentence of the recording, and some silence. */
const sentenceMs = 3_200;
const leastShare = 0.5;

/** Models of the other families, and a language set by code and by prompt. */
export const models: Check = { name: 'models', openSeconds: 16, run: checkModels };

async function checkModels(service: Service): Promise<Row[]> {
  return [
    await checkModel(service, 'universal-streaming-english'),
    await checkModel(service, 'whisper-rt'),
    await checkLanguage(service),
  ];
}

async function checkModel(service: Service, model: SpeechModel): Promise<Row> {
  const url = sessionUrl(service.baseUrl, { ...plainParameters, model });
  const session = await talk(service, url, sentenceMs);
  const text = session
    .finals()
    .map(({ utterance, transcript }) => utterance ?? transcript)
    .join(' ');
  const words = service.recording.turns[0]?.words ?? [];
  return {
    fact: `${model} gives the words of a sentence, by Terminate`,
    expected: words.map((word) => word.text).join(' '),
    seen: text === '' ? `no text, ${failureSeen(session.failure)}` : text,
    holds: shareOf(words, text) >= leastShare,
  };
}

async function checkLanguage(service: Service): Promise<Row> {
  const wire = wireParameters({
    ...{ model: 'u3-rt-pro', sampleRateHz, encoding: 'pcm_s16le' },
    languageCodes: ['es'],
    prompt: 'Transcribe Spanish.',
  });
  if (!wire.ok) throw new Error(sentenceOf(wire.problem));
  const session = await talk(service, sessionUrl(service.baseUrl, wire.value), tuning.frameMs);
  const { failure, others } = session;
  const isTaken = failure?.cause === 'closed' && failure.code === 1000 && others.length === 0;
  return {
    fact: 'u3-rt-pro accepts language_codes together with a prompt that names the language',
    expected: 'close 1000 and no Warning',
    seen: [failureSeen(failure), ...others].join('; '),
    holds: isTaken,
  };
}

/** Speaks and terminates. Returns the session when it has ended. */
async function talk(service: Service, url: string, speechMs: number): Promise<LiveSession> {
  const { patience } = service;
  const session = new LiveSession(url, service.key);
  try {
    await session.message('Begin', tuning.connectTimeoutMs * patience);
    await speak(session, service, 0, speechMs);
    session.send({ type: 'Terminate' });
    await session.end(5_000 * patience);
  } finally {
    session.close();
  }
  return session;
}
