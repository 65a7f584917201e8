import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPacedMicrophone, type PacedMicrophone } from './paced-microphone.ts';
import { startSecureFront, type SecureFront } from './secure-front.ts';

/** What all clients share: one microphone, and one TLS proxy to one service. */
export interface Venue {
  microphone: PacedMicrophone;
  front: SecureFront;
  /** The environment that a client needs. */
  env: Record<string, string>;
  close(): Promise<void>;
}

/**
 * @param url the service's, with `ws:`
 * @param key that the service accepts
 */
export async function openVenue(url: string, key: string): Promise<Venue> {
  const folder = await mkdtemp(join(tmpdir(), 'captionkey-bench-'));
  const [microphone, front] = await Promise.all([
    startPacedMicrophone(),
    startSecureFront(url, key, folder),
  ]);
  return {
    microphone,
    front,
    env: { ...microphone.env, ...front.env },
    close: async () => {
      await Promise.all([front.close(), microphone.stop()]);
      await rm(folder, { recursive: true });
    },
  };
}
