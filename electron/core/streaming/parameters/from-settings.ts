import { modelFacts } from '#shared/models.ts';
import { ok, type Result } from '#shared/result.ts';
import type { StreamingSettings } from '#shared/settings.ts';
import type { SpeechModel } from '#shared/speech-model.ts';
import { sampleRateHz } from '../../audio-format.ts';
import { lean } from './leaning.ts';
import type { WireValue } from './parameter.ts';
import { soonestPartialMs, table, type SessionParameters } from './table.ts';
import { wireParameters, type SettingWarning, type WireParameters } from './wire.ts';

/**
 * What a session is asked for by the person's choices.
 *
 * @returns a problem that names the setting that is out of range
 */
export function parametersFrom(settings: StreamingSettings): Result<WireParameters> {
  const { speechModel, keyterms, languageDetection, filterProfanity, previousContextTurns } =
    settings;
  const { latencyMode, voiceFocus, domain, vadThreshold } = settings;
  const { prompt, languageCodes } = lean(settings);
  const { minTurnSilenceMs, maxTurnSilenceMs, keepConnectedSeconds } = settings;
  const wire = wireParameters({
    ...base(speechModel),
    // Should our own timer fail, the service ends what would be billed for hours.
    inactivityTimeoutSeconds: keepConnectedSeconds + inactivityMarginSeconds,
    previousContextTurns,
    ...(!isSetByMode(settings) && { interruptionDelayMs: soonestPartialMs }),
    // What is not chosen is left to the model, so that its own default holds.
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

/** A mode that the person chose has a delay of its own, which an explicit one would overrule. */
const isSetByMode = ({ speechModel, latencyMode }: StreamingSettings): boolean =>
  latencyMode !== null && table.latencyMode.models.includes(speechModel);

/** What a session is asked for while only a dictation runs: a pause within it ends no turn. */
export function dictatingParametersFrom(settings: StreamingSettings): Result<WireParameters> {
  const { dictationSilenceMs } = settings;
  if (dictationSilenceMs === null) return parametersFrom(settings);
  const silences = { minTurnSilenceMs: dictationSilenceMs, maxTurnSilenceMs: dictationSilenceMs };
  return parametersFrom({ ...settings, ...silences });
}

function unknownLanguage(model: SpeechModel): SettingWarning {
  const doubt = `holds a language that ${modelFacts[model].name} cannot be leaned towards, so it is not sent`;
  const sentence = `The setting languageCodes ${doubt}. Choose another.`;
  return { code: 'doubtful-setting', sentence, setting: 'languageCodes', doubt };
}

const inactivityMarginSeconds = 5;

/**
 * Our one format of sound, text as a person writes it (Pro formats it unasked), and partials while
 * somebody speaks without a pause.
 */
const base = (model: SpeechModel) =>
  ({
    model,
    sampleRateHz,
    encoding: 'pcm_s16le',
    formatTurns: true,
    continuousPartials: true,
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
