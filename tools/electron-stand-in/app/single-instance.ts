import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { launchArguments } from './launch-arguments.ts';

/** What a second launch tells the first. */
export interface SecondLaunch {
  argv: string[];
  workingDirectory: string;
  additionalData: unknown;
}

/**
 * An abstract socket, named after the folder it guards: the kernel frees it when its owner ends,
 * however that happens, so no stale lock can remain.
 */
const socketOf = (userDataFolder: string): string =>
  `\0captionkey-${createHash('sha256').update(userDataFolder).digest('hex')}`;

/**
 * Becomes the one instance that uses this folder, or tells the one that is.
 * @param onLaunch is called for every later launch
 * @returns whether we are the one. Like Electron's it returns when the other instance has the
 *   message, because the caller may quit at once.
 */
export const lockInstance = (
  userDataFolder: string,
  additionalData: unknown,
  onLaunch: (launch: SecondLaunch) => void,
): boolean => {
  const socket = socketOf(userDataFolder);
  const server = createServer({ allowHalfOpen: true }, (connection) => {
    void text(connection).then((message) => {
      connection.end('heard');
      onLaunch(JSON.parse(message) as SecondLaunch);
    });
  });
  server.on('error', () => undefined);
  server.listen(socket);
  // Sockets of this kind are bound at once; only the events of it are deferred.
  if (server.listening) {
    server.unref();
    return true;
  }
  const launch: SecondLaunch = {
    argv: [process.execPath, ...launchArguments.all],
    workingDirectory: process.cwd(),
    additionalData,
  };
  const teller = fileURLToPath(new URL('./tell-first-instance.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, [teller, socket.slice(1)], {
    input: JSON.stringify(launch),
    stdio: ['pipe', 'ignore', 'inherit'],
    timeout: 20_000,
  });
  if (status !== 0) throw new Error('The running instance does not answer. End it and try again.');
  return false;
};
