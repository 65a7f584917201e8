import { randomUUID } from 'node:crypto';
import { Script } from 'node:vm';
import { windowTag } from '../window/tag.ts';
import { makeCodec } from './codec.ts';
import { makeWorldBridge } from './world-bridge.ts';
import { preparePageWorld, runPreload } from './worlds.ts';

/** Runs only in the main frame, as Electron's preloads do, and not in a new window's empty page. */
const inAppPage = (body: string): string =>
  `if (window.top === window && !location.href.includes(${JSON.stringify(windowTag)})) {\n${body}\n}`;

const call = (fn: (...args: never[]) => unknown, ...args: string[]): string =>
  `(${fn.toString()})(${args.join(', ')})`;

/**
 * The sources to run before a page's own scripts, in the page's world and in the preload's.
 *
 * @throws SyntaxError if the preload is not a script
 */
export const pageScripts = (preload: string): { pageWorld: string; preloadWorld: string } => {
  const secret = JSON.stringify(randomUUID());
  const { platform, arch, versions } = process;
  const info = {
    platform,
    arch,
    versions,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
  };
  const preloadFunction = `(require, process) => {
    const module = { exports: {} };
    ((require, process, module, exports) => {\n${preload}\n})(require, process, module, module.exports);
  }`;
  new Script(preloadFunction);
  return {
    pageWorld: inAppPage(
      call(preparePageWorld, call(makeWorldBridge, secret, '"page"', '"preload"')),
    ),
    preloadWorld: inAppPage(
      call(
        runPreload,
        call(makeCodec),
        call(makeWorldBridge, secret, '"preload"', '"page"'),
        JSON.stringify({ ...info, env: {} }),
        preloadFunction,
      ),
    ),
  };
};
