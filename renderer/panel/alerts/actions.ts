import { messages } from '#shared/messages/index.ts';
import type { PageId } from '#shared/pages.ts';
import type { Problem, ProblemCode } from '#shared/problem.ts';
import { request } from '../../lib/ipc/ipc.ts';

/** A section of a page that a button of an alert can open. */
export type SectionName = 'key' | 'microphone' | 'doctor';

export type OpenPage = (page: PageId, section?: SectionName) => void;

/** What a button of an alert can do about a problem: open a page of the panel, or ask main. */
type Help =
  | { page: PageId; section?: SectionName }
  | { ask: 'copy-diagnostics' | 'start-captions' | 'stop-captions' };

const texts = messages.alerts;
const enterKey: Help = { page: 'home', section: 'key' };
const chooseMicrophone: Help = { page: 'home', section: 'microphone' };
const recognition: Help = { page: 'recognition' };
const hotkeys: Help = { page: 'hotkeys' };
const cost: Help = { page: 'privacy' };
const checkComputer: Help = { page: 'hotkeys', section: 'doctor' };
const startAgain: Help = { ask: 'start-captions' };
const copyDiagnostics: Help = { ask: 'copy-diagnostics' };

/** The help for each problem that a button can help with. */
const helps: Partial<Record<ProblemCode, Help>> = {
  'no-key': enterKey,
  'wrong-key': enterKey,
  'key-unreadable': enterKey,
  'key-not-saved': enterKey,
  'token-expired': enterKey,
  'cannot-dial': enterKey,
  forbidden: enterKey,

  'cannot-open-microphone': chooseMicrophone,
  'default-silent': chooseMicrophone,
  'microphone-broken': chooseMicrophone,
  'microphone-missing': chooseMicrophone,
  'microphone-stalled': chooseMicrophone,
  'no-microphone': chooseMicrophone,
  'no-sound': chooseMicrophone,
  'capture-stopped': startAgain,
  'captions-stopped': startAgain,
  'captions-limit-near': cost,
  'captions-limit-passed': cost,
  'captions-limit-stopped': cost,

  'message-rejected': recognition,
  'model-redirected': recognition,
  'model-refused': recognition,
  'other-region': recognition,
  'paid-only': recognition,
  'request-too-long': { page: 'dictionary' },
  'not-transcribed': { page: 'history' },

  'desktop-keeps-shortcut': hotkeys,
  'desktop-needs-a-key': hotkeys,
  'desktop-uses-shortcut': hotkeys,
  'media-key-accessibility': hotkeys,
  'no-global-keys': hotkeys,
  'shortcut-impossible': hotkeys,
  'shortcut-in-use': hotkeys,
  'shortcut-taken': hotkeys,

  'desktop-gone': checkComputer,

  'captions-on': { ask: 'stop-captions' },
  'broken-inside': copyDiagnostics,
  internal: copyDiagnostics,
};

function ask(what: Extract<Help, { ask: unknown }>['ask']): void {
  switch (what) {
    case 'copy-diagnostics':
      void request('diagnostics:copy');
      break;
    case 'start-captions':
      void request('listening:do', 'start');
      break;
    case 'stop-captions':
      void request('listening:do', 'stop');
  }
}

const helpFor = (problem: Problem): Help | undefined =>
  helps[problem.code] ??
  ('canStartAgain' in problem.params && problem.params.canStartAgain ? startAgain : undefined);

/** The button of an alert; null if there is nothing that a button can do. */
export function actionOf(
  problem: Problem,
  openPage: OpenPage,
): { label: string; act: () => void } | null {
  const help = helpFor(problem);
  if (help === undefined) return null;
  if ('ask' in help) return { label: texts.ask[help.ask], act: () => ask(help.ask) };
  const { page, section } = help;
  const label =
    section === undefined ? texts.openPage(messages.pages[page]) : texts.sections[section];
  return { label, act: () => openPage(page, section) };
}
