import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import fc from 'fast-check';
import type { Page } from 'playwright';
import { samplesIn } from '#core/audio-format.ts';
import type { Bridge } from '#shared/ipc.ts';
import type { App } from '../support/app.ts';
import { until } from '../../bench/until.ts';
import { crash, recordingsIn } from '../support/crash.ts';
import type { Desk } from '../support/desk.ts';
import { foreignCall, malformedCall, unknownCall, type Call } from './ipc-calls.ts';
import { callAll, openRawWindow } from './raw-window.ts';

declare const captionkey: Bridge;

const callsAtOnce = 500;

/** What was done, and how much memory main could reach after the first tenth of it and at its end. */
export interface IpcFigures {
  calls: number;
  /** How often each answer was given. */
  answers: Record<string, number>;
  earlyBytes: number;
  lateBytes: number;
}

/**
 * Makes calls of the app that none of its windows would, with the bare wire: malformed ones and
 * ones on unknown channels from its own origin, all kinds from another. No handler may run.
 *
 * @param seed of the first calls; the following ones have the seeds after it
 * @throws where a call was handled, or changed anything
 */
export async function fuzzIpc(desk: Desk, calls: number, seed: number): Promise<IpcFigures> {
  const userData = await mkdtemp(join(tmpdir(), 'captionkey-fuzz-'));
  try {
    await leaveSound(desk, userData);
    return await fuzzApp(desk, await desk.launch({ userData }), calls, seed);
  } finally {
    await desk.stopApps();
    await rm(userData, { recursive: true });
  }
}

/** Leaves what a killed main leaves: a recording without text, so that there is one to act on. */
async function leaveSound(desk: Desk, userData: string): Promise<void> {
  const app = await desk.launch({ userData, args: ['--captions'] });
  await until('two seconds of sound on disk', () =>
    recordingsIn(userData).some(({ samples }) => samples > samplesIn(2_000)),
  );
  await crash(app);
}

async function fuzzApp(desk: Desk, app: App, calls: number, seed: number): Promise<IpcFigures> {
  const captions = await app.page('CaptionKey captions');
  await app.page('CaptionKey');
  const own = await openRawWindow(app, 'app://captionkey');
  const foreign = await openRawWindow(app, 'app://elsewhere');
  const kinds = [
    { page: own, call: malformedCall, answers: ['bad-request', 'rejected'] },
    { page: own, call: unknownCall, answers: ['rejected'] },
    { page: own, call: malformedCall, answers: ['bad-request', 'rejected'] },
    { page: foreign, call: foreignCall, answers: ['untrusted-sender', 'rejected'] },
  ];
  // The microphones are listed aside while the app starts; that is no change a call has made.
  await captions.evaluate(() => captionkey.request('microphone:rescan'));
  const before = await stateOf(desk, app, captions);
  const figures: IpcFigures = { calls: 0, answers: {}, earlyBytes: 0, lateBytes: 0 };
  for (let next = seed; figures.calls < calls; next++) {
    for (const { page, call, answers } of kinds) {
      const batch = fc.sample(call, { seed: next, numRuns: callsAtOnce });
      const given = await callAll(page, batch);
      expectOnly(answers, given, batch, next);
      for (const answer of given) figures.answers[answer] = (figures.answers[answer] ?? 0) + 1;
      figures.calls += batch.length;
    }
    if (figures.earlyBytes === 0 && figures.calls >= calls / 10)
      figures.earlyBytes = await reachableBytesOf(app);
  }
  figures.lateBytes = await reachableBytesOf(app);
  const after = await stateOf(desk, app, captions);
  if (!isDeepStrictEqual(after, before))
    throw new Error(`Calls changed the app:\n${JSON.stringify({ before, after }, null, 2)}`);
  await expectToWork(captions);
  return figures;
}

function expectOnly(expected: string[], given: string[], calls: Call[], seed: number): void {
  const wrong = given.findIndex((answer) => !expected.includes(answer));
  if (wrong === -1) return;
  const call = JSON.stringify(calls[wrong]).slice(0, 1_000);
  throw new Error(`Seed ${seed}: ${call} was answered “${given[wrong] ?? ''}”`);
}

/** What was refused all along is done when our own window asks for it. */
async function expectToWork(captions: Page): Promise<void> {
  const remaining = await captions.evaluate(async () => {
    const left = await captionkey.request('unfinished:read');
    const id = left.ok ? left.value[0]?.id : undefined;
    return id === undefined ? null : captionkey.request('unfinished:act', id, 'delete');
  });
  if (remaining?.ok !== true || remaining.value.length > 0)
    throw new Error(`The unfinishedRecording could not be deleted: ${JSON.stringify(remaining)}`);
}

/** Everything that a handler could have changed. */
async function stateOf(desk: Desk, app: App, captions: Page): Promise<unknown> {
  const files = await readdir(app.userData);
  const texts = ['settings.json', 'credentials.json'].filter((name) => files.includes(name));
  const microphones = await promisify(execFile)('pactl', ['list', 'short', 'source-outputs'], {
    env: { ...process.env, ...desk.sound.env },
  });
  return {
    setup: await captions.evaluate(() => captionkey.request('app-state:read')),
    unfinishedRecordings: await captions.evaluate(() => captionkey.request('unfinished:read')),
    usage: await captions.evaluate(() => captionkey.request('usage:read')),
    snapshot: await captions.evaluate(() => captionkey.request('captions:attach', 'words')),
    windows: await app.electron.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
    ),
    clipboard: await app.electron.evaluate(({ clipboard }) => clipboard.readText()),
    files: await Promise.all(texts.map((name) => readFile(join(app.userData, name), 'utf8'))),
    recordings: recordingsIn(app.userData),
    openMicrophones: microphones.stdout,
    sessions: desk.service.sessions.length,
  };
}

const reachableBytesOf = (app: App): Promise<number> =>
  app.electron.evaluate(() => {
    process.getBuiltinModule('v8').setFlagsFromString('--expose-gc');
    process.getBuiltinModule('vm').runInNewContext('gc()');
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  });
