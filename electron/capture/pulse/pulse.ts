import { spawnSync } from 'node:child_process';
import type { DeviceInfo } from 'naudiodon';
import { isMicrophone, type Microphone, type MicrophoneRef } from '#shared/microphone.ts';
import {
  defaultSourceIn,
  lacksDescription,
  microphonesOf,
  sourcesInJson,
  sourcesInText,
} from './sources.ts';

/*
 * PortAudio lists a PulseAudio or PipeWire server as one device without a name. Its sources are
 * asked of the server itself, and one is chosen by the environment (platform: naudiodon).
 */

/** The server as PortAudio lists it. */
export const isPulseDevice = ({ name, hostAPIName, maxInputChannels }: DeviceInfo): boolean =>
  name === 'pulse' && hostAPIName === 'ALSA' && maxInputChannels > 0;

/**
 * A server that hangs must not keep the microphone waiting. If a busy server takes longer than this,
 * the default microphone is recorded instead of the chosen one.
 */
const timeoutMs = 3_000;
/** A source takes some 2 kB. */
const mostBytes = 16_000_000;

/** The server's microphones under their own names, or null where there is no such server. */
export function pulseMicrophones(): Microphone[] | null {
  const json = ask('--format=json', 'list', 'sources');
  const sources = json === null ? null : sourcesInJson(json);
  // Before version 16 `pactl` prints no JSON.
  const needsText = sources === null || lacksDescription(sources);
  const text = needsText ? ask('list', 'sources') : null;
  if (sources === null && text === null) return null;
  const described = text === null ? [] : sourcesInText(text);
  return microphonesOf(sources ?? described, described, defaultSourceIn(ask('info') ?? ''));
}

/** The server's own name of a remembered microphone, or null where it is away. */
export const pulseSourceFor = (wanted: MicrophoneRef): string | null =>
  pulseMicrophones()?.find((microphone) => isMicrophone(microphone, wanted))?.id ?? null;

/** Makes the next opening use that source; null leaves the choice to the server. */
export function choosePulseSource(source: string | null): void {
  if (source === null) delete process.env.PULSE_SOURCE;
  else process.env.PULSE_SOURCE = source;
}

function ask(...args: string[]): string | null {
  if (process.platform !== 'linux') return null;
  const { status, stdout } = spawnSync('pactl', args, {
    encoding: 'utf8',
    timeout: timeoutMs,
    maxBuffer: mostBytes,
    // Other locales translate the text, and write decimal commas into the JSON.
    env: { ...process.env, LC_ALL: 'C.UTF-8', LANGUAGE: '' },
  });
  return status === 0 ? stdout : null;
}
