import { limits } from '#shared/limits.ts';
import { isLanguage, languageNames, takesLanguage } from '#shared/languages.ts';
import type { StreamingSettings } from '#shared/settings.ts';

type Leaning = Pick<StreamingSettings, 'speechModel' | 'prompt' | 'languageCodes'>;

/**
 * How a session is leaned towards the languages that are expected. Only codes of the model go out:
 * one that it does not have could end the session. Sources disagree whether Universal-3 Pro takes
 * codes at all, so a single language stands in its prompt as well, if there is room.
 */
export function lean(settings: Leaning): Pick<Leaning, 'prompt' | 'languageCodes'> {
  const { speechModel, prompt } = settings;
  const languageCodes = settings.languageCodes.filter(
    (code) => code === 'multi' || takesLanguage(speechModel, code),
  );
  const [code, ...others] = languageCodes;
  if (speechModel !== 'u3-rt-pro' || code === undefined || others.length > 0 || !isLanguage(code))
    return { prompt, languageCodes };
  const leaning = `Transcribe ${languageNames[code]}. ${prompt}`.trimEnd();
  const hasRoom = leaning.length <= limits.promptCharacters;
  return { prompt: hasRoom ? leaning : prompt, languageCodes };
}
