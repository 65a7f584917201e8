import { expect, test } from 'vitest';
import { speechModels } from '#shared/speech-model.ts';
import { shownText } from './shown-text.ts';
import type { TurnMessage } from './server-message.ts';

const turn = (transcript: string, utterance?: string): TurnMessage => ({
  type: 'Turn',
  turn_order: 0,
  end_of_turn: true,
  transcript,
  utterance,
  words: [],
});

test.each(speechModels.filter((model) => model !== 'whisper-rt'))(
  'on %s the transcript is shown as it is',
  (model) => {
    expect(shownText(turn('Press [Enter] now. ', 'press enter'), model)).toBe('Press [Enter] now.');
  },
);

test.each([
  [
    'the formatted utterance',
    turn('bonjour tout le monde', 'Bonjour, tout le monde.'),
    'Bonjour, tout le monde.',
  ],
  ['the transcript while there is no utterance', turn('bonjour'), 'bonjour'],
  ['the transcript while the utterance is empty', turn('bonjour', ''), 'bonjour'],
  ['nothing for silence', turn('', '[Silence]'), ''],
  [
    'no tag beside words',
    turn('', '[Music] So, [BLANK_AUDIO] what [Door closes] now?'),
    'So, what now?',
  ],
  ['no tag between words', turn('', 'So[Music]what now?'), 'So what now?'],
  ['words in brackets that are not a tag', turn('', 'See [1] and [a, b].'), 'See [1] and [a, b].'],
])('on whisper-rt %s is shown', (_what, message, shown) => {
  expect(shownText(message, 'whisper-rt')).toBe(shown);
});
