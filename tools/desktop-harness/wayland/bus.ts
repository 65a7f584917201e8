import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTemporaryFolder, startOwned } from '../owned-process.ts';
import { accepting } from './until.ts';

/** A message bus that starts no services. It only has those that a test starts. */
export interface EmptyBus {
  address: string;
  stop(): Promise<void>;
}

const config = (socket: string): string => `<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

export async function startEmptyBus(): Promise<EmptyBus> {
  const folder = await makeTemporaryFolder('bus');
  const socket = join(folder, 'bus');
  const file = join(folder, 'bus.conf');
  writeFileSync(file, config(socket));
  const env = { PATH: process.env.PATH };
  const daemon = startOwned(['dbus-daemon', '--nofork', `--config-file=${file}`], { env, folder });
  await accepting('the message bus', socket);
  return { address: `unix:path=${socket}`, stop: () => daemon.stop() };
}
