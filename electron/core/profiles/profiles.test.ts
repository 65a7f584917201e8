import * as v from 'valibot';
import { expect, test } from 'vitest';
import { limits } from '#shared/limits.ts';
import type { AppProfile } from '#shared/setting-values.ts';
import { settingsSchema } from '#shared/settings.ts';
import {
  profileFor,
  sessionProfileOf,
  withSessionProfile,
  type SessionProfile,
} from './profiles.ts';

const slack: AppProfile = { app: 'Slack', pressEnter: true };
const mail: AppProfile = { app: 'thunderbird', language: 'de', keyterms: ['Röde'] };
const settings = {
  ...v.parse(settingsSchema('linux'), {}),
  languageCodes: ['en'],
  prompt: 'Two architects talk.',
  keyterms: ['CaptionKey', 'Röde'],
};

test.each([
  ['Slack', slack],
  ['SLACK', slack],
  [' Thunderbird', mail],
])('%s has the profile of that name, in capitals or not', (app, profile) => {
  expect(profileFor([slack, mail], app)).toBe(profile);
});

test.each(['Slack Beta', 'Sla', '', 'Firefox'])('%s has no profile', (app) => {
  expect(profileFor([slack, mail], app)).toBeNull();
});

test('of two profiles of one program, the first counts', () => {
  expect(profileFor([slack, { app: 'slack' }], 'slack')).toBe(slack);
});

test('rules of the insertion ask nothing of a session', () => {
  const rules: Partial<AppProfile> = { insertion: 'clipboard', continues: false, keyterms: [] };
  expect(sessionProfileOf({ ...slack, ...rules, prompt: '' })).toBeNull();
  expect(sessionProfileOf(null)).toBeNull();
});

test.each<[SessionProfile]>([
  [{ language: 'de' }],
  [{ prompt: 'Invoices.' }],
  [{ keyterms: ['Röde'] }],
])('a profile that has only %j asks for that and for nothing else', (rule) => {
  expect(sessionProfileOf({ ...slack, ...rule })).toStrictEqual(rule);
});

test('a session of a profile has its language and context, and its terms before the others', () => {
  const session = sessionProfileOf({ ...mail, prompt: 'Invoices.' });
  expect(withSessionProfile(settings, session)).toEqual({
    ...settings,
    languageCodes: ['de'],
    prompt: 'Invoices.',
    keyterms: ['Röde', 'CaptionKey'],
  });
});

test('what a profile leaves open is as in the settings', () => {
  expect(withSessionProfile(settings, null)).toBe(settings);
  expect(withSessionProfile(settings, { language: 'de' })).toEqual({
    ...settings,
    languageCodes: ['de'],
  });
  expect(withSessionProfile(settings, { prompt: 'Invoices.' })).toEqual({
    ...settings,
    prompt: 'Invoices.',
  });
});

test('a profile without terms leaves those of the settings alone, also if one is there twice', () => {
  const twice = { ...settings, keyterms: ['Röde', 'Röde'] };
  expect(withSessionProfile(twice, { language: 'de' }).keyterms).toEqual(['Röde', 'Röde']);
});

test('the service gets no more terms than it takes, and those of the profile first', () => {
  const terms = Array.from({ length: limits.keyterms }, (_, index) => `term ${index}`);
  const { keyterms } = withSessionProfile({ ...settings, keyterms: terms }, { keyterms: ['Röde'] });
  expect(keyterms).toEqual(['Röde', ...terms.slice(0, -1)]);
});
