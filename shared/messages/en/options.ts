import { modelFacts } from '../../models.ts';
import type {
  CaptionsFont,
  CaptionsPlace,
  InsertionWay,
  LatencyMode,
  RecordingRetention,
  Region,
  VoiceFocus,
} from '../../setting-values.ts';
import type { CaptionsSource } from '../../sound-source.ts';
import type { SpeechModel } from '../../speech-model.ts';

interface Option {
  label: string;
  hint: string;
}

/** `unset` is the choice of none. */
type Options<T extends string> = Record<T, Option>;

const model = (id: SpeechModel, hint: string): Option => ({ label: modelFacts[id].name, hint });

const speechModel: Options<SpeechModel> = {
  'u3-rt-pro': model(
    'u3-rt-pro',
    'English, Spanish, German, French, Italian and Portuguese, mixed too. Writes as a person would.',
  ),
  'universal-3-5-pro': model(
    'universal-3-5-pro',
    '19 languages: those six, Arabic, Catalan, Danish, Dutch, Finnish, Hebrew, Hindi, Japanese, Mandarin, Norwegian, Swedish, Turkish and Vietnamese.',
  ),
  'universal-3-6-pro': model(
    'universal-3-6-pro',
    '32 languages: those 19, Afrikaans, Cantonese, Estonian, Galician, Korean, Marathi, Norwegian Nynorsk, Persian, Romanian, Russian, Urdu, Xhosa and Zulu.',
  ),
  'universal-streaming-english': model(
    'universal-streaming-english',
    'English only. Words never change once shown. It does not use the context.',
  ),
  'universal-streaming-multilingual': model(
    'universal-streaming-multilingual',
    'The same for English, Spanish, German, French, Italian and Portuguese.',
  ),
  'whisper-rt': model(
    'whisper-rt',
    '99 more languages, detected automatically. The first words take a few seconds. It uses no context, terms or pauses.',
  ),
};

const region: Options<Region> = {
  global: { label: 'Nearest', hint: 'Wherever AssemblyAI answers fastest.' },
  us: { label: 'United States', hint: 'Your speech stays there.' },
  eu: { label: 'European Union', hint: 'Your speech stays there.' },
};

const latencyMode: Options<LatencyMode | 'unset'> = {
  unset: { label: 'Model default', hint: 'Balanced.' },
  min_latency: { label: 'Speed', hint: 'Sentences end sooner.' },
  balanced: { label: 'Balanced', hint: 'For most speech.' },
  max_accuracy: {
    label: 'Accuracy',
    hint: 'Waits longer, so that numbers and addresses stay whole.',
  },
};

const voiceFocus: Options<VoiceFocus | 'unset'> = {
  unset: { label: 'Off', hint: 'Sound is sent unchanged.' },
  'near-field': {
    label: 'Headset',
    hint: 'Removes noise and other voices. AssemblyAI charges $0.10 more per hour.',
  },
  'far-field': { label: 'Room', hint: 'For a microphone further away. Same price.' },
};

const insertion: Options<InsertionWay> = {
  paste: { label: 'Paste at the cursor', hint: 'Your clipboard is restored afterwards.' },
  clipboard: { label: 'Copy to the clipboard', hint: 'Nothing is typed. You paste it yourself.' },
};

const captionsSource: Options<CaptionsSource> = {
  microphone: { label: 'Microphone', hint: 'What is said near this computer.' },
  computer: {
    label: 'Computer sound',
    hint: 'What other programs play, such as a call or a video.',
  },
  both: {
    label: 'Both',
    hint: 'Two connections, so you pay for twice the time. Privacy & cost counts both.',
  },
};

const captionsFont: Options<CaptionsFont> = {
  system: { label: 'System', hint: 'The font of your desktop.' },
  sans: { label: 'Sans-serif', hint: 'Plain letters.' },
  serif: { label: 'Serif', hint: 'Letters as in a book.' },
  monospace: { label: 'Monospace', hint: 'All letters have the same width.' },
};

const captionsPlace: Options<CaptionsPlace> = {
  free: { label: 'Where you drag them', hint: 'Remembered for each display.' },
  top: { label: 'Top', hint: 'In the middle of the upper edge. Dragging them ends this.' },
  bottom: { label: 'Bottom', hint: 'In the middle of the lower edge. Dragging them ends this.' },
};

const recordingRetention: Options<RecordingRetention> = {
  'until-stored': {
    label: 'Delete once transcribed',
    hint: 'A recording without text is kept until you delete it.',
  },
  week: { label: 'Keep for a week', hint: 'On this computer, readable by you alone.' },
  forever: { label: 'Keep', hint: 'About 115 MB per hour.' },
};

/** What each choice of a setting does. */
export const settingOptions = {
  speechModel,
  region,
  latencyMode,
  voiceFocus,
  insertion,
  captionsSource,
  captionsFont,
  captionsPlace,
  recordingRetention,
};
