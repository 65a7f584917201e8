import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { patienceMs, within } from '../patience.ts';
import { makeTemporaryFolder, startOwned } from './owned-process.ts';

const run = promisify(execFile);

/** Longer than the buffers of the sound server and PortAudio, on a busy machine. */
const heardMs = 250;

/** A private sound server. Its only microphone delivers what {@link play} plays. */
export interface VirtualSound {
  /** The environment that a process needs to record from the virtual microphone. */
  env: {
    PULSE_SERVER: string;
    PULSE_COOKIE: string;
    ALSA_CONFIG_PATH: string;
    XDG_RUNTIME_DIR: string;
  };
  /** Plays a WAV file into the microphone, which is otherwise silent. Resolves when it is recorded. */
  play(wavFile: string): Promise<void>;
  /** Ends the playback and resolves its `play`. */
  hush(): void;
  /** The microphone delivers nothing until {@link VirtualSound.resume}. Sound played now is lost. */
  suspend(): Promise<void>;
  resume(): Promise<void>;
  /**
   * Connects one more microphone, which delivers the same sound.
   *
   * @param name the description that programs list, in any script
   * @param source the server's name of the source, in ASCII
   * @returns disconnects it
   */
  plug(name: string, source?: string): Promise<() => Promise<void>>;
  /** The sources that programs record from now, by the server's names. */
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
 * A null sink with `norewinds` wakes at least every 50 ms, even while nothing plays. Without it, an
 * idle monitor delivers in bursts two seconds apart. Most programs do not list a monitor as a
 * microphone, so a source is made from it.
 */
const modules = (socket: string, sampleRateHz: number): string[] => [
  `module-native-protocol-unix auth-anonymous=1 socket=${socket}`,
  `module-null-sink sink_name=speaker ${formatOf(sampleRateHz)} norewinds=1`,
  microphoneModule('microphone', 'Virtual_microphone', sampleRateHz).join(' '),
];

/** In `source_properties`, a value with spaces needs a second pair of quotes. */
const microphoneModule = (source: string, name: string, sampleRateHz: number): string[] => [
  'module-remap-source',
  `source_name=${source}`,
  'master=speaker.monitor',
  ...formatOf(sampleRateHz).split(' '),
  `source_properties="device.description='${name}'"`,
];

const formatOf = (sampleRateHz: number): string => `format=s16le channels=1 rate=${sampleRateHz}`;

/**
 * Starts a private PulseAudio with one microphone, its default source, which delivers 16-bit mono.
 * Rejects if PulseAudio does not start.
 *
 * @param sampleRateHz the microphone's own rate; no resampling is needed at 16000, most real devices
 *   have 48000
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
      const end = played.catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
      await within('the end of a sound that plays', end);
      // `paplay` ends when the server has the end of the sound, before it reaches the recorder.
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
      // The server itself records from a source to make another of it. That output has no client.
      return outputs.flatMap(([, source = '', client]) =>
        client === '-' ? [] : [names.get(source) ?? source],
      );
    },
    stop: () => server.stop(),
  };
};

/** The columns of the output of `pactl list short`. */
const rows = (printed: string): string[][] =>
  printed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));

const sourceNames = (printed: string): Map<string, string> =>
  new Map(rows(printed).map(([index = '', name = '']) => [index, name]));
