import type { DeviceInfo, getHostAPIs } from 'naudiodon';
import type { Microphone, MicrophoneRef } from '#shared/microphone.ts';

type HostApis = ReturnType<typeof getHostAPIs>;

/** The inputs among PortAudio's devices, as they are shown and remembered. */
export function microphonesAmong(devices: DeviceInfo[], hostApis: HostApis): Microphone[] {
  const defaultId = defaultInputId(hostApis);
  return devices
    .filter((device) => device.maxInputChannels > 0)
    .map((device) => ({
      name: device.name,
      hostApi: device.hostAPIName,
      isDefault: device.id === defaultId,
    }));
}

/** PortAudio's own choice. */
export const defaultDeviceId = -1;

/**
 * PortAudio's id for a remembered microphone. Ids are indexes that move, so they are looked up
 * before each opening; an unknown one would silently mean the default (platform: naudiodon).
 *
 * @returns null where the microphone is away
 */
export const deviceIdFor = (wanted: MicrophoneRef, devices: DeviceInfo[]): number | null =>
  devices.find(
    ({ name, hostAPIName, maxInputChannels }) =>
      maxInputChannels > 0 && name === wanted.name && hostAPIName === wanted.hostApi,
  )?.id ?? null;

/**
 * The rate a device works at by itself, which it does not refuse, or null where that is not known.
 *
 * @param deviceId PortAudio's id, or {@link defaultDeviceId}
 */
export function ownRateHzOf(
  deviceId: number,
  devices: DeviceInfo[],
  hostApis: HostApis,
): number | null {
  const wantedId = deviceId === defaultDeviceId ? defaultInputId(hostApis) : deviceId;
  return devices.find(({ id }) => id === wantedId)?.defaultSampleRate ?? null;
}

const defaultInputId = (hostApis: HostApis): number | undefined =>
  hostApis.HostAPIs[hostApis.defaultHostAPI]?.defaultInput;
