import { spawnSync } from 'node:child_process';
import * as v from 'valibot';
import type { Microphone, MicrophoneRef } from '#shared/microphone.ts';

/*
 * PortAudio lists a PulseAudio or PipeWire server as one device without a name. Its sources are
 * asked of the server itself, and one is chosen by the environment (platform: naudiodon).
 */
export const pulseHostApi = 'PulseAudio';

/** The server as PortAudio lists it. */
export const pulseDevice: MicrophoneRef = { name: 'pulse', hostApi: 'ALSA' };

const sourcesSchema = v.array(
  v.object({
    name: v.string(),
    description: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
    /** What an output plays, which is no microphone. */
    monitor_source: v.optional(v.string(), ''),
  }),
);

const infoSchema = v.object({ default_source_name: v.string() });

/**
 * A server that hangs must not keep the microphone waiting; one that is taken for hanging while the
 * machine is busy has the default recorded in the place of the microphone that was chosen.
 */
const timeoutMs = 3_000;

/** The server's microphones under their own names, or null where there is no such server. */
export function pulseMicrophones(): Microphone[] | null {
  const sources = askSources();
  const info = ask(infoSchema, 'info');
  return (
    sources?.map(({ name, description }) => ({
      name: description,
      hostApi: pulseHostApi,
      isDefault: name === info?.default_source_name,
    })) ?? null
  );
}

/** The server's own name of a remembered microphone, or null where it is away. */
export const pulseSourceFor = (wanted: MicrophoneRef): string | null =>
  askSources()?.find(({ description }) => description === wanted.name)?.name ?? null;

/** Makes the next opening use that source; null leaves the choice to the server. */
export function choosePulseSource(source: string | null): void {
  if (source === null) delete process.env.PULSE_SOURCE;
  else process.env.PULSE_SOURCE = source;
}

const askSources = (): v.InferOutput<typeof sourcesSchema> | null =>
  ask(sourcesSchema, 'list', 'sources')?.filter((source) => source.monitor_source === '') ?? null;

function ask<S extends v.GenericSchema>(schema: S, ...args: string[]): v.InferOutput<S> | null {
  if (process.platform !== 'linux') return null;
  const options = { encoding: 'utf8', timeout: timeoutMs } as const;
  const { status, stdout } = spawnSync('pactl', ['--format=json', ...args], options);
  if (status !== 0) return null;
  try {
    const parsed = v.safeParse(schema, JSON.parse(stdout));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
