import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AfterPackContext } from 'electron-builder';
import { thirdPartyLicences } from './licences.ts';

const addonPath = 'app.asar.unpacked/node_modules/naudiodon/build/Release/naudiodon.node';

/**
 * Puts the licences of all packages into each package, and makes the addon fit to be packaged.
 *
 * electron-builder calls this before it flips the fuses.
 */
export async function afterPack(context: AfterPackContext): Promise<void> {
  const resources = context.packager.getResourcesDir(context.appOutDir);
  await writeFile(join(resources, 'THIRD-PARTY-LICENCES.txt'), thirdPartyLicences());
  if (context.electronPlatformName === 'linux') await lookBesideItself(join(resources, addonPath));
}

/**
 * Makes the packaged audio addon search its library only in its own folder. On Linux, the compiler also
 * adds the folder of the build. On another machine, that path could hold a different library. On macOS
 * and Windows, the addon has no such path.
 */
async function lookBesideItself(addon: string): Promise<void> {
  const relative = withRelativeRunpath(await readFile(addon));
  // Remove the file first: it may be a hard link to the one in node_modules, which must not change.
  await rm(addon);
  await writeFile(addon, relative, { mode: 0o755 });
}

/**
 * The addon searches its own folder if `npm start` has compiled it, or the folder where `npm ci` has.
 *
 * @throws an Error if it searches neither, because the package would not find the library
 */
function withRelativeRunpath(addon: Buffer): Buffer {
  const bytes = addon.toString('latin1');
  const runpath = /\0(?:(?:[^\0]*:)?\$ORIGIN|[^\0]*\/naudiodon\/build\/Release)\0/.exec(bytes)?.[0];
  if (runpath === undefined) {
    throw new Error(
      'The audio addon does not look for its library beside itself. Remove node_modules/naudiodon/build and run `npm start`, which compiles it.',
    );
  }
  // Keep the length, so that offsets in the file do not change.
  const relative = '\0$ORIGIN'.padEnd(runpath.length, '\0');
  return Buffer.from(
    bytes.replace(runpath, () => relative),
    'latin1',
  );
}
