import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { holdKeys } from '../../tools/desktop-harness/keyboard.ts';
import type { WindowsProgram } from '../../tools/desktop-harness/wine/program.ts';
import type { TargetKind, WindowsTarget } from '../../tools/desktop-harness/wine/targets.ts';
import { startWine, type WineDesktop } from '../../tools/desktop-harness/wine/wine.ts';
import { cutClip, type Clip } from '../support/clips.ts';
import { patient } from '../support/patient.ts';
import { recordingFolder } from '../support/recording.ts';
import { patienceMs } from '../../tools/patience.ts';
import { root } from '../../tools/start/build.ts';

/* A held key, speech, a program for Windows in front that gets the text, a clipboard manager beside. */
let wine: WineDesktop;
let app: WindowsProgram;
let watcher: WindowsProgram;
let target: WindowsTarget;
let folder: string;
let clips: Clip[];

const dictations = process.env.CAPTIONKEY_SLOW === '1' ? 50 : 5;

/** Some formats of what a person has copied before; 13 is text. */
const copied = {
  '13': Buffer.from('kept\0', 'utf16le').toString('base64'),
  'HTML Format': Buffer.from('<b>kept</b>').toString('base64'),
  PNG: Buffer.from([137, 80, 78, 71, 0, 255]).toString('base64'),
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'captionkey-clips-'));
  clips = [cutClip(folder, 0, 3), cutClip(folder, 1, 9), cutClip(folder, 2)];
  wine = await startWine();
  watcher = await wine.start(
    join(root, 'tools/desktop-harness/wine/programs/clipboard-watcher.ts'),
  );
  app = await wine.start(join(import.meta.dirname, 'dictation.fixture.ts'));
  await app.call('open', windowsPath(recordingFolder));
});
afterAll(async () => {
  await app.call('close');
  await wine.stop();
  rmSync(folder, { recursive: true });
});
afterEach(() => target.stop());

/** The root of Linux is a drive of Wine. */
const windowsPath = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;

const readSchema = v.object({ text: v.nullable(v.string()), isMarked: v.boolean() });
const reportSchema = v.looseObject({ type: v.string() });
const reports = () => app.reports.map((report) => v.parse(reportSchema, report));

/** Waits for a report that comes after those that came until now. */
async function next(since: number, expected: object): Promise<void> {
  await vi.waitFor(
    () => expect(reports().slice(since)).toContainEqual(expect.objectContaining(expected)),
    patient,
  );
}

async function dictate({ path }: Clip): Promise<void> {
  const since = app.reports.length;
  await app.call('say', windowsPath(path));
  const held = await holdKeys(wine.display, 'ctrl+alt+space');
  await next(since, { type: 'status', phase: 'speaking' });
  await next(since, { type: 'spoken' });
  await held.release();
  await next(since, { type: 'status', phase: 'done' });
}

test.each<[TargetKind, string]>([
  ['notepad', 'inserted'],
  ['text-field', 'inserted'],
  // Nobody can see who reads for WordPad.
  ['wordpad', 'pasted'],
])(
  `${dictations} dictations into %s: each text once and whole, and the clipboard as before`,
  { timeout: dictations * patienceMs },
  async (kind, outcome) => {
    target = await wine.startTarget(kind);
    await wine.probe.call('copy', copied);
    const before = await wine.probe.call('clipboard');
    const said: string[] = [];
    for (let count = 0; count < dictations; count += 1) {
      const clip = clips[count % clips.length];
      if (clip === undefined) throw new Error('There is no clip.');
      await dictate(clip);
      said.push(clip.text);
    }
    const history = v.parse(v.array(v.looseObject({})), await app.call('history'));
    expect(history.slice(0, dictations).map(({ state }) => state)).toEqual(
      Array(dictations).fill(outcome),
    );
    await vi.waitFor(
      async () => expect((await target.text()).trimEnd()).toBe(said.join(' ')),
      patient,
    );
    expect(await wine.probe.call('clipboard')).toEqual(before);
    // It may read what the target has read before, and is asked not to keep it.
    const read = watcher.reports.map((report) => v.parse(readSchema, report));
    expect(
      read.filter(({ text, isMarked }) => text !== null && text !== 'kept' && !isMarked),
    ).toEqual([]);
  },
);
