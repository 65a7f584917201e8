import { isMicrophone, type PresentMicrophone, type MicrophoneRef } from '#shared/microphone.ts';

/** PortAudio's host APIs on Windows. The first has the least delay and whole names. */
const preferred = ['Windows WASAPI', 'Windows DirectSound', 'MME'];

/** MME shortens names to 31 characters, of which the last may be a space. */
const shortestCutName = 30;

/**
 * Lists each microphone once. PortAudio lists those of Windows once for each host API. One that was
 * chosen with another host API stays. Other systems have one host API, or a different name in each.
 */
export function oneHostApi(
  present: PresentMicrophone[],
  chosen: MicrophoneRef | null,
): PresentMicrophone[] {
  const shown = preferred.find((hostApi) => present.some((known) => known.hostApi === hostApi));
  if (shown === undefined) return present;
  const standard = present.find(({ isDefault }) => isDefault)?.name;
  const isStandard = ({ name }: PresentMicrophone): boolean =>
    name === standard ||
    (standard !== undefined && standard.length >= shortestCutName && name.startsWith(standard));
  return present
    .filter((known) => known.hostApi === shown || (chosen !== null && isMicrophone(known, chosen)))
    .map((known) => ({ ...known, isDefault: known.hostApi === shown && isStandard(known) }));
}
