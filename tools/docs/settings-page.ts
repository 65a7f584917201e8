/** What docs/settings.md says of settings, hotkeys, arguments and variables, from their definitions. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parameterOf } from '#core/assemblyai/parameters/table.ts';
import { actions, hotkeyActions, type ActionId } from '#shared/actions.ts';
import type { Expectation } from '#shared/expectation.ts';
import { languageNames } from '#shared/languages.ts';
import { messages } from '#shared/messages/index.ts';
import type { Effect } from '#shared/setting-definition.ts';
import { isPreferenceName, settingNames, settings, type SettingName } from '#shared/settings.ts';
import {
  commandLanguages,
  scratchThat,
  voiceCommandIds,
  wordingsOf,
} from '#shared/voice-commands.ts';
import { environment } from '../../electron/main/cli/environment.ts';
import { options } from '../../electron/main/cli/options.ts';
import { commentsIn } from './comments.ts';
import { table } from './fill.ts';

const root = join(import.meta.dirname, '../..');
const commentsOf = (path: string) => commentsIn(readFileSync(join(root, path), 'utf8'));

const code = (text: string): string => `\`${text}\``;

const effects: Record<Effect, string> = {
  'at-once': 'at once',
  'in-session': 'in the running session',
  'next-opening': 'when the microphone is opened next',
  'next-insertion': 'for the next inserted text',
  'next-dictation': 'for the next dictation',
  'next-deletion': 'when CaptionKey looks for old texts and recordings',
  'when-needed': 'CaptionKey changes it',
};

function rangeOf(expected: Expectation): string {
  switch (expected.type) {
    case 'true-or-false':
      return [true, false].map((flag) => code(String(flag))).join(', ');
    case 'whole-number':
      return `${expected.least} to ${expected.most}`;
    case 'fraction':
      return '0 to 1';
    case 'text':
      return `up to ${expected.most} characters`;
    case 'color':
      return '`#rrggbb`';
    case 'one-of':
      return expected.options.map(code).join(', ');
    case 'texts':
      return `up to ${expected.most} terms`;
    case 'languages':
      return `up to ${expected.most} codes, or \`multi\``;
    case 'list':
      return `up to ${expected.most} entries`;
    case 'other':
      return '';
  }
}

/** The service takes less than settings.json may hold. */
function expectationFor(name: SettingName): Expectation {
  const refused = parameterOf(name)?.encode(undefined);
  return refused?.ok === false ? refused.expected : settings[name].expected;
}

const hotkeyNames = new Set<string>(hotkeyActions.map((id) => actions[id].hotkey.setting));

function settingTables(): string {
  const comments = commentsOf('shared/settings.ts');
  const pages = [...new Set(settingNames.map((name) => settings[name].page))];
  return pages
    .map((page) => {
      const names = settingNames.filter(
        (name) => settings[name].page === page && !hotkeyNames.has(name),
      );
      const hasTitles = names.some(isPreferenceName);
      const rows = names.map((name) => [
        code(name),
        ...(hasTitles ? [isPreferenceName(name) ? messages.settings[name] : ''] : []),
        comments.get(name) ?? '',
        rangeOf(expectationFor(name)),
        code(JSON.stringify(v.parse(settings[name].readable.linux, undefined))),
        effects[settings[name].takesEffect],
      ]);
      const head = ['setting', ...(hasTitles ? ['in the panel'] : [])];
      const title = page === null ? 'In settings.json only' : messages.pages[page];
      return `### ${title}\n\n${table([...head, 'meaning', 'values', 'default', 'takes effect'], rows)}`;
    })
    .join('\n\n');
}

const hotkeyTable = (): string =>
  table(
    ['hotkey', 'setting', 'Linux', 'Windows', 'macOS'],
    hotkeyActions.map((id) => {
      const { setting, keys } = actions[id].hotkey;
      const shortcuts = [keys.linux, keys.windows, keys.macos].map(code);
      return [messages.actions[id].name, code(setting), ...shortcuts];
    }),
  );

function argumentTable(): string {
  const comments = commentsOf('electron/main/cli/options.ts');
  const ids = Object.keys(actions) as ActionId[];
  const verbs = ids.flatMap((id) => {
    const { verb } = actions[id];
    return verb === null ? [] : [[code(`--${verb}`), messages.actions[id].name]];
  });
  const others = Object.entries(options).map(([name, { value }]) => [
    code(`--${name}${value}`),
    comments.get(name) ?? '',
  ]);
  return table(['argument', 'effect'], [...verbs, ...others]);
}

function variableTable(): string {
  const comments = commentsOf('electron/main/cli/environment.ts');
  return table(
    ['variable', 'effect'],
    Object.entries(environment).map(([name, variable]) => [
      code(variable),
      comments.get(name) ?? '',
    ]),
  );
}

const quoted = (wordings: readonly string[]): string =>
  wordings.map((wording) => `“${wording}”`).join(', ');

/** What is said for each command, by language. */
const commandTables = (): string =>
  commandLanguages
    .map((language) => {
      const byId = Map.groupBy(wordingsOf(language), ({ id }) => id);
      const rows = voiceCommandIds.flatMap((id) => {
        const wordings = byId.get(id) ?? [];
        const written = wordings
          .slice(0, 1)
          .map(({ writes }) => messages.dictionary.whatIsWritten(writes));
        const said = quoted(wordings.map(({ from }) => from));
        return written.map((one) => [/^\p{L}/u.test(one) ? one : code(one), said]);
      });
      rows.push([messages.dictionary.scratches, quoted(scratchThat[language])]);
      return `### ${languageNames[language]}\n\n${table(['writes', 'is said'], rows)}`;
    })
    .join('\n\n');

/** The generated parts of the page, by name. */
export const settingsBlocks = (): ReadonlyMap<string, string> =>
  new Map([
    ['settings', settingTables()],
    ['hotkeys', hotkeyTable()],
    ['arguments', argumentTable()],
    ['variables', variableTable()],
    ['voice-commands', commandTables()],
  ]);

export const settingsPage = join(root, 'docs/settings.md');
