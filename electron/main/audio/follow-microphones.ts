import type { PreRoll } from '../listening/pre-roll.ts';
import type { ProblemStore } from '../problems/problem-store.ts';
import type { SetupModel } from '../setup.ts';
import type { ResilientMicrophone } from './resilient-microphone.ts';
import { SoundServerWatch } from './sound-server.ts';

interface Parts {
  microphone: Pick<ResilientMicrophone, 'follow'>;
  setup: Pick<SetupModel, 'rescanMicrophones'>;
  preRoll: Pick<PreRoll, 'settle'>;
  problems: Pick<ProblemStore, 'clear'>;
}

/** Follows the microphones that come, go or become the default, once it is started. */
export function followMicrophones(parts: Parts): SoundServerWatch {
  const { microphone, setup, preRoll, problems } = parts;
  const follow = async (): Promise<void> => {
    const { microphones } = await setup.rescanMicrophones();
    microphone.follow(microphones);
    if (microphones.length > 0) problems.clear('microphone-failure');
    preRoll.settle();
  };
  return new SoundServerWatch(() => void follow());
}
