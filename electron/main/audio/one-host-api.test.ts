import { expect, test } from 'vitest';
import type { PresentMicrophone } from '#shared/microphone.ts';
import { oneHostApi } from './one-host-api.ts';

const microphone = (name: string, hostApi: string, isDefault = false): PresentMicrophone => ({
  ...{ id: `${name}/1`, name, hostApi, oldName: name, isDefault },
});

/** The list of PortAudio. MME shortens names and has the default. */
const onWindows = [
  microphone('Microsoft Sound Mapper - Input', 'MME'),
  microphone('Microphone (Röde NT-USB Studio ', 'MME', true),
  microphone('Webcam', 'MME'),
  microphone('Microphone (Röde NT-USB Studio Edition)', 'Windows DirectSound'),
  microphone('Microphone (Röde NT-USB Studio Edition)', 'Windows WASAPI'),
  microphone('Webcam', 'Windows WASAPI'),
  microphone('Microphone (Röde)', 'Windows WDM-KS'),
];

test('on Windows each microphone is listed once, with its whole name and the default marked', () => {
  expect(
    oneHostApi(onWindows, null).map(({ name, hostApi, isDefault }) => [name, hostApi, isDefault]),
  ).toEqual([
    ['Microphone (Röde NT-USB Studio Edition)', 'Windows WASAPI', true],
    ['Webcam', 'Windows WASAPI', false],
  ]);
});

test('if WASAPI has no microphones DirectSound lists them, and otherwise MME', () => {
  const withoutWasapi = onWindows.filter(({ hostApi }) => hostApi !== 'Windows WASAPI');
  expect(oneHostApi(withoutWasapi, null).map(({ hostApi }) => hostApi)).toEqual([
    'Windows DirectSound',
  ]);
  const onlyMme = onWindows.filter(({ hostApi }) => hostApi === 'MME');
  expect(oneHostApi(onlyMme, null)).toHaveLength(3);
});

test('a microphone that was chosen with another host API stays in the list', () => {
  const chosen = { id: 'Webcam/1', name: 'Webcam', hostApi: 'MME' };
  expect(oneHostApi(onWindows, chosen).map(({ hostApi }) => hostApi)).toEqual([
    'MME',
    'Windows WASAPI',
    'Windows WASAPI',
  ]);
});

test.each(['ALSA', 'JACK', 'PulseAudio', 'Core Audio'])(
  'the list of %s stays unchanged',
  (hostApi) => {
    const listed = [microphone('Webcam', hostApi, true), microphone('Headset', hostApi)];
    expect(oneHostApi(listed, null)).toEqual(listed);
  },
);
