import { hasMicrophone, type PresentMicrophone } from '#shared/microphone.ts';
import type { PreRollSwitch } from '../listening/pre-roll-switch.ts';
import type { ProblemStore } from '../problems/problem-store.ts';
import type { AppStateModel } from '../app-state/app-state-model.ts';
import type { ResilientMicrophone } from './resilient-microphone.ts';
import { SoundServerWatch } from './sound-server.ts';

interface Parts {
  microphone: Pick<ResilientMicrophone, 'follow'>;
  /** The monitor of the output. */
  monitor: Pick<ResilientMicrophone, 'follow'>;
  appState: Pick<AppStateModel, 'rescanMicrophones' | 'read'>;
  preRoll: Pick<PreRollSwitch, 'settle'>;
  problems: Pick<ProblemStore, 'clear'>;
}

export interface MicrophoneWatch {
  /** Looks for microphones, and again at each change. */
  start(): void;
  stop(): void;
}

/** Follows the microphones that come, go or become the default. */
export function followMicrophones(parts: Parts): MicrophoneWatch {
  const { microphone, monitor, appState, preRoll, problems } = parts;
  const look = async (): Promise<PresentMicrophone[]> => {
    const { microphones, computerSound } = await appState.rescanMicrophones();
    microphone.follow(microphones);
    monitor.follow(computerSound === null ? [] : [computerSound]);
    return microphones;
  };
  const changed = async (): Promise<void> => {
    const microphones = await look();
    if (hasMicrophone(microphones)) problems.clear('microphone-failure');
    if (appState.read().computerSound !== null) problems.clear('computer-sound-failure');
    preRoll.settle();
  };
  const watch = new SoundServerWatch(() => void changed());
  return {
    start: () => {
      watch.start();
      void look();
    },
    stop: () => watch.stop(),
  };
}
