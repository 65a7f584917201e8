import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, SENTINEL } from '@electron/fuses/dist/constants.js';

/** The fuses of Electron as it is downloaded. Each one that our configuration sets has the other value. */
const downloadedFuses = [
  FuseState.ENABLE,
  FuseState.DISABLE,
  FuseState.ENABLE,
  FuseState.ENABLE,
  FuseState.DISABLE,
  FuseState.DISABLE,
  FuseState.DISABLE,
  FuseState.ENABLE,
];

/** Starts what the environment names, on the app that the environment names. */
const script = '#!/bin/sh\nexec "$CAPTIONKEY_RUNTIME" "$CAPTIONKEY_APP" "$@"\n';

/**
 * Makes a folder with the files of Electron that electron-builder changes, for machines that cannot
 * download Electron. Its executable is a script that ends before the fuses.
 */
export function makeElectronFolder(folder: string): string {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  for (const locale of ['de', 'en-US', 'fr'])
    writeFileSync(join(folder, 'locales', `${locale}.pak`), '');
  const wire = Buffer.from([1, downloadedFuses.length, ...downloadedFuses]);
  const executable = Buffer.concat([Buffer.from(script), Buffer.from(SENTINEL), wire]);
  writeFileSync(join(folder, 'electron'), executable, { mode: 0o755 });
  return folder;
}
