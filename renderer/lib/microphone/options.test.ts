import { expect, test } from 'vitest';
import { microphoneOptions } from './options.ts';

const builtIn = { name: 'Built-in', hostApi: 'ALSA', isDefault: true };
const desk = { name: 'Desk', hostApi: 'ALSA', isDefault: false };
const labels = (...args: Parameters<typeof microphoneOptions>) =>
  microphoneOptions(...args).map(({ label }) => label);

test("the system's default comes first and says which one it is", () => {
  expect(labels({ microphones: [desk, builtIn], chosenMicrophone: null })).toEqual([
    'System default (Built-in)',
    'Desk',
    'Built-in',
  ]);
});

test('without any microphone the default can still be chosen', () => {
  expect(labels({ microphones: [], chosenMicrophone: null })).toEqual(['System default']);
});

test('two of the same name are told apart by their host API', () => {
  const jack = { ...desk, hostApi: 'JACK' };
  expect(labels({ microphones: [desk, jack], chosenMicrophone: null })).toEqual([
    'System default',
    'Desk (ALSA)',
    'Desk (JACK)',
  ]);
});

test('a chosen microphone that is unplugged stays in the list', () => {
  const chosenMicrophone = { name: 'Desk', hostApi: 'ALSA' };
  expect(microphoneOptions({ microphones: [builtIn], chosenMicrophone }).at(-1)).toEqual({
    value: 'ALSA/Desk',
    label: 'Desk (not connected)',
    microphone: chosenMicrophone,
  });
  expect(labels({ microphones: [desk], chosenMicrophone })).toEqual(['System default', 'Desk']);
});
