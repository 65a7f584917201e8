import type { DeviceInfo, getHostAPIs } from 'naudiodon';
import { isMicrophone, type Microphone, type MicrophoneRef } from '#shared/microphone.ts';
import { cleanName, withDistinctNames } from './names.ts';

type HostApis = ReturnType<typeof getHostAPIs>;

/** The inputs among PortAudio's devices, as they are shown and remembered. */
export function microphonesAmong(devices: DeviceInfo[], hostApis: HostApis): Microphone[] {
  const defaultId = defaultInputId(hostApis);
  const inputs = inputsAmong(devices);
  return withDistinctNames(
    inputs.map((device, index) => {
      const earlier = inputs.slice(0, index).filter((other) => hasSameName(other, device));
      const name = cleanName(device.name) || 'Microphone';
      return {
        id: `${name}/${earlier.length + 1}`,
        name,
        hostApi: device.hostAPIName,
        listedAs: device.name,
        isDefault: device.id === defaultId,
      };
    }),
  );
}

const inputsAmong = (devices: DeviceInfo[]): DeviceInfo[] =>
  devices.filter((device) => device.maxInputChannels > 0);

const hasSameName = (a: DeviceInfo, b: DeviceInfo): boolean =>
  a.hostAPIName === b.hostAPIName && cleanName(a.name) === cleanName(b.name);

/** PortAudio's own choice. */
export const defaultDeviceId = -1;

/**
 * PortAudio's id for a remembered microphone. Ids are indexes that move, so they are looked up
 * before each opening; an unknown one would silently mean the default (platform: naudiodon).
 *
 * @returns null where the microphone is away
 */
export function deviceIdFor(
  wanted: MicrophoneRef,
  devices: DeviceInfo[],
  hostApis: HostApis,
): number | null {
  const index = microphonesAmong(devices, hostApis).findIndex((microphone) =>
    isMicrophone(microphone, wanted),
  );
  return inputsAmong(devices)[index]?.id ?? null;
}

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
