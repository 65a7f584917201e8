/**
 * Makes recording.wav and words.json with Festival and SoX, in resources/demo or, with `digits`, in
 * test/fixtures/digits. It is run by hand, see resources/demo/README.md:
 * `node tools/make-demo-recording.ts [digits]`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import wavefile from 'wavefile';

const isDigits = process.argv[2] === 'digits';

const digits = ['four one five, five five five, twelve twelve.'];

const demo = [
  'Hold a key, and say what you mean.',
  'Let it go and your words appear at the cursor.',
  'Captions float above every window while people talk.',
  'Nothing that was said is lost.',
];

const sentences = isDigits ? digits : demo;

const sampleRateHz = 16_000;
const leadMs = 400;
const betweenTurnsMs = 1_350;
const tailMs = 1_000;
/** Long enough for a partial, too short to end the turn. */
const innerPauseMs = isDigits ? 700 : 400;
const fadeMs = 8;
const peak = 10 ** (-3 / 20) * 32_767;

interface Word {
  text: string;
  startMs: number;
  endMs: number;
}

interface Spoken {
  samples: Float32Array;
  words: Word[];
}

const samplesIn = (durationMs: number): number => Math.round((durationMs * sampleRateHz) / 1_000);

/** Speaks one sentence. The times are Festival's segment boundaries. */
function speak(sentence: string, folder: string): Spoken {
  const wav = join(folder, 'sentence.wav');
  const script = join(folder, 'sentence.scm');
  writeFileSync(
    script,
    `(voice_cmu_us_slt_arctic_hts)
     (set! spoken (SynthText "${sentence}"))
     (utt.save.wave spoken "${wav}" 'riff)
     (mapcar
       (lambda (word)
         (format t "%f %f\\n" (item.feat word "word_start") (item.feat word "word_end")))
       (utt.relation.items spoken 'Word))`,
  );
  const times = execFileSync('festival', ['-b', script], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map((seconds) => Math.round(Number(seconds) * 1_000)));
  const words = sentence.split(' ').map((text, index) => {
    const [startMs, endMs] = times[index] ?? [];
    if (startMs === undefined || endMs === undefined) throw new Error(`No times for "${text}".`);
    return { text, startMs, endMs };
  });
  // Removes offset and rumble below 60 Hz, and the band above 5.5 kHz, where resamplers differ.
  const to16kHz = ['-r', String(sampleRateHz), '-t', 'f32', '-', 'highpass', '60', 'sinc', '-5500'];
  const raw = execFileSync('sox', [wav, ...to16kHz], { maxBuffer: 1 << 26 });
  return { samples: new Float32Array(new Uint8Array(raw).buffer), words };
}

/** Cuts out a part, with short fades to avoid clicks. */
function cut(samples: Float32Array, fromMs: number, toMs: number): Float32Array {
  const part = samples.slice(Math.max(samplesIn(fromMs), 0), samplesIn(toMs));
  const fade = samplesIn(fadeMs);
  return part.map((sample, index) => {
    const edge = Math.min(index, part.length - 1 - index);
    return edge < fade ? sample * (edge / fade) : sample;
  });
}

const folder = mkdtempSync(join(tmpdir(), 'demo-recording-'));
const parts: { startMs: number; samples: Float32Array }[] = [];
const turns: { words: Word[] }[] = [];
let nowMs = leadMs;
for (const sentence of sentences) {
  const { samples, words } = speak(sentence, folder);
  const phrases = words.reduce<Word[][]>((all, word, index) => {
    if (words[index - 1]?.text.endsWith(',') ?? true) all.push([]);
    all.at(-1)?.push(word);
    return all;
  }, []);
  const placed: Word[] = [];
  for (const [index, phrase] of phrases.entries()) {
    const fromMs = phrase[0]?.startMs ?? 0;
    const toMs = phrase.at(-1)?.endMs ?? fromMs;
    if (index > 0) nowMs += innerPauseMs;
    const marginMs = 40;
    parts.push({
      startMs: nowMs - marginMs,
      samples: cut(samples, fromMs - marginMs, toMs + marginMs),
    });
    for (const { text, startMs, endMs } of phrase) {
      placed.push({ text, startMs: nowMs + startMs - fromMs, endMs: nowMs + endMs - fromMs });
    }
    nowMs += toMs - fromMs;
  }
  turns.push({ words: placed });
  nowMs += betweenTurnsMs;
}
rmSync(folder, { recursive: true });

const mixed = new Float32Array(samplesIn(nowMs - betweenTurnsMs + tailMs));
for (const { startMs, samples } of parts) mixed.set(samples, samplesIn(startMs));
const gain = peak / mixed.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

// Adds dither of one step, because the app takes a microphone that delivers exact zeros for muted.
let seed = 1;
const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
const pcm = Int16Array.from(mixed, (sample) => Math.round(sample * gain + random() - random()));

const target = resolve(
  import.meta.dirname,
  isDigits ? '../test/fixtures/digits' : '../resources/demo',
);
mkdirSync(target, { recursive: true });
const wav = new wavefile.WaveFile();
wav.fromScratch(1, sampleRateHz, '16', pcm);
writeFileSync(join(target, 'recording.wav'), wav.toBuffer());
const licence = 'MIT, as the rest of CaptionKey; the voice is free, see README.md';
writeFileSync(join(target, 'words.json'), `${JSON.stringify({ licence, turns }, null, 2)}\n`);
