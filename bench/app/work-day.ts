import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDemoServer } from '../../electron/demo-server/server.ts';
import { between, recording, sentences } from '../../test/support/recording.ts';
import { validKey } from '../../test/support/service.ts';
import { startDisplay } from '../../tools/desktop-harness/display.ts';
import { holdKeys } from '../../tools/desktop-harness/keyboard.ts';
import { waitForFocusedWindow } from '../../tools/desktop-harness/windows.ts';
import { startProgram } from '../../tools/desktop-harness/targets.ts';
import { buildWhenStale } from '../../tools/start/build.ts';
import { nowMs } from '../clock.ts';
import { startPacedMicrophone, type PacedMicrophone } from '../paced-microphone.ts';
import { costOfTree } from '../process-tree.ts';
import type { Row } from '../table.ts';
import { until } from '../until.ts';
import { playInALoop } from './play-in-a-loop.ts';
import { runApp, type RunningApp } from './running-app.ts';

/** A day of work in short: what follows each other in every round. */
export interface WorkDayEffort {
  lengthMs: number;
  /** Captions in each round. */
  captionsMs: number;
  /** Nothing in each round. */
  pauseMs: number;
}

/** The sentence that is dictated. */
const said = recording.turns[3]?.words ?? [];
const silence = (ms: number): Int16Array => new Int16Array(ms * 16);

/**
 * Runs the whole app for a long time: a dictation, captions and a pause in turn, with the panel open. Measures
 * whether its memory grows, whether every text arrives, and whether a session stays open.
 */
export async function measureWorkDay(effort: WorkDayEffort): Promise<Row[]> {
  buildWhenStale();
  const heard: Heard = { sessions: 0, ended: 0, frames: 0 };
  const [screen, microphone, service] = await Promise.all([
    startDisplay({ width: 1280, height: 800 }),
    startPacedMicrophone(),
    startDemoServer({
      ...{ key: validKey, recording },
      onSession: () => (heard.sessions += 1),
      onFrame: () => (heard.frames += 1),
      onCommand: ({ type }) => (heard.ended += Number(type === 'Terminate')),
    }),
  ]);
  const env = { ASSEMBLYAI_API_KEY: validKey, CAPTIONKEY_STREAMING_URL: service.url };
  const app = await runApp({ ...screen.env, ...microphone.env, ...env }, ['--stop']);
  try {
    await app.untilLogged('hotkeys-ready');
    await app.launchAgain();
    // The panel takes the focus when it opens.
    await waitForFocusedWindow(screen.display, 'CaptionKey');
    const target = await startProgram(screen.display, 'gtk_entry');
    const day = { app, microphone, heard, target, display: screen.display };
    const megabytes: number[] = [];
    let dictations = 0;
    for (const fromMs = nowMs(); nowMs() - fromMs < effort.lengthMs;) {
      dictations += 1;
      await dictate(day);
      await caption(day, effort.captionsMs);
      await sleep(effort.pauseMs);
      megabytes.push((await costOfTree(app.pid)).megabytes);
    }
    const strange = strangeTurns(join(app.userData, 'captionkey.db'));
    const wrong = dictations - rightTexts(target.texts.at(-1) ?? '');
    await target.stop();
    await app.stop();
    const row = (what: string, value: number, budget: number | null): Row => {
      return { what, figures: { captionkey: value }, budget };
    };
    // V8 compiles and fills its caches in the first rounds.
    const early = megabytes[Math.floor(megabytes.length / 4)] ?? 0;
    return [
      row(`dictations of ${dictations} that are not in the target once`, wrong, 0),
      row('turns with words that nobody said', strange, 0),
      row('sessions that were not ended', heard.sessions - heard.ended, 0),
      row('memory of the whole app at the end, MB', megabytes.at(-1) ?? 0, null),
      row('memory grown since the first quarter, MB', (megabytes.at(-1) ?? 0) - early, 10),
    ];
  } finally {
    await app.stop();
    await Promise.all([service.close(), microphone.stop()]);
    await screen.stop();
  }
}

/** What the service has received. */
interface Heard {
  sessions: number;
  ended: number;
  frames: number;
}

interface Day {
  app: RunningApp;
  microphone: PacedMicrophone;
  heard: Heard;
  target: Awaited<ReturnType<typeof startProgram>>;
  display: string;
}

/** Holds the key, says the sentence, lets go. Resolves when the text has arrived. */
async function dictate({ microphone, heard, target, display }: Day): Promise<void> {
  const before = target.texts.at(-1) ?? '';
  const { frames } = heard;
  const held = await holdKeys(display, 'ctrl+alt+space');
  await until('sound of a dictation', () => heard.frames > frames);
  for (const pcm of [silence(300), between(said[0]?.startMs ?? 0, said.at(-1)?.endMs ?? 0)])
    await microphone.play(pcm);
  await microphone.play(silence(300));
  await held.release();
  await until('the text', () => (target.texts.at(-1) ?? '').length > before.length);
}

async function caption({ app, microphone, heard }: Day, durationMs: number): Promise<void> {
  const { frames } = heard;
  await app.launchAgain('--captions');
  await until('sound of captions', () => heard.frames > frames);
  const playback = playInALoop((pcm) => microphone.play(pcm));
  await sleep(durationMs);
  await app.launchAgain('--stop');
  await playback.stop();
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();

/** How often the sentence is in the text. */
const rightTexts = (text: string): number =>
  plain(text).split(plain(said.map((word) => word.text).join(' '))).length - 1;

/** The stored turns that are in no sentence. Captions begin and stop in the middle of one. */
function strangeTurns(path: string): number {
  const known = plain([...sentences, ...sentences].join(' '));
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const rows = database.prepare('SELECT text FROM turns').all();
    return rows.filter(({ text }) => !known.includes(plain(String(text)))).length;
  } finally {
    database.close();
  }
}
