import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startProgram } from '../../tools/desktop-harness/targets.ts';
import { findRuntime } from '../../tools/start/runtime.ts';
import type { App } from '../support/app.ts';
import { cutClip } from '../support/clips.ts';
import { recordingsIn } from '../support/crash.ts';
import { startDesk, type Desk } from '../support/desk.ts';
import { descendantsOf, mainPidOf, processInfo, type ProcessInfo } from '../support/processes.ts';
import { recordingPath, sentences } from '../support/recording.ts';
import { validKey } from '../support/service.ts';
import { patient } from '../support/patient.ts';
import { appearance, openPage, wordsShown } from '../support/pages.ts';

/*
 * One whole run of the app, with a key in its environment and another that is pasted: captions of
 * the recording, a stop, copies, a dictation, the history, the end. Then both keys and what was said are looked for in
 * everything the run left and passed on. They may be where they are meant to be and nowhere else:
 *
 *   a key      in the environment that main was started with, and in the one request that saves it
 *   speech     as sound in recordings/ until its text is stored, as text in captionkey.db, in the
 *              messages captions:* and on the clipboard; what was dictated also in the
 *              messages pill:*, the answers of history:read and exported files
 */
const environmentKey = 'key-in-the-environment';
const keys = [environmentKey, validKey];
/** Whole sentences, and parts of them that partials end in as well. */
const speech = [...sentences, 'say what you mean', 'float above every', 'people talk'];

const recordedSchema = v.array(
  v.object({
    kind: v.picklist(['request', 'answer', 'broadcast']),
    channel: v.string(),
    json: v.string(),
  }),
);

let desk: Desk;
let app: App;
let messages: v.InferOutput<typeof recordedSchema>;
let main: ProcessInfo;
/** What ran at any time, by process id. */
const children = new Map<number, ProcessInfo>();
/** The files of the home folder as they were before the end, and after. */
let filesWhileRunning: Map<string, Buffer>;
let filesAfter: Map<string, Buffer>;
const copied = { transcript: '', diagnostics: '' };

beforeAll(async () => {
  desk = await startDesk();
  app = await desk.launch({
    env: { ASSEMBLYAI_API_KEY: environmentKey },
    modules: [join(import.meta.dirname, '../support/record-ipc.cjs')],
  });
  const pid = mainPidOf(app);
  main = await processInfo(pid);
  const watch = setInterval(() => void noteChildren(pid), 250);

  const panel = await app.page('CaptionKey');
  const captions = await app.page('CaptionKey captions');
  await panel.getByRole('textbox').fill(validKey);
  await panel.getByRole('button', { name: 'Check and save' }).click();
  await panel.getByRole('button', { name: 'Remove key' }).waitFor();

  await panel.getByRole('button', { name: 'Start captions' }).click();
  await captions.getByText('Listening').waitFor();
  await desk.say(recordingPath);
  await vi.waitFor(
    async () => expect(await wordsShown(captions)).toContain(sentences.at(-1)),
    patient,
  );
  await panel.getByRole('button', { name: 'Stop captions' }).click();
  await vi.waitFor(() => expect(desk.service.commands).toContain('ForceEndpoint'), patient);
  // What was said is copied when captions have stopped, and must not come over what is copied next.
  await captions.getByText('Captions are off').waitFor();
  await vi.waitFor(async () => expect(await clipboard()).toContain(sentences.at(-1)), patient);
  await captions.getByRole('log').hover();
  const isCopied = appearance(captions, 'Copied');
  await captions.getByRole('button', { name: 'Copy' }).click();
  await isCopied;
  copied.transcript = await clipboard();
  await openPage(panel, 'privacy');
  await panel.getByRole('button', { name: 'Copy diagnostics' }).click();
  await panel.getByText('Copied to the clipboard.').waitFor();
  copied.diagnostics = await clipboard();

  await dictate();
  await openPage(panel, 'history');
  const lines = panel.getByRole('region', { name: 'History' }).getByRole('listitem');
  await lines
    .nth(0)
    .getByText(sentences.at(-1) ?? '')
    .waitFor();
  await lines.nth(1).getByText('Captions', { exact: true }).waitFor();

  messages = v.parse(
    recordedSchema,
    await app.electron.evaluate(() => Reflect.get(globalThis, 'recordedIpc') as unknown),
  );
  filesWhileRunning = await filesIn(app.home);
  clearInterval(watch);
  const ended = once(app.electron.process(), 'exit');
  await app.electron.evaluate(({ app: running }) => running.quit()).catch(() => undefined);
  await ended;
  // What keeps the clipboard ends by itself once the app is gone.
  filesAfter = await vi.waitFor(async () => {
    const files = await filesIn(app.home);
    expect([...files.keys()].filter((name) => name.includes('clipboard'))).toEqual([]);
    return files;
  }, patient);
});

afterAll(() => desk.stop());

/** Into an entry of another program, which has the text only until it ends. */
async function dictate(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'captionkey-clip-'));
  const clip = cutClip(folder, 3);
  const target = await startProgram(desk.display, 'gtk_entry');
  const before = recorded();
  const held = await desk.holdKeys('ctrl+alt+space');
  await vi.waitFor(() => expect(recorded()).toBeGreaterThan(before), patient);
  await desk.say(clip.path);
  await held.release();
  await vi.waitFor(async () => expect(await target.text()).toBe(clip.text), patient);
  await target.stop();
  await rm(folder, { recursive: true });
}

