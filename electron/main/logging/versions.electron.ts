import { release } from 'node:os';
import { app } from 'electron';
import type { FactsOf, Version } from './events.ts';

/** The versions that the app runs on. */
export function versions(): FactsOf<'app-started'> {
  const { electron, chrome, node } = process.versions;
  return {
    captionkey: versionIn(app.getVersion()),
    electron: versionIn(electron),
    chrome: versionIn(chrome),
    node: versionIn(node),
    platform: process.platform,
    arch: process.arch,
    system: versionIn(release()),
  };
}

function versionIn(text: string | undefined): Version {
  const [, major = 0, minor = 0, patch = 0] = /^(\d+)\.(\d+)(?:\.(\d+))?/.exec(text ?? '') ?? [];
  return `${Number(major)}.${Number(minor)}.${Number(patch)}`;
}
