import type { AppStateModel } from '../app-state/app-state-model.ts';
import type { OpenListening } from '../listening/open-listening.ts';
import type { KeyStore } from '../settings/key-store.ts';
import type { PreferencesModel } from '../settings/preferences-model.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { probeUserData } from '../settings/user-data.ts';
import { ProblemEnds } from './problem-ends.ts';
import type { ProblemStore } from './problem-store.ts';

interface Parts {
  problems: ProblemStore;
  appState: AppStateModel;
  preferences: PreferencesModel;
  listening: OpenListening;
  keys: KeyStore;
  settings: SettingsStore;
  userData: string;
}

/** Ends problems when the key, a setting or the audio input changes. */
export function endProblemsOnChange(parts: Parts): void {
  const { problems, appState, preferences, listening, keys, settings, userData } = parts;
  const { listeningController, captions, events } = listening;
  const ends = new ProblemEnds(problems, {
    isIdle: () => listeningController.status.phase === 'idle' && captions.status.phase === 'idle',
    checkConnectionTarget: () => listeningController.checkConnectionTarget(),
    inUse: () => [keys.key, { ...settings.all, captionsPositions: null }],
    hasKeyProblem: () => keys.problem !== null,
    canKeep: () => probeUserData(userData) === null,
  });
  appState.on('changed', () => ends.changed());
  preferences.on('changed', () => ends.changed());
  events.on('starting', () => ends.started()).on('device', () => problems.clear('dictation'));
}
