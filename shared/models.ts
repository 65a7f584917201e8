import type { SpeechModel } from './speech-model.ts';

/** A setting that not every model has. */
type ModelSetting =
  | 'prompt'
  | 'keyterms'
  | 'silences'
  | 'latencyMode'
  | 'voiceFocus'
  | 'vadThreshold'
  | 'languageDetection'
  | 'previousContextTurns';

/** A model as a person chooses it. */
export interface ModelFacts {
  name: string;
  /** What of the settings it has; the rest is not sent to it. */
  takes: Readonly<Record<ModelSetting, boolean>>;
  /**
   * What ends a turn at once. Universal-Streaming drops words that are still in flight when it is sent
   * ForceEndpoint, so there only the end of the session does.
   */
  endsTurnBy: 'ForceEndpoint' | 'Terminate';
  /** It answers with no word earlier than so long after speech began, whatever it is asked for. */
  firstTurnMs: number;
  /** What to choose if the service does not offer this one: the nearest of its family, if any. */
  successor: SpeechModel;
}

const nothing = {
  prompt: false,
  keyterms: false,
  silences: false,
  latencyMode: false,
  voiceFocus: false,
  vadThreshold: false,
  languageDetection: false,
  previousContextTurns: false,
};
const universalStreaming = { ...nothing, keyterms: true, silences: true, vadThreshold: true };
const pro = {
  ...universalStreaming,
  prompt: true,
  voiceFocus: true,
  languageDetection: true,
  previousContextTurns: true,
};
const atOnce = { endsTurnBy: 'ForceEndpoint', firstTurnMs: 0 } as const;
const atSessionEnd = { endsTurnBy: 'Terminate', firstTurnMs: 0 } as const;
const newerPro = { ...pro, latencyMode: true };

export const modelFacts: Record<SpeechModel, ModelFacts> = {
  'u3-rt-pro': {
    name: 'Universal-3 Pro',
    takes: pro,
    ...atOnce,
    successor: 'universal-3-5-pro',
  },
  'universal-3-5-pro': {
    name: 'Universal-3.5 Pro',
    takes: newerPro,
    ...atOnce,
    successor: 'universal-3-6-pro',
  },
  'universal-3-6-pro': {
    name: 'Universal-3.6 Pro',
    takes: newerPro,
    ...atOnce,
    successor: 'universal-3-5-pro',
  },
  'universal-streaming-english': {
    name: 'Universal-Streaming English',
    takes: universalStreaming,
    ...atSessionEnd,
    successor: 'universal-streaming-multilingual',
  },
  'universal-streaming-multilingual': {
    name: 'Universal-Streaming Multilingual',
    takes: { ...universalStreaming, languageDetection: true },
    ...atSessionEnd,
    successor: 'universal-streaming-english',
  },
  'whisper-rt': {
    name: 'Whisper',
    takes: { ...nothing, languageDetection: true },
    endsTurnBy: 'ForceEndpoint',
    firstTurnMs: 3_000,
    successor: 'universal-3-6-pro',
  },
};
