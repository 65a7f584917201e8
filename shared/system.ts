/** The system that the app runs on. */
export type System = 'linux' | 'macos' | 'windows';

export const onEachSystem = <Value>(valueOn: (system: System) => Value): Record<System, Value> => ({
  linux: valueOn('linux'),
  macos: valueOn('macos'),
  windows: valueOn('windows'),
});

/** @param platform as Node names it */
export function systemOf(platform: string): System {
  if (platform === 'darwin') return 'macos';
  return platform === 'win32' ? 'windows' : 'linux';
}
