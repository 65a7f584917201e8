import { isSameApp } from '#shared/same-app.ts';
import type { HistoryRow } from '#shared/history.ts';
import type { AppProfile } from '#shared/setting-values.ts';

/** What a person can change of a profile; undefined is as for all apps. */
export type ProfileChange = {
  [Name in Exclude<keyof AppProfile, 'app'>]?: AppProfile[Name] | undefined;
};

/** The profile after a change. What is as for all apps is left out. */
export function changedProfile(profile: AppProfile, change: ProfileChange): AppProfile {
  const { language, prompt, keyterms, insertion, continues, pressEnter } = {
    ...profile,
    ...change,
  };
  return {
    app: profile.app,
    ...(language !== undefined && { language }),
    ...(prompt !== undefined && prompt.trim() !== '' && { prompt }),
    ...(keyterms !== undefined && keyterms.length > 0 && { keyterms }),
    ...(insertion !== undefined && { insertion }),
    ...(continues === false && { continues }),
    ...(pressEnter === true && { pressEnter }),
  };
}

/** The terms in a text of one term a line, each once. */
export const termsIn = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

export const hasProfile = (profiles: readonly AppProfile[], app: string): boolean =>
  profiles.some((profile) => isSameApp(profile.app, app));

/** The apps of the newest dictations that have no profile yet, each once. */
export function appsWithoutProfile(
  rows: readonly HistoryRow[],
  profiles: readonly AppProfile[],
): string[] {
  const apps = rows.flatMap((row) =>
    row.type === 'dictation' && row.app !== null && row.app !== '' ? [row.app] : [],
  );
  return [...new Set(apps)].filter((app) => !hasProfile(profiles, app));
}
