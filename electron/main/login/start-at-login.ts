import { problem, type Problem } from '#shared/problem.ts';
import type { ProblemStore } from '../problems/problem-store.ts';
import type { SettingsStore } from '../settings/settings-store.ts';

/** The entry in the system that starts the app with the session. */
export interface LoginItem {
  /** The file of the entry, or the program that it starts. */
  path: string;
  /** Why this app cannot be started with the session, or null. */
  refusal: Problem | null;
  /** Whether the entry exists, even if the person has switched it off in the system. */
  isThere(): boolean;
  /** @throws the file system's error, or one if the system has not taken the entry */
  set(isOn: boolean): void;
}

interface Parts {
  settings: SettingsStore;
  problems: Pick<ProblemStore, 'set'>;
  loginItem: LoginItem;
}

/**
 * Starts the app with the session if the setting is on. A start of the app only sets what is missing,
 * because the person may have changed the entry in the system. While the setting is off, only a change of
 * it removes the entry: another user-data folder has settings of its own.
 */
export function startAtLogin({ settings, problems, loginItem }: Parts): void {
  const set = (isOn: boolean): void => {
    if (loginItem.refusal !== null) {
      problems.set('login', isOn ? loginItem.refusal : null);
      return;
    }
    try {
      loginItem.set(isOn);
      problems.set('login', null);
    } catch {
      problems.set('login', problem('login-not-set', { path: loginItem.path }));
    }
  };
  if (settings.all.startAtLogin && !loginItem.isThere()) set(true);
  settings.on('changed', (names) => {
    if (names.includes('startAtLogin')) set(settings.all.startAtLogin);
  });
}
