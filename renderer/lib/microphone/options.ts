import type { MicrophoneRef } from '#shared/microphone.ts';
import type { Setup } from '#shared/setup.ts';

/** One line of the list to choose from; `microphone` is null for the system's default. */
export interface MicrophoneOption {
  value: string;
  label: string;
  microphone: MicrophoneRef | null;
}

/** The value a microphone has in the list. */
export const optionValue = (microphone: MicrophoneRef | null): string =>
  microphone ? `${microphone.hostApi}/${microphone.name}` : '';

/**
 * What there is to choose: the system's default first, the chosen microphone always, even while
 * it is unplugged, and the host API only where it tells two of the same name apart.
 */
export function microphoneOptions({
  microphones,
  chosenMicrophone: chosen,
}: Pick<Setup, 'microphones' | 'chosenMicrophone'>): MicrophoneOption[] {
  const standard = microphones.find(({ isDefault }) => isDefault);
  const present = microphones.map((microphone) => {
    const { name, hostApi } = microphone;
    const hasNamesake = microphones.some((other) => other !== microphone && other.name === name);
    return {
      value: optionValue(microphone),
      label: hasNamesake ? `${name} (${hostApi})` : name,
      microphone: { name, hostApi },
    };
  });
  const isAbsent = chosen && !present.some(({ value }) => value === optionValue(chosen));
  return [
    {
      value: '',
      label: standard ? `System default (${standard.name})` : 'System default',
      microphone: null,
    },
    ...present,
    ...(isAbsent
      ? [
          {
            value: optionValue(chosen),
            label: `${chosen.name} (not connected)`,
            microphone: chosen,
          },
        ]
      : []),
  ];
}
