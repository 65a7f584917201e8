import { expect, test } from 'vitest';
import type { PresentMicrophone, MicrophoneRef } from '#shared/microphone.ts';
import { isSameDevice, microphoneToOpen, monitorToOpen } from './choose-device.ts';

const source = (id: string, changes: Partial<PresentMicrophone> = {}): PresentMicrophone => ({
  ...{ id, name: id, hostApi: 'PulseAudio', oldName: id, isDefault: false },
  ...changes,
});
const refTo = (id: string): MicrophoneRef => ({ id, name: id, hostApi: 'PulseAudio' });

const desk = source('desk');
const defaultDesk = source('desk', { isDefault: true });
const monitor = source('speaker.monitor', { isMonitor: true });
const defaultMonitor = source('speaker.monitor', { isMonitor: true, isDefault: true });

test.each([
  ['before the microphones were listed', null, null, 'default'],
  ['while the default is a microphone', null, [monitor, defaultDesk], 'default'],
  ['while the default is a monitor: a microphone', null, [defaultMonitor, desk], refTo('desk')],
  ['while the default is a monitor, without a microphone: nothing', null, [defaultMonitor], null],
  ['that was chosen', refTo('desk'), [defaultMonitor, desk], refTo('desk')],
  ['that was chosen and has gone', refTo('usb'), [defaultDesk], refTo('usb')],
  ['that has gone, with a monitor as the default', refTo('usb'), [defaultMonitor], null],
  ['that has gone, beside another', refTo('usb'), [defaultMonitor, desk], refTo('desk')],
  [
    'that is a monitor, by choice',
    refTo('speaker.monitor'),
    [defaultMonitor],
    refTo('speaker.monitor'),
  ],
])('the microphone to open %s', (_when, wanted, present, opened) => {
  expect(microphoneToOpen(wanted, present)).toEqual(opened);
});

test('the monitor to open is that of the default output, and no other', () => {
  const ofOutput = source('screen.monitor', { isMonitor: true, isOfDefaultOutput: true });
  expect(monitorToOpen(null)).toBe('default');
  expect(monitorToOpen([monitor, ofOutput, desk])).toEqual(refTo('screen.monitor'));
  expect(monitorToOpen([monitor, desk])).toBeNull();
});

test('a microphone is the same under another name', () => {
  expect(isSameDevice(refTo('desk'), { ...refTo('desk'), name: 'desk (2)' })).toBe(true);
  expect(isSameDevice(refTo('desk'), refTo('usb'))).toBe(false);
  expect(isSameDevice('default', null)).toBe(false);
});
