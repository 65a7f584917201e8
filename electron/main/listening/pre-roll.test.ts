import { beforeEach, expect, test } from 'vitest';
import type { ListeningEvent } from '#core/listening/listening.ts';
import { PreRoll } from './pre-roll.ts';

let told: ListeningEvent[];
let isWanted: boolean;
let preRoll: PreRoll;

beforeEach(() => {
  told = [];
  isWanted = true;
  preRoll = new PreRoll({ dispatch: (event) => told.push(event) }, () => isWanted);
});

const isOn = (): unknown => told.at(-1);
const on = { type: 'pre-roll', isOn: true };
const off = { type: 'pre-roll', isOn: false };

test('the microphone is opened once the app has started, and closed with the setting', () => {
  preRoll.settle();
  expect(isOn()).toEqual(off);
  preRoll.allow('starting');
  expect(isOn()).toEqual(on);
  isWanted = false;
  preRoll.settle();
  expect(isOn()).toEqual(off);
});

test('it is not open as long as anything is against it', () => {
  preRoll.allow('starting');
  preRoll.hold('stand-in');
  preRoll.hold('asleep');
  expect(isOn()).toEqual(off);
  preRoll.allow('asleep');
  expect(isOn()).toEqual(off);
  preRoll.allow('stand-in');
  expect(isOn()).toEqual(on);
});

test('another microphone is opened in the place of the one that is open', () => {
  preRoll.allow('starting');
  preRoll.reopen();
  expect(told.slice(-2)).toEqual([off, on]);
});
