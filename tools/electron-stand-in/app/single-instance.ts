import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { launchArguments } from './launch-arguments.ts';

/** The message of a second launch to the first instance. */
export interface SecondLaunch {
  argv: string[];
  workingDirectory: string;
  additionalData: unknown;
}

/**
 * The name of an abstract socket for a folder. The kernel frees such a socket when its process ends in
 * any way, so a stale lock cannot remain.
 */
const socketOf = (userDataFolder: string): string =>
  `\0captionkey-${createHash('sha256').update(userDataFolder).digest('hex')}`;

/**
 * Becomes the one instance that uses this folder, or notifies the running one. Returns after the
 * running instance has the message, as Electron does, because the caller may quit immediately.
 *
 * @param onLaunch is called for every later launch
 * @returns whether this process is the one instance
 */
export const lockInstance = (
  userDataFolder: string,
  additionalData: unknown,
  onLaunch: (launch: SecondLaunch) => void,
): boolean => {
  const socket = socketOf(userDataFolder);
  const server = createServer({ allowHalfOpen: true }, (connection) => {
    void text(connection).then((message) => {
      connection.end('received');
      onLaunch(JSON.parse(message) as SecondLaunch);
    });
  });
  server.on('error', () => undefined);
  server.listen(socket);
  // Node binds an abstract socket synchronously. Only the events come later.
  if (server.listening) {
    server.unref();
    return true;
  }
  const launch: SecondLaunch = {
    argv: [process.execPath, ...launchArguments.all],
    workingDirectory: process.cwd(),
    additionalData,
  };
  const script = fileURLToPath(new URL('./notify-first-instance.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, [script, socket.slice(1)], {
    input: JSON.stringify(launch),
    stdio: ['pipe', 'ignore', 'inherit'],
    timeout: 20_000,
  });
  if (status !== 0) throw new Error('The running instance does not answer. End it and try again.');
  return false;
};
