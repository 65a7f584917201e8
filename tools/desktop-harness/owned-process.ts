import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/**
 * Runs its arguments, and ends them when descriptor 3 reaches its end, which happens when the Node
 * process ends. This also works on SIGKILL, when the Node process can run no handler. The supervisor
 * closes its copies of the pipes, so that they end with the process that it runs. The watcher of
 * descriptor 3 ends with that process, too: the system gives its number to another process, which a later
 * signal would end.
 */
const supervisor = `
folder=$1; shift
"$@" 3<&- &
child=$!
{
  read -r _ <&3
  kill $child
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do kill -0 $child || exit; sleep 0.1; done
  kill -KILL $child
} >/dev/null 2>&1 4>&- &
watcher=$!
exec >/dev/null 2>&1 3<&- 4>&-
wait $child
status=$?
kill $watcher
# Helpers of the process may still be writing for a moment.
for _ in 1 2 3 4 5 6 7 8 9 10; do
  [ -n "$folder" ] && [ -e "$folder" ] || break
  rm -rf "$folder" || sleep 0.1
done
exit $status
`;

/** A process that ends when this process ends. Its folder is removed at its end. */
export interface OwnedProcess {
  stdout: Readable;
  stderr: Readable;
  /** The output on its file descriptor 4. */
  descriptor4: Readable;
  /** Resolves with the exit status, -1 after a signal. */
  ended: Promise<number>;
  /** Ends the process and removes its folder. Resolves when both are gone. */
  stop(): Promise<void>;
}

/** Makes a folder for {@link startOwned}, which removes it. */
export const makeTemporaryFolder = (name: string): Promise<string> =>
  mkdtemp(join(tmpdir(), `captionkey-${name}-`));

const readable = (stream: unknown): Readable => {
  if (stream instanceof Readable) return stream.resume();
  throw new Error('spawn returned no pipe.');
};

/**
 * Starts a process that ends at the latest with this process. It does not receive the terminal's
 * Ctrl+C, so that the caller decides the order in which processes end.
 *
 * @param folder is removed when the process has ended
 */
export const startOwned = (
  command: string[],
  { env, folder = '' }: { env: NodeJS.ProcessEnv; folder?: string },
): OwnedProcess => {
  const child = spawn('/bin/sh', ['-c', supervisor, 'owned-process', folder, ...command], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
  });
  const [, stdout, stderr, lifeline, descriptor4] = child.stdio;
  const ended = once(child, 'exit').then(([status]) => (typeof status === 'number' ? status : -1));
  return {
    stdout: readable(stdout),
    stderr: readable(stderr),
    descriptor4: readable(descriptor4),
    ended,
    stop: async () => {
      lifeline?.destroy();
      await ended;
    },
  };
};
