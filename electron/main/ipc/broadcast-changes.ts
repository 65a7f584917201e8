import type { AppLanguage } from '../language/app-language.ts';
import type { AppStateModel } from '../app-state/app-state-model.ts';
import type { DoctorModel } from '../doctor/doctor-model.ts';
import type { PreferencesModel } from '../settings/preferences-model.ts';
import type { SpeechStorage } from '../storage/speech-storage.ts';
import type { CaptionFeed } from './caption-feed.ts';

interface Parts {
  feed: CaptionFeed;
  language: AppLanguage;
  appState: AppStateModel;
  preferences: PreferencesModel;
  storage: SpeechStorage;
  doctor: DoctorModel;
}

/** Broadcasts changes of the state that the windows show. */
export function broadcastChanges(parts: Parts): void {
  const { feed, language, appState, preferences, storage, doctor } = parts;
  language.on('changed', (code) => feed.broadcast('language:changed', code));
  appState.on('changed', (changed) => feed.broadcast('app-state:changed', changed));
  preferences.on('changed', (inUse) => feed.broadcast('settings:changed', inUse));
  doctor.on('changed', (run) => feed.broadcast('doctor:changed', run));
  storage
    .on('used', () => feed.broadcast('usage:changed', null))
    .on('changed', () => {
      feed.broadcast('unfinished:changed', null);
      feed.broadcast('history:changed', null);
    });
}
