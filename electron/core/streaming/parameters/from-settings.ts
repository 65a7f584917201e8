import type { Result } from '#shared/result.ts';
import type { StreamingSettings } from '#shared/settings.ts';
import type { SpeechModel } from '#shared/speech-model.ts';
import { sampleRateHz } from '../../audio-format.ts';
import { lean } from './leaning.ts';
import type { WireValue } from './parameter.ts';
import type { SessionParameters } from './table.ts';
import { wireParameters, type WireParameters } from './wire.ts';

/**
 * What a session is asked for by the person's choices.
 *
 * @returns a problem that names the setting that is out of range
 */
export function parametersFrom(settings: StreamingSettings): Result<WireParameters> {
  const { speechModel, keyterms, languageDetection } = settings;
  const { prompt, languageCodes } = lean(settings);
  const { minTurnSilenceMs, maxTurnSilenceMs, keepConnectedSeconds } = settings;
  return wireParameters({
    ...base(speechModel),
    // Should our own timer fail, the service ends what would be billed for hours.
    inactivityTimeoutSeconds: keepConnectedSeconds + inactivityMarginSeconds,
    // What is not chosen is left to the model, so that its own default holds.
    ...(prompt !== '' && { prompt }),
    ...(keyterms.length > 0 && { keyterms }),
    ...(languageCodes.length > 0 && { languageCodes }),
    ...(languageDetection && { languageDetection }),
    ...(minTurnSilenceMs !== null && { minTurnSilenceMs }),
    ...(maxTurnSilenceMs !== null && { maxTurnSilenceMs }),
  });
}

const inactivityMarginSeconds = 5;

/** Our one format of sound, and text as a person writes it: Pro formats it unasked. */
const base = (model: SpeechModel) =>
  ({
    model,
    sampleRateHz,
    encoding: 'pcm_s16le',
    formatTurns: true,
  }) satisfies SessionParameters;

/** A session that nobody's choices can spoil, for the key check and the demo. */
export const plainParameters: WireParameters = {
  model: 'u3-rt-pro',
  values: new Map<string, WireValue>([
    ['sample_rate', sampleRateHz],
    ['encoding', 'pcm_s16le'],
  ]),
  warnings: [],
};
