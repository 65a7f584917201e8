import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { patienceMs } from '../patience.ts';
import { makeTemporaryFolder, startOwned } from './owned-process.ts';

const run = promisify(execFile);

/** Buffers of the sound server and of PortAudio, on a machine with other work. */
const heardMs = 250;

/** A sound server of our own, whose only microphone hears what {@link play} plays. */
export interface VirtualSound {
  /** What a process needs in its environment to record from the virtual microphone. */
  env: {
    PULSE_SERVER: string;
    PULSE_COOKIE: string;
    ALSA_CONFIG_PATH: string;
    XDG_RUNTIME_DIR: string;
  };
  /** Plays a WAV file into the microphone, which is silent otherwise; resolves once it was heard. */
  play(wavFile: string): Promise<void>;
  /** Ends what is being played; those who wait for it go on. */
  hush(): void;
  /** The microphone delivers nothing until {@link VirtualSound.resume}; what is played is lost. */
  suspend(): Promise<void>;
  resume(): Promise<void>;
  /**
   * Plugs in one more microphone, which hears the same.
   * @param name as it is listed, in any script
   * @param source the server's own name of it, in ASCII
   * @returns unplugs it
   */
  plug(name: string, source?: string): Promise<() => Promise<void>>;
  /** The sources that programs record from now, by the server's own names. */
  recordedSources(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Makes every ALSA program, PortAudio among them, use the sound server. */
const alsaConfig = `
</usr/share/alsa/alsa.conf>
pcm.!default { type pulse }
ctl.!default { type pulse }
`;

/**
 * A null sink with `norewinds` wakes at least every 50 ms, even while nothing plays; without it
 * an idle monitor delivers in bursts two seconds apart. A monitor is not a microphone to most
 * programs, so a source is put on top of it.
 */
const modules = (socket: string, sampleRateHz: number): string[] => [
  `module-native-protocol-unix auth-anonymous=1 socket=${socket}`,
  `module-null-sink sink_name=speaker ${formatOf(sampleRateHz)} norewinds=1`,
  microphoneModule('microphone', 'Virtual_microphone', sampleRateHz).join(' '),
];

/** Within `source_properties` a value that has spaces is quoted once more. */
const microphoneModule = (source: string, name: string, sampleRateHz: number): string[] => [
  'module-remap-source',
  `source_name=${source}`,
  'master=speaker.monitor',
  ...formatOf(sampleRateHz).split(' '),
  `source_properties="device.description='${name}'"`,
];

const formatOf = (sampleRateHz: number): string => `format=s16le channels=1 rate=${sampleRateHz}`;

/**
 * Starts a private PulseAudio with one microphone, its default source, delivering 16-bit mono.
 * @param sampleRateHz the microphone's own rate; at 16000 nothing is resampled for speech, at
 *   48000 it is as most real devices are
 * Rejects when PulseAudio does not start.
 */
export const startSound = async ({ sampleRateHz = 16_000 } = {}): Promise<VirtualSound> => {
  const folder = await makeTemporaryFolder('sound');
  const socket = join(folder, 'socket');
  const configFile = join(folder, 'alsa.conf');
  await writeFile(configFile, alsaConfig);
  const env = {
    PULSE_SERVER: `unix:${socket}`,
    PULSE_COOKIE: join(folder, 'cookie'),
    ALSA_CONFIG_PATH: configFile,
    XDG_RUNTIME_DIR: folder,
  };
  const server = startOwned(
    [
      ...['pulseaudio', '-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no'],
      ...modules(socket, sampleRateHz).flatMap((module) => ['-L', module]),
    ],
    { env: { ...process.env, ...env, HOME: folder, PULSE_RUNTIME_PATH: folder }, folder },
  );
  let failure: string | undefined;
  void server.ended.then((status) => {
    failure = `PulseAudio ended with status ${status}. Is the package pulseaudio installed?`;
  });
  const clientEnv = { ...process.env, ...env };
  const control = async (...command: string[]): Promise<string> =>
    (await run('pactl', command, { env: clientEnv })).stdout;
  for (let attempt = 0; ; attempt += 1) {
    const answer = await control('set-default-source', 'microphone').then(
      () => true,
      () => false,
    );
    if (answer) break;
    if (failure !== undefined || attempt >= patienceMs / 25) {
      await server.stop();
      throw new Error(failure ?? 'PulseAudio did not answer.');
    }
    await sleep(25);
  }
  let hushing = new AbortController();
  return {
    env,
    play: async (wavFile) => {
      const { signal } = hushing;
      const played = run('paplay', ['--device=speaker', wavFile], { env: clientEnv, signal });
      await played.catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
      // The server has taken the end of it a moment before whoever records has heard it.
      await sleep(heardMs);
    },
    hush: () => {
      hushing.abort();
      hushing = new AbortController();
    },
    suspend: () => control('suspend-source', 'microphone', '1').then(() => undefined),
    resume: () => control('suspend-source', 'microphone', '0').then(() => undefined),
    plug: async (name, source = `plugged.${name}`) => {
      const module = microphoneModule(source, name, sampleRateHz);
      const index = await control('load-module', ...module);
      return async () => {
        await control('unload-module', index.trim());
      };
    },
    recordedSources: async () => {
      const names = sourceNames(await control('list', 'short', 'sources'));
      const outputs = rows(await control('list', 'short', 'source-outputs'));
      // A source that is made of another records from that one itself; it has no client.
      return outputs.flatMap(([, source = '', client]) =>
        client === '-' ? [] : [names.get(source) ?? source],
      );
    },
    stop: () => server.stop(),
  };
};

/** The columns of what `pactl list short` prints. */
const rows = (printed: string): string[][] =>
  printed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));

const sourceNames = (printed: string): Map<string, string> =>
  new Map(rows(printed).map(([index = '', name = '']) => [index, name]));
