import * as v from 'valibot';

/** Every model of the service that CaptionKey can speak to. */
export const speechModels = [
  'u3-rt-pro',
  'universal-3-5-pro',
  'universal-3-6-pro',
  'universal-streaming-english',
  'universal-streaming-multilingual',
  'whisper-rt',
] as const;

export const speechModelSchema = v.picklist(speechModels);

export type SpeechModel = v.InferOutput<typeof speechModelSchema>;

/** The one that is used until another is chosen. */
export const defaultModel = 'u3-rt-pro' satisfies SpeechModel;
