import type { CommandLine } from 'electron';
import { strictly } from '../strict.ts';
import { launchArguments } from './launch-arguments.ts';

const { switches } = launchArguments;

/** Switches of the stand-in. Chromium gets another profile and another debugging port. */
const ours = new Set(['user-data-dir', 'remote-debugging-port', 'inspect', 'require']);

/** Electron's `app.commandLine`. It holds every switch, also those of the app. */
export const commandLine = strictly<CommandLine>('app.commandLine', {
  appendSwitch: (name, value = '') => void switches.set(name, value),
  hasSwitch: (name) => switches.has(name),
  getSwitchValue: (name) => switches.get(name) ?? '',
  removeSwitch: (name) => void switches.delete(name),
});

/** The switches for Chromium. */
export const chromiumSwitches = (): string[] =>
  [...switches]
    .filter(([name]) => !ours.has(name))
    .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
