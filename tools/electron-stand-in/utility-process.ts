import { fork, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import type { ForkOptions, UtilityProcess } from 'electron';
import { strictEmitter, strictly, type Part } from './strict.ts';

const childSetup = new URL('./utility-child.ts', import.meta.url).href;

const checkOptions = (options: ForkOptions): void => {
  for (const name of Object.keys(options))
    if (!['serviceName', 'stdio', 'env', 'cwd', 'execArgv'].includes(name))
      throw new Error(`electron stand-in: the fork option ${name} is not implemented`);
};

/** A Node process with Electron's channel instead of Node's. */
class StandInUtilityProcess
  extends strictEmitter('UtilityProcess', ['spawn', 'exit', 'message', 'error'])
  implements Part<UtilityProcess>
{
  static fork(
    modulePath: string,
    args: string[] = [],
    { stdio = 'inherit', env = process.env, execArgv = [], ...options }: ForkOptions = {},
  ): UtilityProcess {
    checkOptions(options);
    if (stdio !== 'inherit' && stdio !== 'pipe' && stdio !== 'ignore')
      throw new Error('electron stand-in: this fork option stdio is not implemented');
    const child = fork(modulePath, args, {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: { ...env },
      execArgv: [...execArgv, '--import', childSetup],
      serialization: 'advanced',
      stdio: ['ignore', stdio, stdio, 'ipc'],
    });
    return strictly<UtilityProcess>('UtilityProcess', new StandInUtilityProcess(child));
  }

  readonly stdout: NodeJS.ReadableStream | null;
  readonly stderr: NodeJS.ReadableStream | null;
  readonly #child: ChildProcess;

  constructor(child: ChildProcess) {
    super();
    this.#child = child;
    this.stdout = child.stdout;
    this.stderr = child.stderr;
    child.on('spawn', () => this.emit('spawn'));
    child.on('message', (message) => this.emit('message', message));
    child.on('exit', (code, signal) =>
      this.emit('exit', code ?? (signal === null ? 1 : constants.signals[signal])),
    );
  }

  get pid(): number | undefined {
    const { pid, exitCode, signalCode } = this.#child;
    return exitCode === null && signalCode === null ? pid : undefined;
  }

  /** Clones first, as Electron does, so that values that cannot be cloned throw. */
  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(structuredClone(message) as object);
  }

  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = StandInUtilityProcess;
