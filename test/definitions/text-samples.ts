import type { Messages } from '#shared/messages/index.ts';
import type { ProblemCode } from '#shared/problem.ts';
import { problemDefinitions } from '#shared/problems.ts';
import { samples } from './sample.ts';

const counts = [[1], [73], [1_234]];
const name = [['[name]']];
const dateTime = [['[date]']];
const refs = { locale: true, clock: true, duration: true };

/** Arguments for the texts that take some, by their paths. Each list is one call. */
const argumentsOf: Record<string, unknown[][]> = {
  'alerts.openPage': name,
  'captions.copiedWords': counts,
  'captions.lowContrast': [[3]],
  'dictionary.termsUnused': name,
  'dictionary.promptUnused': name,
  'dictionary.fieldOf': [['[column]', '[row]']],
  'dictionary.whatIsWritten': [['\n\n'], ['\n'], ['.\n']],
  'dictionary.imported': [
    [0, 0, 73],
    [1, 1, 0],
    [73, 74, 75],
  ],
  'dictionary.leftOut': counts,
  'dictionary.line': [[73, '[sentence]']],
  'dictionary.moreLines': counts,
  'doctor.section.milliseconds': [[73]],
  'doctor.section.result': [
    [0, 0],
    [1, 0],
    [73, 0],
    [0, 73],
    [73, 74],
  ],
  'history.found': [
    [73, true],
    [73, false],
  ],
  'history.dialog.fileNames.dictation': dateTime,
  'history.dialog.fileNames.captions': dateTime,
  'history.dialog.fileNames.history': dateTime,
  'home.microphone.systemDefaultIs': name,
  'home.microphone.notConnected': name,
  'home.microphone.withHostApi': [['[name]', '[api]']],
  'home.microphone.decibels': [[73]],
  'hotkeys.shortcutOf': [['[shortcut]', '[program]']],
  'panel.remove': name,
  'panel.range': [[{ unit: '', least: 73, most: 74 }], [{ unit: '[unit]', least: 73, most: 74 }]],
  'privacy.amount': [
    [{ sessionSeconds: 0, audioSeconds: 0 }],
    [{ sessionSeconds: 73, audioSeconds: 14 }],
  ],
  'privacy.dollars': [[73]],
  'privacy.lastSession.startedAt': [['[date]', '[host]']],
  'privacy.lastSession.unconfirmed': name,
  'privacy.lastSession.insteadOf': [['[ran]', '[asked]']],
  'privacy.lastSession.mode': name,
  'privacy.lastSession.voiceFocus': name,
  'recognition.prefer': name,
  'recognition.languageHint': [[73]],
  'recognition.modelDecides': name,
  'settingHints.keepConnectedSeconds': [[0], [73]],
  'status.reconnecting': [[0], [73]],
  'status.catchingUp': [[73]],
  'status.catchingUpCosts': [[73]],
  'tray.version': name,
  'tray.today': name,
  'tray.month': name,
  'unfinished.recording': [['[duration]', '[date]']],
  valueWarning: [
    [{ type: 'brought-into-range', least: 73, most: 74 }],
    [{ type: 'refused-below', leastHz: 73 }],
    [{ type: 'long-terms-ignored', most: 73 }],
    [{ type: 'language-not-sent', model: '[model]' }],
  ],
};

const callsOf = (path: string): unknown[][] => {
  const [group, code = ''] = path.split('.');
  if (group !== 'problems') return argumentsOf[path] ?? [];
  return samples(problemDefinitions[code as ProblemCode].params, code).map((params) => [params]);
};

/** Every text of a language as a person reads it, by its path and the number of the call. */
export function textsOf(language: Messages): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (part: unknown, path: string): void => {
    if (path in refs) return;
    if (typeof part === 'string') found.set(path, part);
    else if (typeof part === 'function') {
      const calls = callsOf(path);
      if (calls.length === 0)
        throw new Error(`${path} has no arguments in ${import.meta.filename}.`);
      calls.forEach((call, index) =>
        found.set(`${path}#${index}`, String(Reflect.apply(part, null, call))),
      );
    } else
      for (const [name, value] of Object.entries(part ?? {}))
        visit(value, path === '' ? name : `${path}.${name}`);
  };
  visit(language, '');
  return found;
}