/** Samples of all recordings that are kept. */
const recorded = (): number =>
  recordingsIn(app.userData).reduce((sum, { samples }) => sum + samples, 0);

const clipboard = (): Promise<string> =>
  app.electron.evaluate(({ clipboard: system }) => system.readText());

/** Between its fork and its own program, a child is listed with what its parent was started with. */
async function noteChildren(pid: number): Promise<void> {
  for (const child of await descendantsOf(pid))
    if (child.command !== main.command) children.set(child.pid, child);
}

/** What of that is in there: as it is, in two bytes a character, or somewhere in base64. */
function found(texts: string[], content: Buffer | string): string[] {
  const bytes = Buffer.from(content);
  return texts.filter((text) =>
    [text, Buffer.from(text, 'utf16le'), ...[0, 1, 2].map((before) => base64(text, before))].some(
      (encoded) => bytes.includes(encoded),
    ),
  );
}

/** What base64 makes of a text that stands behind so many bytes, without what those change. */
const base64 = (text: string, bytesBefore: number): string =>
  Buffer.concat([Buffer.alloc(bytesBefore), Buffer.from(text)])
    .toString('base64')
    .slice(bytesBefore === 0 ? 0 : 4, -4);

async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    // Sockets and pipes hold nothing, and what is temporary may be gone.
    if (!(await stat(path).catch(() => null))?.isFile()) continue;
    files.set(relative(folder, path), await readFile(path).catch(() => Buffer.alloc(0)));
  }
  return files;
}

const filesWith = (texts: string[], files: Map<string, Buffer>): string[] =>
  [...files].filter(([, content]) => found(texts, content).length > 0).map(([name]) => name);

const channelsWith = (texts: string[]): string[] => [
  ...new Set(
    messages
      .filter(({ json }) => found(texts, json).length > 0)
      .map(({ kind, channel }) => `${kind} ${channel}`),
  ),
];

test('the run was complete, and left the usual files', () => {
  expect(copied.transcript).toBe(sentences.join(' '));
  const names = [...filesAfter.keys()];
  expect(names).toEqual(
    expect.arrayContaining(['user-data/logs/main.log', 'user-data/captionkey.db']),
  );
  expect(names.filter((name) => name.endsWith('.wav'))).toEqual([]);
  const log = filesAfter.get('user-data/logs/main.log')?.toString() ?? '';
  for (const event of ['app-started', 'microphone-opened', 'microphone-closed', 'app-ended'])
    expect(log).toContain(` ${event}`);
});

test('no file contains a key', () => {
  expect(filesWith(keys, filesWhileRunning)).toEqual([]);
  expect(filesWith(keys, filesAfter)).toEqual([]);
});

test('no file contains speech, except the store, and the clipboard while the app runs', () => {
  // The stand-in keeps what is on the clipboard in a file, as long as it runs.
  const isMeantTo = (name: string): boolean =>
    /^(user-data\/captionkey\.db(-wal)?$|tmp\/captionkey-clipboard-)/.test(name);
  expect(filesWith(speech, filesWhileRunning).filter((name) => !isMeantTo(name))).toEqual([]);
  expect(filesWith(speech, filesAfter)).toEqual(['user-data/captionkey.db']);
});

test('the app prints neither', () => {
  expect(found([...keys, ...speech], app.output())).toEqual([]);
});

test('a key is only in the message that saves it, and speech only in those of captions, pill and history', () => {
  expect(channelsWith([environmentKey])).toEqual([]);
  expect(channelsWith([validKey])).toEqual(['request key:save']);
  expect(messages.filter(({ channel }) => channel === 'key:save')).toHaveLength(2);
  expect(channelsWith(speech)).toEqual([
    'broadcast captions:patch',
    'broadcast pill:changed',
    'answer history:read',
  ]);
});

test('no argument contains either, and no process inherits a key', () => {
  expect(found(keys, main.environment)).toEqual([environmentKey]);
  expect(found([...keys, ...speech], main.command)).toEqual([]);
  const ran = [...children.values()];
  for (const entry of ['capture', 'key-watch'])
    expect(ran.some(({ command }) => command.includes(entry))).toBe(true);
  // Electron starts these before any script, with the environment that it was given itself.
  const isBeforeUs = ({ command }: ProcessInfo): boolean =>
    !findRuntime().isStandIn && /--type=(zygote|renderer|gpu-process)/.test(command);
  for (const child of ran) {
    expect(found([...keys, ...speech], child.command), child.command).toEqual([]);
    if (!isBeforeUs(child)) expect(found(keys, child.environment), child.command).toEqual([]);
  }
});

test('diagnostics contain neither, and name the source of the key', () => {
  expect(found([...keys, ...speech], copied.diagnostics)).toEqual([]);
  expect(copied.diagnostics).toMatch(/Key:\n {2}(memory|stored)\n/);
  expect(copied.diagnostics).toMatch(/ session session-ended| captions listening-status/);
});
