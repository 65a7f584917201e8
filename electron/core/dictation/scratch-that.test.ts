import { expect, test } from 'vitest';
import { isScratchThat } from './scratch-that.ts';

const on = { voiceCommands: true, removeFillers: false, languageCodes: [], replacements: [] };
const said = (text: string, languages: string[] = ['en']) => ({ text, languages });

test.each([
  ['Scratch that.', ['en']],
  ['scratch, that', ['en']],
  ['Delete that!', ['en']],
  ['Lösch das.', ['de']],
  ['Efface ça.', ['fr']],
  ['Lösch das.', ['de', 'en']],
  ['Scratch that.', []],
])('%j in %j is the command', (text, languages) => {
  expect(isScratchThat(said(text, languages), on)).toBe(true);
});

test.each([
  ['Scratch that itch.', ['en']],
  ['Please scratch that.', ['en']],
  ['Scratch that. And go on.', ['en']],
  ['Lösch das.', ['en']],
  ['A paga isso.', ['pt']],
  ['', ['en']],
])('%j in %j is a text', (text, languages) => {
  expect(isScratchThat(said(text, languages), on)).toBe(false);
});

test('fillers that are removed do not hide the command', () => {
  const text = said('Um, scratch that.');
  expect(isScratchThat(text, on)).toBe(false);
  expect(isScratchThat(text, { ...on, removeFillers: true })).toBe(true);
});

test('it is a text while voice commands are off, or if the person has a replacement for it', () => {
  const text = said('Scratch that.');
  expect(isScratchThat(text, { ...on, voiceCommands: false })).toBe(false);
  const replacements = [{ from: 'Scratch that', to: 'Never mind' }];
  expect(isScratchThat(text, { ...on, replacements })).toBe(false);
  const others = [{ from: 'scratch', to: 'Kratzer' }];
  expect(isScratchThat(text, { ...on, replacements: others })).toBe(true);
});
