import { afterEach, beforeEach, expect, test } from 'vitest';
import { between, recording } from '../../../test/support/recording.ts';
import { useVirtualTime } from '../../../test/support/virtual-time.ts';
import { DictationDesk } from './dictation-desk.fixture.ts';

useVirtualTime();

let desk: DictationDesk;
beforeEach(async () => {
  desk = await DictationDesk.open();
});
afterEach(() => desk.close());

const [hold, a] = recording.turns[0]?.words ?? [];
const spokenWords = between((hold?.startMs ?? 0) - 300, (a?.endMs ?? 0) + 20);

const scratch = {
  ...{ text: 'Scratch that.', languages: ['en'], isComplete: true },
  ...{ startSample: 0, endSample: 16_000 },
};

/** One dictation was inserted, and then the command is said. */
async function sayAfterOne(focused = desk.focused) {
  desk.voiceCommands = true;
  const dictationController = desk.controllerFor(spokenWords);
  dictationController.command('start');
  await desk.until(() => expect(desk.typed).toHaveLength(1));
  desk.focused = focused;
  dictationController.command('start');
  await desk.until(() => expect(dictationController.phase).toBe('speaking'));
  dictationController.command('stop');
  await dictationController.dictated({ id: 2, ...scratch });
  await dictationController.idle();
  return dictationController;
}

test('“scratch that” removes the last dictation where it was inserted, and inserts nothing', async () => {
  const { lastText } = await sayAfterOne();
  expect(desk.erased).toEqual([['Editor', 'Keep a']]);
  expect(desk.statuses.at(-1)).toMatchObject({ note: { code: 'scratched' }, offers: [] });
  expect(desk.typed).toHaveLength(1);
  expect(lastText).toBe('Keep a');
  await desk.outcomes('cancelled', 'inserted');
});

test('“scratch that” says so if the last dictation is not there any more, and can be inserted as a text', async () => {
  desk.erases = false;
  const dictationController = await sayAfterOne();
  expect(desk.statuses.at(-1)).toMatchObject({
    note: { code: 'not-scratched' },
    offers: ['undo'],
  });
  expect(desk.typed).toHaveLength(1);
  await desk.outcomes('cancelled', 'inserted');
  dictationController.undo();
  await desk.outcomes('inserted', 'inserted');
  expect(desk.typed.at(-1)).toEqual(['Editor', ' Scratch that.']);
});

test('“scratch that” asks no other window for the text', async () => {
  await sayAfterOne({ app: 'Browser', windowId: 2 });
  expect(desk.erased).toEqual([]);
  expect(desk.statuses.at(-1)).toMatchObject({ note: { code: 'not-scratched' } });
});

test.each([
  ['while voice commands are off', { voiceCommands: false, canErase: true }],
  ['where no program can be asked for its text', { voiceCommands: true, canErase: false }],
])('“scratch that” is a text %s', async (_where, facts) => {
  Object.assign(desk, facts);
  const dictationController = desk.controllerFor(spokenWords);
  dictationController.command('start');
  await desk.until(() => expect(dictationController.phase).toBe('speaking'));
  await dictationController.dictated({ id: 1, ...scratch });
  await dictationController.idle();
  expect(desk.typed).toEqual([['Editor', 'Scratch that.']]);
  expect(dictationController.lastText).toBe('Scratch that.');
});
