import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { actions, hotkeyActions } from '#shared/actions.ts';
import { languages } from '#shared/messages/languages.ts';
import { pageIds, type PageId } from '#shared/pages.ts';
import { preferenceNames, settingNames, settings, settingsSchema } from '#shared/settings.ts';
import type { System } from '#shared/system.ts';
import { readImports } from '../../tools/lint/imports.ts';
import { SettingsStore } from '../../electron/main/settings/settings-store.ts';
import { componentOf, readProduct } from './product.ts';

/* A setting is a line of shared/settings.ts, a title and a field. These say what of it is missing. */
const root = join(import.meta.dirname, '../..');
const product = readProduct();
const uses = (text: string, name: string): boolean => new RegExp(`\\b${name}\\b`).test(text);

/** Whether a source reads a setting from the settings, and not something else of the same name. */
function reads(text: string, name: string): boolean {
  const holder = String.raw`(?:settings(?:\(\))?|all|preferences)`;
  const member = String.raw`\b${holder}\.${name}\b`;
  const destructured = String.raw`\{[^{}]*\b${name}\b[^{}]*\}\s=\s+(?:[\w#.]+\.)?${holder}\b`;
  return new RegExp(`${member}|${destructured}`).test(text);
}

/** What the app does with settings: neither the panel, which changes them, nor the diagnostics. */
const consumers = [...product].filter(
  ([path]) => !/^(?:shared|renderer\/panel)\/|\/diagnostics\.ts$/.test(path),
);
const hotkeySettings: string[] = hotkeyActions.map((id) => actions[id].hotkey.setting);

test.each(settingNames.filter((name) => !hotkeySettings.includes(name)))(
  '%s is read by a part of the app',
  (name) => {
    expect(consumers.filter(([, text]) => reads(text, name))).not.toEqual([]);
  },
);

test('a word of the same name does not count as a read of a setting', () => {
  expect(reads('settings.all.domain', 'domain')).toBe(true);
  expect(reads('const { domain, prompt } =\n    settings;', 'domain')).toBe(true);
  expect(reads("parts.domain; const { domain } = parts; 'domain'", 'domain')).toBe(false);
});

test.each<System>(['linux', 'macos', 'windows'])('every default on %s can be chosen', (system) => {
  const defaults = v.parse(settingsSchema(system), {});
  for (const name of settingNames)
    expect(v.is(settings[name].schema, defaults[name]), name).toBe(true);
});

test.each(Object.entries(languages))('every preference has its own title in %s', (_code, texts) => {
  const titles = preferenceNames.map((name) => texts.settings[name]);
  expect(titles.every((title) => title.trim() !== '')).toBe(true);
  expect(new Set(titles).size).toBe(titles.length);
});

const imports = readImports(root);

/** The source of a page of the panel and of the components on it. */
function sourceOf(page: PageId): string {
  const found = new Set([`renderer/panel/pages/${componentOf(page)}.svelte`]);
  for (const path of found)
    for (const imported of imports.get(path) ?? [])
      if (imported.endsWith('.svelte')) found.add(imported);
  return [...found].map((path) => product.get(path) ?? '').join('\n');
}

test.each(pageIds)('the page %s shows every preference that is defined for it', (page) => {
  const source = sourceOf(page);
  const names = preferenceNames.filter((name) => settings[name].page === page);
  expect(names.filter((name) => !uses(source, name))).toEqual([]);
});

test('settings of version 0.1 keep their names, or have a new one', () => {
  const path = join(root, 'test/fixtures/version-0.1/settings.json');
  const store = v.parse(v.record(v.string(), v.unknown()), JSON.parse(readFileSync(path, 'utf8')));
  const file = { store, path, set: () => undefined, keepCopy: () => undefined };
  const { all, problem } = new SettingsStore(file, 'linux');
  expect(problem).toBeNull();
  const renamed = new Map([
    ['delivery', all.insertion],
    ['deliverAgainHotkey', all.insertLastHotkey],
  ]);
  for (const [name, value] of Object.entries(store))
    expect(renamed.get(name) ?? Object.entries(all).find(([known]) => known === name)?.[1]).toEqual(
      value,
    );
});
