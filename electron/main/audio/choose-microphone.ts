import type { AppState } from '#shared/app-state.ts';
import type { MicrophoneRef } from '#shared/microphone.ts';
import { ok, type Result } from '#shared/result.ts';
import type { AppStateModel } from '../app-state/app-state-model.ts';
import type { PreRollSwitch } from '../listening/pre-roll-switch.ts';
import type { SettingsStore } from '../settings/settings-store.ts';

interface Parts {
  settings: Pick<SettingsStore, 'chooseMicrophone'>;
  preRoll: Pick<PreRollSwitch, 'reopen'>;
  appState: Pick<AppStateModel, 'refresh'>;
}

/** Uses another microphone from the next opening on; null is the system's default. */
export function chooseMicrophone(
  { settings, preRoll, appState }: Parts,
  microphone: MicrophoneRef | null,
): Result<AppState> {
  const chosen = settings.chooseMicrophone(microphone);
  if (!chosen.ok) return chosen;
  preRoll.reopen();
  return ok(appState.refresh());
}
