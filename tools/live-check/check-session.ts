import { sentenceOf } from '#shared/messages/index.ts';
import { sampleRateHz } from '#core/audio-format.ts';
import { sessionUrl } from '#core/assemblyai/address.ts';
import { configurationChange } from '#core/assemblyai/parameters/configuration-change.ts';
import type { SessionParameters } from '#core/assemblyai/parameters/table.ts';
import { wireParameters, type WireParameters } from '#core/assemblyai/parameters/wire.ts';
import { tuning } from '#core/tuning.ts';
import { failureSeen, LiveSession, speak, waitForNothing, type Service } from './live-session.ts';
import { seconds, type Check, type Row } from './row.ts';

/** In the middle of the first sentence of the recording, so that a turn is open. */
const speechMs = 2_200;
/** How early a word may start and how late it may end. */
const wordSlackMs = { early: 1_000, late: 1_344 };
/** The service rounds durations to whole seconds. */
const durationSlackMs = 1_000;
const marginMs = 1_000;

const asked: SessionParameters = {
  model: 'u3-rt-pro',
  sampleRateHz,
  encoding: 'pcm_s16le',
  keyterms: ['CaptionKey', 'push to talk'],
  prompt: 'Transcribe English. Somebody explains how a dictation app is used.',
  languageCodes: ['en'],
  continuousPartials: true,
  interruptionDelayMs: 0,
  previousContextTurns: 0,
  vadThreshold: 0.3,
  languageDetection: false,
};

/** One session from Begin to Termination. */
export const session: Check = { name: 'session', openSeconds: 22, run: checkSession };

async function checkSession(service: Service): Promise<Row[]> {
  const { baseUrl, key } = service;
  const parameters = onWire(asked);
  const session = new LiveSession(sessionUrl(baseUrl, parameters), key);
  try {
    const began = await checkBegin(session);
    if (began.holds !== true) return [began];
    await speak(session, service, 0, speechMs);
    const rows = [
      began,
      checkModel(session),
      await checkEndpoint(session, service),
      checkPartials(session),
      checkWords(session),
    ];
    const { update } = configurationChange(
      parameters,
      onWire({ ...asked, keyterms: ['endpoint'], maxTurnSilenceMs: 2_000 }),
    );
    if (update !== null) session.send(update);
    rows.push(
      await checkIdleEndpoint(session, service),
      checkAlive(session),
      await checkEnd(session, service),
      checkOthers(session),
    );
    return rows;
  } finally {
    session.close();
  }
}

function onWire(parameters: SessionParameters): WireParameters {
  const wire = wireParameters(parameters);
  if (!wire.ok) throw new Error(sentenceOf(wire.problem));
  return wire.value;
}

async function checkBegin(session: LiveSession): Promise<Row> {
  const begin = await session.message('Begin', tuning.connectTimeoutMs);
  return {
    fact: 'a session with lists as one JSON value, a fraction and a false begins',
    expected: `Begin within ${seconds(tuning.connectTimeoutMs)}, usually 1.2 to 1.3 s`,
    seen:
      begin === null
        ? failureSeen(session.failure)
        : `Begin after ${seconds(begin.atMs - session.openedAtMs)}`,
    holds: begin !== null,
  };
}

function checkModel(session: LiveSession): Row {
  const begin = session.messages.find(({ message }) => message.type === 'Begin')?.message;
  const ran = begin?.type === 'Begin' ? (begin.configuration?.model ?? null) : null;
  return {
    fact: 'Begin names the requested model',
    expected: asked.model,
    seen: ran ?? 'not said',
    holds: ran === asked.model,
  };
}

/** Shows the text of messages that the app ignores: a Warning may name a wrong parameter. */
const checkOthers = ({ others }: LiveSession): Row => ({
  fact: 'neither a Warning nor an unknown message comes',
  expected: 'none',
  seen: others.length === 0 ? 'none' : others.join('; '),
  holds: others.length === 0,
});

const isFinal = ({ end_of_turn }: { end_of_turn: boolean }): boolean => end_of_turn;

async function checkEndpoint(session: LiveSession, { patience }: Service): Promise<Row> {
  const askedAtMs = performance.now();
  session.send({ type: 'ForceEndpoint' });
  const final = await session.message(
    'Turn',
    2 * tuning.finalTimeoutMs * patience,
    isFinal,
    askedAtMs,
  );
  const delayMs = final === null ? Infinity : final.atMs - askedAtMs;
  return {
    fact: 'ForceEndpoint makes an open turn final',
    expected: `a final within ${seconds(tuning.finalTimeoutMs)}, usually 0.3 s`,
    seen: final === null ? 'no final' : `a final after ${seconds(delayMs)}`,
    holds: delayMs <= tuning.finalTimeoutMs * patience,
  };
}

