import { limits } from '#shared/limits.ts';
import { leanLanguages } from '#shared/languages.ts';
import type { StreamingSettings } from '#shared/settings.ts';

type Leaning = Pick<StreamingSettings, 'speechModel' | 'prompt' | 'languageCodes'>;

/**
 * Universal-3 Pro is leaned towards a language by its prompt, which a running session can change; its
 * language codes would take a new one. The newer models have both. Where the prompt has no room
 * left, or several languages are expected, it is the codes.
 */
export function lean(settings: Leaning): Pick<Leaning, 'prompt' | 'languageCodes'> {
  const { speechModel, prompt, languageCodes } = settings;
  const language = leanLanguages.find(({ code }) => code === languageCodes[0]);
  const leaning = `Transcribe ${language?.name ?? ''}. ${prompt}`.trimEnd();
  const isByPrompt =
    speechModel === 'u3-rt-pro' &&
    language !== undefined &&
    languageCodes.length === 1 &&
    leaning.length <= limits.promptCharacters;
  return isByPrompt ? { prompt: leaning, languageCodes: [] } : { prompt, languageCodes };
}
