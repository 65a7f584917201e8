import { expect, test } from 'vitest';
import { chosenValue, microphoneOptions } from './microphone-options.ts';

const builtIn = {
  ...{ id: 'Built-in/1', name: 'Built-in', hostApi: 'ALSA' },
  ...{ oldName: 'Built-in', isDefault: true },
};
const desk = {
  ...{ id: 'Desk/1', name: 'Desk', hostApi: 'ALSA' },
  ...{ oldName: 'Desk', isDefault: false },
};
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

test('the labels of two microphones of one name have their host API', () => {
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
    value: 'not connected',
    label: 'Desk (not connected)',
    microphone: chosenMicrophone,
  });
  expect(labels({ microphones: [desk], chosenMicrophone })).toEqual(['System default', 'Desk']);
  expect(chosenValue({ microphones: [desk], chosenMicrophone })).toBe('ALSA/Desk/1');
});

test('two microphones of one name are two lines, and one of them is chosen', () => {
  const second = { ...desk, id: 'Desk/2', name: 'Desk (2)', oldName: null };
  const options = microphoneOptions({ microphones: [desk, second], chosenMicrophone: null });
  expect(new Set(options.map(({ value }) => value)).size).toBe(3);
  const chosenMicrophone = options.at(-1)?.microphone ?? null;
  expect(chosenValue({ microphones: [desk, second], chosenMicrophone })).toBe('ALSA/Desk/2');
});

test('a monitor that is the default of the system is not called the default microphone', () => {
  const monitor = { ...desk, id: 'out.monitor', name: 'Monitor', isDefault: true, isMonitor: true };
  expect(labels({ microphones: [monitor], chosenMicrophone: null })).toEqual([
    'System default',
    'Monitor',
  ]);
});
