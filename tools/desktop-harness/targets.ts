import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright';
import * as v from 'valibot';
import { copyToClipboard } from './clipboard.ts';
import { makeTemporaryFolder, startOwned } from './owned-process.ts';
import { pressKeys } from './keyboard.ts';
import { waitForFocusedWindow } from './windows.ts';

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
  // The window has the focus before the page in it has, so the first keys may be lost.
  while ((await area.inputValue()) === '') {
    await area.click();
    await pressKeys(display, 'x');
    await sleep(300);
  }
  // Keys come in their order: once this one is there, no earlier one is still on its way.
  await pressKeys(display, 'y');
  while (!(await area.inputValue()).endsWith('y')) await sleep(20);
  await area.fill('');
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

/** Clipboard managers, and the file where each keeps what it has read. */
const histories = {
  parcellite: 'parcellite/history',
  'xfce4-clipman': 'xfce4/clipman/textsrc',
};

/**
 * Starts a clipboard manager that reads whatever is copied; resolves when it has read something.
 * Clipman also keeps what a program that ends hands over to it. It complains about the missing
 * session bus, and works all the same.
 */
export async function startManager(
  display: string,
  name: keyof typeof histories,
): Promise<{ stop: () => Promise<void> }> {
  const folder = await makeTemporaryFolder('manager');
  const home = { HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
  const cache = { XDG_CACHE_HOME: folder, XDG_RUNTIME_DIR: folder };
  const env = { ...environment(display), ...home, ...cache, DBUS_SESSION_BUS_ADDRESS: 'disabled:' };
  const child = startOwned([name], { env, folder });
  // A manager that asked a program which has ended meanwhile waits half a minute for its answer. So
  // each probe stays until the clipboard is somebody else's, when it has answered and ends by itself.
  const probes: { stop: () => Promise<void> }[] = [];
  const stop = async () => {
    await child.stop();
    await Promise.all(probes.map((probe) => probe.stop()));
  };
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const copied = `Is anybody there? ${attempt}`;
    probes.push(await copyToClipboard(display, 'UTF8_STRING', copied));
    await sleep(500);
    const history = await readFile(join(folder, histories[name]), 'utf8').catch(() => '');
    if (history.includes(copied)) return { stop };
  }
  await stop();
  throw new Error(`${name} read nothing in 30 s. Is its package installed?`);
}

const waitForFocus = (display: string, title: string) => waitForFocusedWindow(display, title);
