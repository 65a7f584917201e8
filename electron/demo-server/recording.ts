import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import wavefile from 'wavefile';

/** Shorter words have too little sound to be distinguished from others. */
const shortestWordMs = 40;

const wordSchema = v.pipe(
  v.object({ text: v.string(), startMs: v.pipe(v.number(), v.minValue(0)), endMs: v.number() }),
  v.check(({ startMs, endMs }) => endMs - startMs >= shortestWordMs),
);

const wordsSchema = v.object({
  licence: v.string(),
  turns: v.pipe(
    v.array(v.object({ words: v.pipe(v.array(wordSchema), v.nonEmpty()) })),
    v.nonEmpty(),
  ),
});

/** A word of the recording and its place in the sound. */
export type RecordedWord = v.InferOutput<typeof wordSchema>;

/** A sentence, or other words between two pauses. */
export type RecordedTurn = v.InferOutput<typeof wordsSchema>['turns'][number];

export interface Recording {
  /** 16 kHz mono. */
  pcm: Int16Array;
  turns: RecordedTurn[];
}

/**
 * Reads `recording.wav` and `words.json` of a folder.
 *
 * @throws an Error whose sentence names the file, if one is missing or invalid
 */
export async function loadRecording(folder: string): Promise<Recording> {
  const wavPath = join(folder, 'recording.wav');
  const wordsPath = join(folder, 'words.json');
  const [wav, json] = await Promise.all([read(wavPath), read(wordsPath)]);
  const words = v.safeParse(v.pipe(v.string(), v.parseJson(), wordsSchema), json.toString());
  if (!words.success) throw new Error(`${wordsPath} does not hold the words of a recording.`);
  const pcm = readPcm(wav, wavPath);
  const { turns } = words.output;
  const lastMs = Math.max(...turns.flatMap((turn) => turn.words).map(({ endMs }) => endMs));
  if (lastMs * 16 > pcm.length)
    throw new Error(`${wordsPath} has words after the end of the sound.`);
  return { pcm, turns };
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new Error(`${path} cannot be read.`, { cause });
  }
}

const formatSchema = v.object({
  numChannels: v.literal(1),
  sampleRate: v.literal(16_000),
  bitsPerSample: v.literal(16),
});

function readPcm(wav: Uint8Array, path: string): Int16Array {
  const file = new wavefile.WaveFile();
  try {
    file.fromBuffer(wav);
    v.parse(formatSchema, file.fmt);
  } catch {
    throw new Error(`${path} is not a WAV file of 16 kHz mono with 16 bits.`);
  }
  return Int16Array.from(file.getSamples(false, Int16Array));
}
