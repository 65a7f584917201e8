const newerPro = ['universal-3-5-pro', 'universal-3-6-pro'] as const;
const pro = ['u3-rt-pro', ...newerPro] as const;
const universalStreaming = [
  'universal-streaming-english',
  'universal-streaming-multilingual',
] as const;

/** Every `speech_model` that the server knows. */
export const models = [...pro, ...universalStreaming, 'whisper-rt'] as const;

export type Model = (typeof models)[number];

/** Groups of models that take the same parameters. */
export const families = {
  all: models,
  newerPro,
  pro,
  universalStreaming,
  notWhisper: [...pro, ...universalStreaming],
  /** Those that report the language. */
  multilingual: [...pro, 'universal-streaming-multilingual', 'whisper-rt'],
} as const satisfies Record<string, readonly Model[]>;

/** Whether ForceEndpoint drops the sound that is not recognised yet. */
export const dropsInFlight = (model: Model): boolean =>
  universalStreaming.some((one) => one === model);
