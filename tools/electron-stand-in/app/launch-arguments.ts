/** The command line as Electron parses it. Arguments after the app belong to the app. */
export interface LaunchArguments {
  /** Everything after the executable, as `process.argv` shows it. */
  all: string[];
  /** Modules to load before the app, given by `-r`. */
  modules: string[];
  /** The port of Node's inspector; 0: a free port that the system chooses. */
  inspectPort: number | undefined;
  /** The app: a folder with a package.json, or its main script. */
  entry: string;
  wantsVersion: boolean;
  /** The switches, including those after the app, with their values. */
  switches: Map<string, string>;
}

const parse = (all: string[]): LaunchArguments => {
  const modules: string[] = [];
  let inspectPort: number | undefined;
  let entry: string | undefined;
  let wantsVersion = false;
  for (let at = 0; at < all.length && entry === undefined; at += 1) {
    const argument = all[at] ?? '';
    if (argument === '-r' || argument === '--require') modules.push(all[(at += 1)] ?? '');
    else if (argument === '-v' || argument === '--version') wantsVersion = true;
    else if (argument.startsWith('--inspect')) inspectPort = Number(argument.split('=')[1] ?? 9229);
    else if (!argument.startsWith('-')) entry = argument;
  }
  const switches = new Map(
    all.flatMap((argument) => {
      const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
      return name === undefined ? [] : [[name, value ?? ''] as const];
    }),
  );
  return { all, modules, inspectPort, entry: entry ?? '.', wantsVersion, switches };
};

export const launchArguments = parse(process.argv.slice(2));
