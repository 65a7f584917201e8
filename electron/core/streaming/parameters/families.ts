import { speechModels, type SpeechModel } from '#shared/speech-model.ts';

const newerPro = ['universal-3-5-pro', 'universal-3-6-pro'] as const;
const pro = ['u3-rt-pro', ...newerPro] as const;
const universalStreaming = [
  'universal-streaming-english',
  'universal-streaming-multilingual',
] as const;

/** Groups of models that take the same parameters (protocol: handshake). */
export const families = {
  all: speechModels,
  newerPro,
  pro,
  universalStreaming,
  notWhisper: [...pro, ...universalStreaming],
  /** Those that can tell which language they heard. */
  detecting: [...pro, 'universal-streaming-multilingual', 'whisper-rt'],
} as const satisfies Record<string, readonly SpeechModel[]>;

/** What holds where a parameter is not sent, by model; nothing where it is not documented. */
export type Defaults<T> = Partial<Record<SpeechModel, T>>;

/** One default for all the models of a family. */
export const onAll = <T>(models: readonly SpeechModel[], value: T): Defaults<T> =>
  Object.fromEntries(models.map((model) => [model, value]));

/** The Pro models and Universal-Streaming differ in most of their defaults. */
export const onEach = <T>(forPro: T, forUniversalStreaming: T): Defaults<T> => ({
  ...onAll(pro, forPro),
  ...onAll(universalStreaming, forUniversalStreaming),
});
