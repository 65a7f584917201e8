import { join } from 'node:path';
import { regionUrls } from '#core/assemblyai/address.ts';
import {
  dictatingParametersFrom,
  parametersFrom,
} from '#core/assemblyai/parameters/from-settings.ts';
import { withSessionProfile } from '#core/profiles/profiles.ts';
import type { MicrophoneRef } from '#shared/microphone.ts';
import type { Log } from '../logging/log.ts';
import { LoggedMicrophone } from '../logging/logged-microphone.ts';
import type { Fork } from '../processes/child.ts';
import type { KeyStore } from '../settings/key-store.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { AudioInput } from './audio-input.ts';
import { CaptureClient } from './capture-client.ts';
import { MicrophoneDevice } from './microphone-device.ts';
import { MonitorDevice } from './monitor-device.ts';
import { ComputerSound } from './computer-sound.ts';
import { ResilientMicrophone } from './resilient-microphone.ts';

interface Parts {
  fork: Fork;
  settings: SettingsStore;
  keys: KeyStore;
  log: Log;
  userData: string;
  /** The address that replaces the region's service, or null. */
  streamingUrl: string | null;
  /** Whether the system lets the app use microphones. */
  mayHear: () => boolean;
}

/** Builds the microphone, the sound of the computer, and the service that both go to. */
export function openAudio(parts: Parts) {
  const { fork, settings, keys, log, userData, streamingUrl, mayHear } = parts;
  const recordingsFolder = join(userData, 'recordings');
  const wanted = (): MicrophoneRef | null => settings.all.microphone;
  const capture = new CaptureClient(fork, recordingsFolder, new MicrophoneDevice(wanted, mayHear));
  const microphone = new ResilientMicrophone(capture);
  const baseUrl = (): string => streamingUrl ?? regionUrls[settings.all.region];
  const audioInput = new AudioInput(new LoggedMicrophone(microphone, log), (profile) => {
    const wanted = withSessionProfile(settings.all, profile);
    return {
      baseUrl: baseUrl(),
      key: keys.key,
      readingKey: keys.reading,
      parameters: parametersFrom(wanted),
      dictating: dictatingParametersFrom(wanted),
    };
  });
  const monitorCapture = new CaptureClient(fork, recordingsFolder, new MonitorDevice());
  const monitor = new ResilientMicrophone(monitorCapture);
  const computerSound = new LoggedMicrophone(new ComputerSound(monitor), log);
  const captures = [capture, monitorCapture];
  const devices = { capture, captures, microphone, monitor, computerSound };
  return { ...devices, audioInput, baseUrl, recordingsFolder };
}
