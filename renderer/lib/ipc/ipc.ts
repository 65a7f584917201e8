import type { Bridge } from '#shared/ipc.ts';

declare global {
  interface Window {
    /** Put here by the preload script before the page's own scripts run. */
    captionkey: Bridge;
  }
}

/** Asks the main process; what fails comes back as a problem, never thrown. */
export const request: Bridge['request'] = (channel, ...args) =>
  window.captionkey.request(channel, ...args);

/** Hears what the main process tells its windows; returns the way to stop. */
export const subscribe: Bridge['subscribe'] = (channel, callback) =>
  window.captionkey.subscribe(channel, callback);
