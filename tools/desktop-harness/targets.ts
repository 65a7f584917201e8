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

/** Another program that has the focus and accepts a paste. */
export interface TextTarget {
  /** Its current text. */
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

/** Starts one of the Python programs in `targets`. Resolves when its window has the focus. */
export async function startProgram(
  display: string,
  program: 'gtk_entry' | 'qt_entry' | 'late_reader',
  ...args: string[]
): Promise<TextTarget & { texts: string[] }> {
  return startReporting(program, display, {}, args);
}

async function startReporting(
  program: 'gtk_entry' | 'qt_entry' | 'late_reader',
  display: string,
  env: NodeJS.ProcessEnv,
  args: readonly string[] = [],
): Promise<TextTarget & { texts: string[] }> {
  const child = startOwned([python, join(programs, `${program}.py`), ...args], {
    env: { ...environment(display), ...env },
  });
  const texts: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    texts.push(v.parse(v.string(), JSON.parse(line)));
  });
  const titles = { gtk_entry: 'GTK entry', qt_entry: 'Qt entry', late_reader: 'Late reader' };
  await waitForFocus(display, titles[program]);
  return { texts, text: () => Promise.resolve(texts.at(-1) ?? ''), stop: () => child.stop() };
}

/**
 * Starts one of the programs so that it reports its text to assistive technologies.
 *
 * @param busAddress of a session bus that can start the accessibility bus
 */
export async function startAccessibleProgram(
  display: string,
  busAddress: string,
  program: 'gtk_entry' | 'qt_entry',
): Promise<TextTarget> {
  return startReporting(program, display, {
    ...{ NO_AT_BRIDGE: undefined, DBUS_SESSION_BUS_ADDRESS: busAddress },
    QT_LINUX_ACCESSIBILITY_ALWAYS_ON: '1',
  });
}

/** Starts xterm with a program that stores its input byte by byte. */
export async function startXterm(display: string): Promise<TextTarget> {
  const folder = await makeTemporaryFolder('xterm');
  const file = join(folder, 'typed');
  const keep = `stty raw -echo; : > ${file}; cat >> ${file}`;
  const command = ['xterm', '-u8', '-T', 'xterm', '-e', 'sh', '-c', keep];
  const child = startOwned(command, { env: environment(display), folder });
  const text = () => readFile(file, 'utf8').catch(() => '');
  await waitForFocus(display, 'xterm');
  // The terminal is not in raw mode before the file exists.
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
  // The window gets the focus before its page does, so the first keys may be lost.
  while ((await area.inputValue()) === '') {
    await area.click();
    await pressKeys(display, 'x');
    await sleep(300);
  }
  // Keys arrive in order, so after this one no earlier key is pending.
  await pressKeys(display, 'y');
  while (!(await area.inputValue()).endsWith('y')) await sleep(20);
  await area.fill('');
  return { text: () => area.inputValue(), stop: () => browser.close() };
}

/** Starts a program that copies content in many formats. Resolves when it has. */
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

/** Clipboard managers, and the file of each one's history. */
const histories = {
  parcellite: 'parcellite/history',
  'xfce4-clipman': 'xfce4/clipman/textsrc',
};

/**
 * Starts a clipboard manager, which reads all copied content. Resolves when it has read something.
 * Clipman also keeps the content that a program hands over at its end. It prints an error about the
 * missing session bus, and works without one.
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
  // A manager waits half a minute for the answer of a program that has ended. So each probe runs until
  // another program owns the clipboard, and then ends automatically.
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
