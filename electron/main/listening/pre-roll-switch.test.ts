import { beforeEach, expect, test } from 'vitest';
import type { ListeningEvent } from '#core/listening/listening.ts';
import { PreRollSwitch } from './pre-roll-switch.ts';

let dispatched: ListeningEvent[];
let isWanted: boolean;
let preRoll: PreRollSwitch;

beforeEach(() => {
  dispatched = [];
  isWanted = true;
  preRoll = new PreRollSwitch({ dispatch: (event) => dispatched.push(event) }, () => isWanted);
});

const isOn = (): unknown => dispatched.at(-1);
const on = { type: 'pre-roll', isOn: true };
const off = { type: 'pre-roll', isOn: false };

test('the microphone opens after the start of the app, and closes with the setting', () => {
  preRoll.settle();
  expect(isOn()).toEqual(off);
  preRoll.allow('starting');
  expect(isOn()).toEqual(on);
  isWanted = false;
  preRoll.settle();
  expect(isOn()).toEqual(off);
});

test('the microphone stays closed while any reason to close it lasts', () => {
  preRoll.allow('starting');
  preRoll.prevent('playback');
  preRoll.prevent('asleep');
  expect(isOn()).toEqual(off);
  preRoll.allow('asleep');
  expect(isOn()).toEqual(off);
  preRoll.allow('playback');
  expect(isOn()).toEqual(on);
});

test('a newly chosen microphone replaces the open one', () => {
  preRoll.allow('starting');
  preRoll.reopen();
  expect(dispatched.slice(-2)).toEqual([off, on]);
});
