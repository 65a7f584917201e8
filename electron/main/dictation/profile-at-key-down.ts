import { profileFor, sessionProfileOf, type SessionProfile } from '#core/profiles/profiles.ts';
import type { AppProfile } from '#shared/setting-values.ts';
import type { Target } from '../insertion/insertion.ts';
import { mainTuning } from '../time/tuning.ts';
import { withinTime } from '../time/within-time.ts';

/** What a profile asks for, once it is known whose window has the focus at key-down. */
export interface ProfileAtKeyDown {
  /** Null if the program has none. */
  profile: Promise<AppProfile | null>;
  /**
   * What it asks of the session; null if no profile asks for anything. A desktop that does not name the window
   * in time gets the session of the settings.
   */
  session: Promise<SessionProfile | null> | null;
}

/** The profile of the program that has the focus at key-down. */
export function profileAtKeyDown(
  profiles: readonly AppProfile[],
  target: Promise<Target | null>,
): ProfileAtKeyDown {
  if (profiles.length === 0) return { profile: Promise.resolve(null), session: null };
  const profile = target.then((known) => profileFor(profiles, known?.app ?? ''));
  if (profiles.every((known) => sessionProfileOf(known) === null))
    return { profile, session: null };
  const asked = profile.then(sessionProfileOf);
  return { profile, session: withinTime(asked, mainTuning.profileTimeoutMs, null) };
}
