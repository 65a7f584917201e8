import { speechModels, type SpeechModel } from '#shared/speech-model.ts';
import type { Defaults, SentValues } from './parameter.ts';

const newerPro = ['universal-3-5-pro', 'universal-3-6-pro'] as const;
const pro = ['u3-rt-pro', ...newerPro] as const;
const universalStreaming = [
  'universal-streaming-english',
  'universal-streaming-multilingual',
] as const;

/** Groups of models that take the same parameters. */
export const families = {
  all: speechModels,
  newerPro,
  pro,
  universalStreaming,
  notWhisper: [...pro, ...universalStreaming],
  /** Models that can report the language. */
  detecting: [...pro, 'universal-streaming-multilingual', 'whisper-rt'],
} as const satisfies Record<string, readonly SpeechModel[]>;

const isIn = (models: readonly SpeechModel[], model: SpeechModel): boolean =>
  models.includes(model);

/** One default for all the models of a family. */
export const onAll =
  <T>(models: readonly SpeechModel[], value: T): Defaults<T> =>
  (model) =>
    isIn(models, model) ? value : undefined;

/** A default per family; the first family that includes the model counts. */
export const onEach =
  <T>(...families: [models: readonly SpeechModel[], value: T][]): Defaults<T> =>
  (model) =>
    families.find(([models]) => isIn(models, model))?.[1];

/** The silences and the delay of each mode of the newer Pro models, in milliseconds. */
const presets = {
  min_latency: { minTurnSilence: 128, maxTurnSilence: 640, interruptionDelay: 0 },
  balanced: { minTurnSilence: 128, maxTurnSilence: 1_280, interruptionDelay: 500 },
  max_accuracy: { minTurnSilence: 512, maxTurnSilence: 2_560, interruptionDelay: 500 },
} as const;

/** The parameters that a change of the mode sets to its preset, even if they were sent explicitly. */
export const presetNames = ['min_turn_silence', 'max_turn_silence', 'interruption_delay'] as const;

const modeIn = (sent: SentValues): keyof typeof presets => {
  const mode = sent.get('mode');
  return mode === 'min_latency' || mode === 'max_accuracy' ? mode : 'balanced';
};

/** The default of the newer Pro models depends on their mode. */
export const byMode =
  (what: keyof (typeof presets)['balanced'], others: Defaults<number>): Defaults<number> =>
  (model, sent) =>
    isIn(newerPro, model) ? presets[modeIn(sent)][what] : others(model, sent);
