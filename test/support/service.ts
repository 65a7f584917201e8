import type { IntakePace } from '../../electron/demo-server/audio-intake.ts';
import { startDemoServer, type DemoServer } from '../../electron/demo-server/server.ts';
import { joined, recording } from './recording.ts';

/** The demo server instead of the service, with a record of what it received. */
export interface Service {
  /** The environment that makes the app use it. */
  env: { ASSEMBLYAI_API_KEY: string; CAPTIONKEY_STREAMING_URL: string };
  /** All sound of one session, in order; by default of the first session. */
  sound(session?: number): Int16Array;
  /** The length of sound louder than silence over all sessions, in samples. */
  loudSamples(): number;
  /** The control messages in their order, over all sessions. */
  commands: string[];
  /** Every UpdateConfiguration, with the number of its session. */
  updates: { session: number; [name: string]: unknown }[];
  /** The parameters of each session. */
  sessions: URLSearchParams[];
  close: DemoServer['close'];
}

/** The only key the service accepts. */
export const validKey = 'valid-test-key';

/**
 * Starts the service on loopback.
 *
 * @param pace the pace of the real service by default
 * @param known the recording whose words it recognises
 */
export async function startService(pace?: IntakePace, known = recording): Promise<Service> {
  const frames = new Map<string, Uint8Array[]>();
  const commands: string[] = [];
  const updates: Service['updates'] = [];
  const sessions: URLSearchParams[] = [];
  let loudSamples = 0;
  const server = await startDemoServer({
    key: validKey,
    recording: known,
    ...(pace && { pace }),
    onSession: ({ id, query }) => {
      frames.set(id, []);
      sessions.push(query);
    },
    onFrame: ({ sessionId, pcm }) => {
      frames.get(sessionId)?.push(pcm);
      loudSamples += countLoud(samplesOf(pcm));
    },
    onCommand: ({ sessionId, type, ...changed }) => {
      commands.push(type);
      if (type === 'UpdateConfiguration')
        updates.push({ session: [...frames.keys()].indexOf(sessionId), ...changed });
    },
  });
  return {
    env: { ASSEMBLYAI_API_KEY: validKey, CAPTIONKEY_STREAMING_URL: server.url },
    sound: (session = 0) => joined(...([...frames.values()][session] ?? []).map(samplesOf)),
    loudSamples: () => loudSamples,
    commands,
    updates,
    sessions,
    close: () => server.close(),
  };
}

const isLoud = (sample: number): boolean => Math.abs(sample) > 200;

/** The number of samples that are louder than silence. */
export const countLoud = (sound: Int16Array): number =>
  sound.reduce((count, sample) => count + Number(isLoud(sample)), 0);

/** 16-bit PCM as samples; a copy, because a frame may begin at an odd byte of its buffer. */
export const samplesOf = (pcm: Uint8Array): Int16Array =>
  new Int16Array(Uint8Array.from(pcm).buffer);
