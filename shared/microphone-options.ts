import { messages } from './messages/index.ts';
import { isMicrophone, refOf, type PresentMicrophone, type MicrophoneRef } from './microphone.ts';
import type { AppState } from './app-state.ts';

/** One line of the list to choose from; `microphone` is null for the system's default. */
export interface MicrophoneOption {
  /** Different for each line. */
  value: string;
  label: string;
  microphone: MicrophoneRef | null;
}

type Shown = Pick<AppState, 'microphones' | 'chosenMicrophone'>;

const absentValue = 'not connected';

const valueOf = ({ hostApi, id }: PresentMicrophone): string => `${hostApi}/${id}`;

/** The value of the line that is chosen. */
export function chosenValue({ microphones, chosenMicrophone: chosen }: Shown): string {
  if (chosen === null) return '';
  const present = microphones.find((microphone) => isMicrophone(microphone, chosen));
  return present === undefined ? absentValue : valueOf(present);
}

/**
 * What there is to choose: the system's default first, the chosen microphone always, even while
 * it is unplugged, and the host API only where it tells two of the same name apart.
 */
export function microphoneOptions({
  microphones,
  chosenMicrophone: chosen,
}: Shown): MicrophoneOption[] {
  const texts = messages.home.microphone;
  // A monitor is not heard as the microphone, even if the system has no other default.
  const standard = microphones.find(({ isDefault, isMonitor }) => isDefault && isMonitor !== true);
  const present = microphones.map((microphone) => {
    const { name, hostApi } = microphone;
    const hasNamesake = microphones.some((other) => other !== microphone && other.name === name);
    return {
      value: valueOf(microphone),
      label: hasNamesake ? texts.withHostApi(name, hostApi) : name,
      microphone: refOf(microphone),
    };
  });
  const isAbsent = chosen !== null && !microphones.some((known) => isMicrophone(known, chosen));
  return [
    {
      value: '',
      label: standard ? texts.systemDefaultIs(standard.name) : texts.systemDefault,
      microphone: null,
    },
    ...present,
    ...(isAbsent
      ? [{ value: absentValue, label: texts.notConnected(chosen.name), microphone: chosen }]
      : []),
  ];
}