const turnsOf = (session: LiveSession) =>
  session.messages.flatMap(({ message }) => (message.type === 'Turn' ? [message] : []));

function checkPartials(session: LiveSession): Row {
  const turns = turnsOf(session).filter(({ turn_order }) => turn_order === 0);
  const partials = turns.filter((turn) => !turn.end_of_turn).length;
  const finals = turns.length - partials;
  return {
    fact: 'the first turn has the order 0, partials, and one final',
    expected: 'at least 1 partial, 1 final',
    seen: `${partials} partial(s), ${finals} final(s)`,
    holds: partials >= 1 && finals === 1,
  };
}

function checkWords(session: LiveSession): Row {
  const words = turnsOf(session).flatMap((turn) => turn.words);
  const startMs = Math.min(...words.map(({ start }) => start));
  const endMs = Math.max(...words.map(({ end }) => end));
  return {
    fact: 'word times count the sound that was sent',
    expected: `from ${-wordSlackMs.early} to ${speechMs + wordSlackMs.late} ms`,
    seen: words.length === 0 ? 'no words' : `from ${startMs} to ${endMs} ms`,
    holds:
      words.length > 0 && startMs >= -wordSlackMs.early && endMs <= speechMs + wordSlackMs.late,
  };
}

/** The answer is not documented, so the app always limits the wait for it. */
async function checkIdleEndpoint(session: LiveSession, service: Service): Promise<Row> {
  // Sound in flight may have opened another turn. End it first.
  session.send({ type: 'ForceEndpoint' });
  await waitForNothing(service, tuning.finalTimeoutMs);
  const askedAtMs = performance.now();
  session.send({ type: 'ForceEndpoint' });
  const reply = await session.message(
    'Turn',
    tuning.finalTimeoutMs / service.speed,
    undefined,
    askedAtMs,
  );
  // Long enough that the app would end a connection without answers to its pings.
  await session.end((tuning.stallTimeoutMs + tuning.pingIntervalMs + marginMs) / service.speed);
  return {
    fact: 'ForceEndpoint with no open turn',
    expected: 'not documented',
    seen:
      reply === null
        ? `no Turn within ${seconds(tuning.finalTimeoutMs)}`
        : `a Turn after ${seconds(reply.atMs - askedAtMs)}`,
    holds: null,
  };
}

const checkAlive = ({ failure }: LiveSession): Row => ({
  fact: 'UpdateConfiguration with a list is accepted, and pings on a silent connection are answered',
  expected: 'the session goes on',
  seen: failure === null ? 'it goes on' : failureSeen(failure),
  holds: failure === null,
});

async function checkEnd(session: LiveSession, { patience }: Service): Promise<Row> {
  const askedAtMs = performance.now();
  session.send({ type: 'Terminate' });
  const end = await session.message('Termination', tuning.terminationTimeoutMs * patience);
  const failure = await session.end(tuning.terminationTimeoutMs * patience);
  const audioMs = (end?.message.audio_duration_seconds ?? 0) * 1_000;
  const sessionMs = (end?.message.session_duration_seconds ?? 0) * 1_000;
  const openMs = askedAtMs - session.openedAtMs;
  // The service rounds to whole seconds, and does not say in which direction.
  const isAbout = (ms: number, expectedMs: number): boolean =>
    Math.abs(ms - expectedMs) < durationSlackMs;
  return {
    fact: 'Terminate is answered with both durations and a close',
    expected: `${seconds(speechMs)} of sound, at most ${seconds(openMs)} of session, close 1000`,
    seen:
      end === null
        ? `no Termination, ${failureSeen(failure)}`
        : `${seconds(audioMs)}, ${seconds(sessionMs)}, ${failureSeen(failure)}, after ${seconds(end.atMs - askedAtMs)}`,
    holds:
      end !== null &&
      isAbout(audioMs, speechMs) &&
      sessionMs >= 0 &&
      sessionMs <= openMs + tuning.terminationTimeoutMs * patience &&
      failure?.cause === 'closed' &&
      failure.code === 1000,
  };
}
