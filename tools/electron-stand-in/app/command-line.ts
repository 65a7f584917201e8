import type { CommandLine } from 'electron';
import { strictly } from '../strict.ts';
import { launchArguments } from './launch-arguments.ts';

const { switches } = launchArguments;

/** These are for us: Chromium runs on a profile and a debugging port of our own choice. */
const ours = new Set(['user-data-dir', 'remote-debugging-port', 'inspect', 'require']);

/** Chromium's command line. Like Electron's it holds every switch, also those of the app. */
export const commandLine = strictly<CommandLine>('app.commandLine', {
  appendSwitch: (name, value = '') => void switches.set(name, value),
  hasSwitch: (name) => switches.has(name),
  getSwitchValue: (name) => switches.get(name) ?? '',
  removeSwitch: (name) => void switches.delete(name),
});

/** The switches that Chromium is started with. */
export const chromiumSwitches = (): string[] =>
  [...switches]
    .filter(([name]) => !ours.has(name))
    .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
