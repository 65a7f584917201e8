import { limits } from '#shared/limits.ts';
import { isSameApp } from '#shared/same-app.ts';
import type { AppProfile } from '#shared/setting-values.ts';
import type { StreamingSettings } from '#shared/settings.ts';

/**
 * The profile of a program. The name has to be the same, in capitals or not. If several profiles have it, the
 * first counts.
 *
 * @param app the name by the class of its window, as in `Target.app`; empty if it has none
 */
export function profileFor(profiles: readonly AppProfile[], app: string): AppProfile | null {
  return profiles.find((profile) => isSameApp(profile.app, app)) ?? null;
}

/** What a profile changes in a session with the service. What is missing is as in the settings. */
export type SessionProfile = Pick<AppProfile, 'language' | 'prompt' | 'keyterms'>;

/** What a profile asks of its sessions; null if the settings decide everything. */
export function sessionProfileOf(profile: AppProfile | null): SessionProfile | null {
  if (profile === null) return null;
  const { language, prompt = '', keyterms = [] } = profile;
  if (language === undefined && prompt === '' && keyterms.length === 0) return null;
  return {
    ...(language !== undefined && { language }),
    ...(prompt !== '' && { prompt }),
    ...(keyterms.length > 0 && { keyterms }),
  };
}

/** The settings of a session for a profile. Its terms come first, as far as the service takes them. */
export function withSessionProfile<Settings extends StreamingSettings>(
  settings: Settings,
  profile: SessionProfile | null,
): Settings {
  if (profile === null) return settings;
  const { language, prompt = settings.prompt, keyterms = [] } = profile;
  const terms = [...new Set([...keyterms, ...settings.keyterms])].slice(0, limits.keyterms);
  return {
    ...settings,
    prompt,
    languageCodes: language === undefined ? settings.languageCodes : [language],
    keyterms: keyterms.length === 0 ? settings.keyterms : terms,
  };
}
