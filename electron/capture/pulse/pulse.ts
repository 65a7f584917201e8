import { spawnSync } from 'node:child_process';
import type { DeviceInfo } from 'naudiodon';
import { isMicrophone, type PresentMicrophone, type MicrophoneRef } from '#shared/microphone.ts';
import {
  defaultsIn,
  lacksDescription,
  microphonesOf,
  sourcesInJson,
  sourcesInText,
} from './sources.ts';

/*
 * PortAudio lists a PulseAudio or PipeWire server as one device. CaptionKey asks the server for its
 * sources, and chooses one by the environment variable PULSE_SOURCE.
 */

/** Whether a device of PortAudio's list is the server. */
export const isPulseDevice = ({ name, hostAPIName, maxInputChannels }: DeviceInfo): boolean =>
  name === 'pulse' && hostAPIName === 'ALSA' && maxInputChannels > 0;

/**
 * A server that hangs must not keep the microphone waiting. If a busy server takes longer than this,
 * the default microphone is recorded instead of the chosen one.
 */
const timeoutMs = 3_000;
/** `pactl` prints about 2 kB for a source. */
const mostBytes = 16_000_000;

/**
 * The server's microphones and the monitors of its outputs; null if `pactl` is missing or fails.
 */
export function pulseMicrophones(): PresentMicrophone[] | null {
  const json = ask('--format=json', 'list', 'sources');
  const sources = json === null ? null : sourcesInJson(json);
  // Before version 16 `pactl` prints no JSON.
  const needsText = sources === null || lacksDescription(sources);
  const text = needsText ? ask('list', 'sources') : null;
  if (sources === null && text === null) return null;
  const described = text === null ? [] : sourcesInText(text);
  return microphonesOf(sources ?? described, described, defaultsIn(ask('info') ?? ''));
}

/**
 * The source of a remembered microphone; null if it is not connected. If `pactl` is missing or fails,
 * it is the remembered source and `isSure` is false.
 */
export function pulseSourceFor(wanted: MicrophoneRef): { source: string | null; isSure: boolean } {
  const present = pulseMicrophones();
  if (present === null) return { source: wanted.id ?? null, isSure: false };
  const same = present.find((microphone) => isMicrophone(microphone, wanted));
  return { source: same?.id ?? null, isSure: true };
}

/** The monitor of the default output; null if there is none, or if the server cannot be asked. */
export const defaultMonitor = (): PresentMicrophone | null =>
  pulseMicrophones()?.find(({ isOfDefaultOutput }) => isOfDefaultOutput) ?? null;

/** Makes the next opening use a source. With null, the server uses its default. */
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
    // In other locales, `pactl` translates the text and writes decimal commas into the JSON.
    env: { ...process.env, LC_ALL: 'C.UTF-8', LANGUAGE: '' },
  });
  return status === 0 ? stdout : null;
}
