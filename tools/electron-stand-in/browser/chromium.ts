import { once } from 'node:events';
import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { makeTemporaryFolder, startOwned } from '../../desktop-harness/owned-process.ts';
import { callX } from '../x11/thread.ts';
import { CdpConnection } from './cdp.ts';
import { closeForeignPages } from './foreign-pages.ts';

/** A running browser without windows at the start. */
export interface Chromium {
  cdp: CdpConnection;
  devToolsUrl: string;
  /** Resolves when it has ended, for any reason. */
  ended: Promise<number>;
  /** Opens a window without browser controls. */
  openWindow(url: string): Promise<void>;
  stop(): Promise<void>;
}

/** Hides the bar about unsupported switches above the page. */
const noBars = '--test-type';

const switches = [
  '--no-startup-window',
  // Otherwise Chromium ends when it has no window, so also before the first one.
  '--keep-alive-for-test',
  noBars,
  '--disable-gpu',
  // In a Wayland session Chromium would open Wayland windows, which have no X window to pair with.
  '--ozone-platform=x11',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--password-store=basic',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  // A page cannot open windows. `setWindowOpenHandler` is called nevertheless.
  '--block-new-web-contents',
  // Windows open off the screen and move to their place when they are shown.
  '--window-position=-20000,-20000',
];

/**
 * Leaves the stream open, because Chromium's crash handler writes to it, too. A broken pipe would kill
 * the handler at the first crash of a page, and the page would wait 5 s for it.
 */
const devToolsUrl = async (stderr: Readable): Promise<string> => {
  let written = '';
  for await (const chunk of stderr.iterator({ destroyOnReturn: false })) {
    written += String(chunk);
    const found = /DevTools listening on (ws:\S+)/.exec(written)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`Chromium did not start:\n${written}`);
};

/**
 * Sends a command line to the running browser through the socket in the profile, as a second launch
 * does. That saves the cost of a process.
 */
const secondLaunch = async (profile: string, args: string[]): Promise<void> => {
  const socket = connect(await realpath(join(profile, 'SingletonSocket')));
  await once(socket, 'connect');
  socket.end(['START', profile, 'chromium', ...args].join('\0'));
  if ((await text(socket)) !== 'ACK') throw new Error(`Chromium did not take ${args.join(' ')}.`);
};

/**
 * Starts Chromium with a temporary profile. It ends with this process, in any case, and its profile is
 * removed. Rejects with its output if it does not start.
 */
export const startChromium = async (appSwitches: string[]): Promise<Chromium> => {
  const display = callX('serveUnmanaged');
  const profile = await makeTemporaryFolder('chromium');
  await mkdir(join(profile, 'Default'));
  // The window manager draws the frames, as it does for Electron.
  const preferences = { browser: { custom_chrome_frame: false } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const command = process.env.CAPTIONKEY_CHROMIUM ?? '/usr/bin/chromium';
  const ownSwitches = [`--user-data-dir=${profile}`, '--remote-debugging-port=0'];
  const browser = startOwned([command, ...switches, ...appSwitches, ...ownSwitches], {
    env: { ...process.env, DISPLAY: display },
    folder: profile,
  });
  const url = await devToolsUrl(browser.stderr);
  browser.stderr.resume();
  const cdp = await CdpConnection.open(url);
  closeForeignPages(cdp.browser);
  await cdp.browser.send('Target.setDiscoverTargets', { discover: true });
  let isStopping = false;
  return {
    cdp,
    devToolsUrl: url,
    ended: browser.ended,
    openWindow: (pageUrl) =>
      secondLaunch(profile, [noBars, `--app=${pageUrl}`]).catch((error: unknown) => {
        // As in Electron, a window that is opened while the app ends never gets its page.
        if (isStopping) return new Promise<never>(() => undefined);
        throw error;
      }),
    // If the browser hangs and does not answer, `stop` kills it.
    stop: async () => {
      isStopping = true;
      cdp.close();
      await browser.stop();
    },
  };
};
