import { expect, test } from 'vitest';
import { deviceIdFor, microphonesAmong } from './devices.ts';

const device = (id: number, name: string, hostAPIName: string, maxInputChannels: number) => ({
  ...{ id, name, hostAPIName, maxInputChannels },
  defaultSampleRate: 48_000,
});

/** A list as PortAudio gives it: outputs among inputs, and the same card once per host API. */
const devices = [
  device(0, 'Speakers', 'ALSA', 0),
  device(1, 'Webcam', 'ALSA', 2),
  device(2, 'Webcam', 'JACK', 1),
  device(3, 'Headset', 'ALSA', 1),
  device(4, 'Headset', 'JACK', 0),
];
const hostApis = (defaultInput: number) => ({ defaultHostAPI: 0, HostAPIs: [{ defaultInput }] });

test('lists inputs by name and host API, and marks the default', () => {
  expect(microphonesAmong(devices, hostApis(3))).toMatchObject([
    { name: 'Webcam', hostApi: 'ALSA', isDefault: false },
    { name: 'Webcam', hostApi: 'JACK', isDefault: false },
    { name: 'Headset', hostApi: 'ALSA', isDefault: true },
  ]);
});

test('lists the devices of a machine that has no default, or no device at all', () => {
  expect(microphonesAmong(devices, hostApis(-1)).some(({ isDefault }) => isDefault)).toBe(false);
  expect(microphonesAmong([], { defaultHostAPI: -1, HostAPIs: [] })).toEqual([]);
});

test('finds a microphone by name and host API after its index has changed', () => {
  expect(deviceIdFor({ name: 'Webcam', hostApi: 'JACK' }, devices, hostApis(3))).toBe(2);
  const moved = devices.map((known) => ({ ...known, id: known.id + 10 }));
  expect(deviceIdFor({ name: 'Webcam', hostApi: 'JACK' }, moved, hostApis(3))).toBe(12);
});

test('finds each of two microphones that have the same name', () => {
  const sticks = [device(4, 'Stick', 'ALSA', 0), device(5, 'Stick', 'ALSA', 1)];
  const all = [...devices, ...sticks, device(6, 'Stick', 'ALSA', 1)];
  const listed = microphonesAmong(all, hostApis(3)).filter(({ name }) => name.startsWith('Stick'));
  expect(listed.map(({ name }) => name)).toEqual(['Stick', 'Stick (2)']);
  expect(listed.map((stick) => deviceIdFor(stick, all, hostApis(3)))).toEqual([5, 6]);
});

test('a device without a name can be chosen', () => {
  const [nameless] = microphonesAmong([device(7, '\0', 'MME', 1)], hostApis(7));
  expect(nameless).toMatchObject({ name: 'Microphone', hostApi: 'MME' });
});

test.each([
  { name: 'Gone', hostApi: 'ALSA' },
  { name: 'Headset', hostApi: 'JACK' },
  { name: 'Speakers', hostApi: 'ALSA' },
])('does not find %o, which is not connected or not an input', (wanted) => {
  expect(deviceIdFor(wanted, devices, hostApis(3))).toBeNull();
});
