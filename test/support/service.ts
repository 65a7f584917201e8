import type { IntakePace } from '../../electron/demo-server/audio-intake.ts';
import { startDemoServer, type DemoServer } from '../../electron/demo-server/server.ts';
import { joined, recording } from './recording.ts';

/** The demo server in the place of the service, and what reached it. */
export interface Service {
  /** What the app needs in its environment to use it. */
  env: { ASSEMBLYAI_API_KEY: string; CAPTIONKEY_STREAMING_URL: string };
  /** All the sound of one session, in the order it came; the first session unless told. */
  sound(session?: number): Int16Array;
  /** How much sound came that is more than silence, over all sessions, in samples. */
  loudSamples(): number;
  /** The control messages, in the order they came, over all sessions. */
  commands: string[];
  /** Every UpdateConfiguration as it came, with the number of its session. */
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
 * @param pace as the real one has it, unless given
 * @param known the recording whose words it hears
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

/** How many samples are more than silence. */
export const countLoud = (sound: Int16Array): number =>
  sound.reduce((count, sample) => count + Number(isLoud(sample)), 0);

/** 16-bit PCM as samples; a copy, because a frame may begin at an odd byte of its buffer. */
export const samplesOf = (pcm: Uint8Array): Int16Array =>
  new Int16Array(Uint8Array.from(pcm).buffer);
