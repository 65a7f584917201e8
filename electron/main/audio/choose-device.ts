import {
  isMicrophone,
  refOf,
  type PresentMicrophone,
  type MicrophoneRef,
} from '#shared/microphone.ts';

/** What to open. `default` leaves the choice to the capture process; null: nothing may be opened. */
export type Device = MicrophoneRef | 'default' | null;

/** Whether both are the same. Names change when another device has the same one. */
export function isSameDevice(one: Device, other: Device): boolean {
  if (one === null || other === null || one === 'default' || other === 'default')
    return one === other;
  if (one.hostApi !== other.hostApi || one.id !== other.id) return false;
  return one.id !== undefined || one.name === other.name;
}

/** The microphones that are there now; null before they were listed. */
export type Present = readonly PresentMicrophone[] | null;

/**
 * The microphone to open. A sound server without a microphone makes a monitor its default. What the
 * computer plays is no microphone, so a monitor is opened only if the person chose it.
 *
 * @param wanted the person's choice; null is the system's default
 */
export function microphoneToOpen(wanted: MicrophoneRef | null, present: Present): Device {
  const known = present ?? [];
  // Beside a sound server, PortAudio's own names are not listed, so they cannot be compared.
  const comparable = known.filter(({ hostApi }) => hostApi === wanted?.hostApi);
  const isThere =
    wanted !== null &&
    (comparable.length === 0 || comparable.some((one) => isMicrophone(one, wanted)));
  const isMonitorDefault = known.some(({ isDefault, isMonitor }) => isDefault && isMonitor);
  // The capture process opens the default for a microphone that is not there, and reports that.
  if (isThere || !isMonitorDefault) return wanted ?? 'default';
  const real = known.find(({ isMonitor }) => isMonitor !== true);
  return real === undefined ? null : refOf(real);
}

/** The monitor to open for the sound of the computer: that of the default output. */
export function monitorToOpen(present: Present): Device {
  if (present === null) return 'default';
  const monitor = present.find(({ isOfDefaultOutput }) => isOfDefaultOutput);
  return monitor === undefined ? null : refOf(monitor);
}
