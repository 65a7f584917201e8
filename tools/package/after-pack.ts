import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AfterPackContext } from 'electron-builder';

const addonPath = 'app.asar.unpacked/node_modules/naudiodon/build/Release/naudiodon.node';

/**
 * Makes the packaged audio addon look for its library beside itself and nowhere else. On Linux the
 * compiler put the folder it was built in first: a path of the build machine, under which somebody
 * else's library could lie on another. On macOS and Windows the addon has no such path.
 *
 * electron-builder calls this before it flips the fuses.
 */
export async function afterPack(context: AfterPackContext): Promise<void> {
  if (context.electronPlatformName !== 'linux') return;
  const addon = join(context.packager.getResourcesDir(context.appOutDir), addonPath);
  const relative = withRelativeRunpath(await readFile(addon));
  // It may be a hard link to the one in node_modules, which stays as it is.
  await rm(addon);
  await writeFile(addon, relative, { mode: 0o755 });
}

/** @throws Error when the addon does not look beside itself at all: it would find no library. */
function withRelativeRunpath(addon: Buffer): Buffer {
  const bytes = addon.toString('latin1');
  const runpath = /\0(?:[^\0]*:)?\$ORIGIN\0/.exec(bytes)?.[0];
  if (runpath === undefined) {
    throw new Error(
      'The audio addon does not look for its library beside itself. Remove node_modules/naudiodon/build and run `npm start`, which compiles it.',
    );
  }
  // As long as before, so that nothing in the file moves.
  const relative = '\0$ORIGIN'.padEnd(runpath.length, '\0');
  return Buffer.from(
    bytes.replace(runpath, () => relative),
    'latin1',
  );
}
