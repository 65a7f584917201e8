import type { SpeechModel } from './speech-model.ts';

/** A model as a person chooses it. */
interface ModelFacts {
  name: string;
  /** What it is good for, in one sentence. */
  sentence: string;
  /** What of the settings it has; the rest is not sent to it. */
  takes: { prompt: boolean; keyterms: boolean; silences: boolean };
  /** What to choose if the service does not offer this one: the nearest of its family, if any. */
  successor: SpeechModel;
}

const pro = { prompt: true, keyterms: true, silences: true };
const universalStreaming = { prompt: false, keyterms: true, silences: true };

export const modelFacts: Record<SpeechModel, ModelFacts> = {
  'u3-rt-pro': {
    name: 'Universal-3 Pro',
    sentence:
      'English, Spanish, German, French, Italian and Portuguese, also mixed; writes as a person would.',
    takes: pro,
    successor: 'universal-3-5-pro',
  },
  'universal-3-5-pro': {
    name: 'Universal-3.5 Pro',
    sentence: 'Its successor, for the same languages.',
    takes: pro,
    successor: 'universal-3-6-pro',
  },
  'universal-3-6-pro': {
    name: 'Universal-3.6 Pro',
    sentence: 'The newest of the three.',
    takes: pro,
    successor: 'universal-3-5-pro',
  },
  'universal-streaming-english': {
    name: 'Universal-Streaming English',
    sentence: 'English only; a word that is shown does not change any more. Has no prompt.',
    takes: universalStreaming,
    successor: 'universal-streaming-multilingual',
  },
  'universal-streaming-multilingual': {
    name: 'Universal-Streaming Multilingual',
    sentence: 'The same for several languages.',
    takes: universalStreaming,
    successor: 'universal-streaming-english',
  },
  'whisper-rt': {
    name: 'Whisper',
    sentence:
      '99 more languages, found out by itself. The first words take some seconds; prompt, terms and silences are not for it.',
    takes: { prompt: false, keyterms: false, silences: false },
    successor: 'universal-3-6-pro',
  },
};
