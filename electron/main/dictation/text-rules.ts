import type { AppProfile } from '#shared/setting-values.ts';
import { usualRules, type InsertionRules } from '../insertion/insertion.ts';

/** How a text is shaped and inserted. */
export interface TextRules extends InsertionRules {
  /** Whether it continues a text that it soon follows. */
  continues: boolean;
}

export const usualTextRules: TextRules = { ...usualRules, continues: true };

/**
 * The rules of a profile.
 *
 * @param isComplete whether all of the text is final. Enter would send a text that may lack its end.
 */
export const textRulesFor = (profile: AppProfile | null, isComplete: boolean): TextRules => ({
  way: profile?.insertion ?? null,
  pressesEnter: isComplete && profile?.pressEnter === true,
  continues: profile?.continues ?? true,
});
