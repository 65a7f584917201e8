import type { DeviceInfo, HostInfo } from 'naudiodon';
import { isMicrophone, type PresentMicrophone, type MicrophoneRef } from '#shared/microphone.ts';
import { cleanName, withDistinctNames } from './names.ts';

/** What is read of PortAudio's devices and host APIs. */
type Device = Pick<
  DeviceInfo,
  'id' | 'name' | 'hostAPIName' | 'maxInputChannels' | 'defaultSampleRate'
>;
interface HostApis {
  defaultHostAPI: number;
  HostAPIs: Pick<HostInfo, 'defaultInput'>[];
}

/** The inputs among PortAudio's devices, as they are shown and remembered. */
export function microphonesAmong(devices: Device[], hostApis: HostApis): PresentMicrophone[] {
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

const inputsAmong = (devices: Device[]): Device[] =>
  devices.filter((device) => device.maxInputChannels > 0);

const hasSameName = (a: Device, b: Device): boolean =>
  a.hostAPIName === b.hostAPIName && cleanName(a.name) === cleanName(b.name);

/** Leaves the choice to PortAudio. */
export const defaultDeviceId = -1;

/**
 * PortAudio's id for a remembered microphone. An id is an index that changes when devices come and
 * go, so it is looked up before each opening. PortAudio opens the default for an unknown id, without
 * an error.
 *
 * @returns null if the microphone is not connected
 */
export function deviceIdFor(
  wanted: MicrophoneRef,
  devices: Device[],
  hostApis: HostApis,
): number | null {
  const index = microphonesAmong(devices, hostApis).findIndex((microphone) =>
    isMicrophone(microphone, wanted),
  );
  return inputsAmong(devices)[index]?.id ?? null;
}

/**
 * The device's default sample rate, which it always accepts; null if it is unknown.
 *
 * @param deviceId PortAudio's id, or {@link defaultDeviceId}
 */
export function ownRateHzOf(
  deviceId: number,
  devices: Device[],
  hostApis: HostApis,
): number | null {
  const wantedId = deviceId === defaultDeviceId ? defaultInputId(hostApis) : deviceId;
  return devices.find(({ id }) => id === wantedId)?.defaultSampleRate ?? null;
}

const defaultInputId = (hostApis: HostApis): number | undefined =>
  hostApis.HostAPIs[hostApis.defaultHostAPI]?.defaultInput;
