import { modelFacts } from '#shared/models.ts';
import { ok, type Result } from '#shared/result.ts';
import type { StreamingSettings } from '#shared/settings.ts';
import type { SpeechModel } from '#shared/speech-model.ts';
import { sampleRateHz } from '../../audio-format.ts';
import { tuning } from '../../tuning.ts';
import { biasLanguage } from './language-bias.ts';
import type { WireValue } from './parameter.ts';
import { soonestPartialMs, table, type SessionParameters } from './table.ts';
import { wireParameters, type SettingWarning, type WireParameters } from './wire.ts';

/**
 * The session parameters for the person's settings.
 *
 * @returns a problem that names the setting if one is out of range
 */
export function parametersFrom(settings: StreamingSettings): Result<WireParameters> {
  const { speechModel, keyterms, languageDetection, filterProfanity, previousContextTurns } =
    settings;
  const { latencyMode, voiceFocus, domain, vadThreshold } = settings;
  const { prompt, languageCodes } = biasLanguage(settings);
  const { minTurnSilenceMs, maxTurnSilenceMs, keepConnectedSeconds } = settings;
  const wire = wireParameters({
    ...base(speechModel),
    // If the app's own timer fails, the service ends a session that would be billed for hours.
    inactivityTimeoutSeconds: keepConnectedSeconds + tuning.inactivityMarginSeconds,
    previousContextTurns,
    ...(!isSetByMode(settings) && { interruptionDelayMs: soonestPartialMs }),
    // Settings without a value are not sent, so the model's default applies.
    ...(prompt !== '' && { prompt }),
    ...(keyterms.length > 0 && { keyterms }),
    ...(languageCodes.length > 0 && { languageCodes }),
    ...(languageDetection && { languageDetection }),
    ...(filterProfanity && { filterProfanity }),
    ...(latencyMode !== null && { latencyMode }),
    ...(voiceFocus !== null && { voiceFocus }),
    ...(domain !== null && { domain }),
    ...(vadThreshold !== null && { vadThreshold }),
    ...(minTurnSilenceMs !== null && { minTurnSilenceMs }),
    ...(maxTurnSilenceMs !== null && { maxTurnSilenceMs }),
  });
  if (!wire.ok || languageCodes.length === settings.languageCodes.length) return wire;
  return ok({ ...wire.value, warnings: [...wire.value.warnings, unknownLanguage(speechModel)] });
}

/** A chosen mode has its own delay, which an explicit one would overwrite. */
const isSetByMode = ({ speechModel, latencyMode }: StreamingSettings): boolean =>
  latencyMode !== null && table.latencyMode.models.includes(speechModel);

/** The parameters while only a dictation runs: a pause within it ends no turn. */
export function dictatingParametersFrom(settings: StreamingSettings): Result<WireParameters> {
  const { dictationSilenceMs } = settings;
  if (dictationSilenceMs === null) return parametersFrom(settings);
  const silences = { minTurnSilenceMs: dictationSilenceMs, maxTurnSilenceMs: dictationSilenceMs };
  return parametersFrom({ ...settings, ...silences });
}

const unknownLanguage = (model: SpeechModel): SettingWarning => ({
  setting: 'languageCodes',
  warning: { type: 'language-not-sent', model: modelFacts[model].name },
});

/**
 * The app's audio format, formatted text (Pro always formats), and partials during speech without a
 * pause.
 */
const base = (model: SpeechModel) =>
  ({
    model,
    sampleRateHz,
    encoding: 'pcm_s16le',
    formatTurns: true,
    continuousPartials: true,
  }) satisfies SessionParameters;

/** Parameters that do not depend on settings, for the key check and the demo. */
export const plainParameters: WireParameters = {
  model: 'u3-rt-pro',
  values: new Map<string, WireValue>([
    ['sample_rate', sampleRateHz],
    ['encoding', 'pcm_s16le'],
  ]),
  warnings: [],
};
