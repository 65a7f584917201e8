import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright';
import * as v from 'valibot';
import { makeTemporaryFolder, startOwned } from './owned-process.ts';
import { focusedWindow, waitForWindow } from './windows.ts';

/** A program of somebody else, with the focus, that text can be pasted into. */
export interface TextTarget {
  /** What it holds now. */
  text(): Promise<string>;
  stop(): Promise<void>;
}

const programs = join(import.meta.dirname, 'targets');

/** Debian's Python, because the packages of GTK and Qt are installed for it. */
const python = '/usr/bin/python3';

const environment = (display: string) => ({
  ...process.env,
  DISPLAY: display,
  LC_ALL: 'C.UTF-8',
  NO_AT_BRIDGE: '1',
  QT_LOGGING_RULES: '*=false',
});

/** Starts one of our Python programs. Resolves when its window has the focus. */
export async function startProgram(
  display: string,
  program: 'gtk_entry' | 'qt_entry' | 'late_reader',
  ...args: string[]
): Promise<TextTarget & { texts: string[] }> {
  const child = startOwned([python, join(programs, `${program}.py`), ...args], {
    env: environment(display),
  });
  const texts: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    texts.push(v.parse(v.string(), JSON.parse(line)));
  });
  const titles = { gtk_entry: 'GTK entry', qt_entry: 'Qt entry', late_reader: 'Late reader' };
  await waitForFocus(display, titles[program]);
  return { texts, text: () => Promise.resolve(texts.at(-1) ?? ''), stop: () => child.stop() };
}

/** Starts xterm with a program in it that keeps what is typed, byte by byte. */
export async function startXterm(display: string): Promise<TextTarget> {
  const folder = await makeTemporaryFolder('xterm');
  const file = join(folder, 'typed');
  const keep = `stty raw -echo; : > ${file}; cat >> ${file}`;
  const command = ['xterm', '-u8', '-T', 'xterm', '-e', 'sh', '-c', keep];
  const child = startOwned(command, { env: environment(display), folder });
  const text = () => readFile(file, 'utf8').catch(() => '');
  await waitForFocus(display, 'xterm');
  // Until the file is there the terminal still reads lines and not bytes.
  while (
    !(await readFile(file).then(
      () => true,
      () => false,
    ))
  )
    await sleep(20);
  return { text, stop: () => child.stop() };
}

/** Starts Chromium with a text area that has the focus. */
export async function startTextarea(display: string): Promise<TextTarget> {
  const browser = await chromium.launch({
    executablePath: process.env.CAPTIONKEY_CHROMIUM ?? '/usr/bin/chromium',
    headless: false,
    args: ['--no-sandbox', '--disable-gpu', '--ozone-platform=x11'],
    env: { ...process.env, DISPLAY: display },
  });
  const page = await browser.newPage();
  await page.setContent('<title>Textarea</title><textarea autofocus></textarea>');
  const area = page.locator('textarea');
  await area.focus();
  await page.bringToFront();
  await waitForFocus(display, 'Textarea - Chromium');
  return { text: () => area.inputValue(), stop: () => browser.close() };
}

/** Starts a program that has just copied one thing in many formats. */
export async function startRichOwner(display: string): Promise<{ stop: () => Promise<void> }> {
  const child = startOwned([python, join(programs, 'rich_owner.py')], {
    env: environment(display),
  });
  const failed = child.ended.then((status) => {
    throw new Error(`The owner of the clipboard ended with status ${status}.`);
  });
  const copied = new Promise((resolve) => child.stdout.once('data', resolve));
  await Promise.race([copied, failed]);
  return { stop: () => child.stop() };
}

async function waitForFocus(display: string, title: string): Promise<void> {
  const { wid } = await waitForWindow(display, title, { timeoutMs: 30_000 });
  while ((await focusedWindow(display)).active !== wid) await sleep(20);
  // The window manager is done before the program has heard of it.
  await sleep(200);
}
