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

/**
 * PortAudio's id for a remembered microphone. Ids are indexes that move, so they are looked up
 * before each opening; an unknown one would silently mean the default (platform: naudiodon).
 *
 * @returns the default input where `wanted` is null or away; null where there is no input at all
 */
export function deviceIdFor(
  wanted: MicrophoneRef | null,
  devices: DeviceInfo[],
  hostApis: HostApis,
): number | null {
  const inputs = devices.filter((device) => device.maxInputChannels > 0);
  const remembered = inputs.find(
    (device) => device.name === wanted?.name && device.hostAPIName === wanted.hostApi,
  );
  const fallback = inputs.find((device) => device.id === defaultInputId(hostApis)) ?? inputs[0];
  return (remembered ?? fallback)?.id ?? null;
}

const defaultInputId = (hostApis: HostApis): number | undefined =>
  hostApis.HostAPIs[hostApis.defaultHostAPI]?.defaultInput;
