import { limits } from '#shared/limits.ts';
import { isLanguage, languageNames, takesLanguage } from '#shared/languages.ts';
import type { StreamingSettings } from '#shared/settings.ts';

type LanguageSettings = Pick<StreamingSettings, 'speechModel' | 'prompt' | 'languageCodes'>;

/**
 * Biases recognition towards the chosen languages. Only codes that the model has are sent, because an
 * unknown one could end the session. Sources disagree whether Universal-3 Pro accepts codes at all, so
 * a single language is also named in its prompt, if there is room.
 */
export function biasLanguage(
  settings: LanguageSettings,
): Pick<LanguageSettings, 'prompt' | 'languageCodes'> {
  const { speechModel, prompt } = settings;
  const languageCodes = settings.languageCodes.filter(
    (code) => code === 'multi' || takesLanguage(speechModel, code),
  );
  const [code, ...others] = languageCodes;
  if (speechModel !== 'u3-rt-pro' || code === undefined || others.length > 0 || !isLanguage(code))
    return { prompt, languageCodes };
  const biased = `Transcribe ${languageNames[code]}. ${prompt}`.trimEnd();
  const hasRoom = biased.length <= limits.promptCharacters;
  return { prompt: hasRoom ? biased : prompt, languageCodes };
}
