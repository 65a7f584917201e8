import { warningWords, sentence } from './parts.ts';
import type { Messages } from '../index.ts';
import { clock, duration } from '../duration.ts';
import { actions } from './actions.ts';
import { dictionary } from './dictionary.ts';
import { doctor } from './doctor.ts';
import { keys, macKeys } from './keys.ts';
import { settingOptions } from './options.ts';
import { dictation, firstRun, history, home, pages, panel, unfinished } from './panel.ts';
import { hotkeys, privacy, recognition } from './panel-settings.ts';
import { problems } from './problems.ts';
import { settingHints, settings, settingUnits } from './settings.ts';
import { alerts, captions, outcomes, pill, status, tray, unnamed } from './windows.ts';

/** Portuguese as it is written in Brazil. It addresses nobody where it can, else the person with “você”. */
export const pt: Messages = {
  locale: 'pt-BR',
  actions,
  alerts,
  captions,
  clock,
  dictation,
  dictionary,
  doctor,
  duration,
  firstRun,
  history,
  home,
  hotkeys,
  keys,
  macKeys,
  outcomes,
  pages,
  panel,
  pill,
  privacy,
  problems,
  recognition,
  settings,
  settingHints,
  settingOptions,
  settingUnits,
  status,
  tray,
  unfinished,
  unnamed,
  valueWarning: (warning) => sentence(warningWords(warning)),
};
