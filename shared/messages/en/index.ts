import { actionNames } from './actions.ts';
import { alerts } from './alerts.ts';
import { captions } from './captions.ts';
import { dictation } from './dictation.ts';
import { dictionary } from './dictionary.ts';
import { doctor } from './doctor.ts';
import { clock, duration } from '../duration.ts';
import { firstRun } from './first-run.ts';
import { history } from './history.ts';
import { home } from './home.ts';
import { hotkeys } from './hotkeys.ts';
import { keys, macKeys } from './keys.ts';
import { settingOptions } from './options.ts';
import { outcomes } from './outcomes.ts';
import { pageTitles } from './pages.ts';
import { panel } from './panel.ts';
import { warningWords, sentence } from './parts.ts';
import { privacy } from './privacy.ts';
import { pill } from './pill.ts';
import { problems } from './problems.ts';
import { recognition } from './recognition.ts';
import { settingHints, settingTitles, settingUnits } from './settings.ts';
import { status } from './status.ts';
import { tray } from './tray.ts';
import { unfinished } from './unfinished.ts';
import { unnamed } from './unnamed.ts';
import type { ValueWarning } from '../../expectation.ts';

/** English. */
export const en = {
  /** How dates and numbers are written (BCP 47). */
  locale: 'en-GB',
  actions: actionNames,
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
  pages: pageTitles,
  panel,
  pill,
  privacy,
  problems,
  recognition,
  settings: settingTitles,
  settingHints,
  settingOptions,
  settingUnits,
  status,
  tray,
  unfinished,
  unnamed,
  /** Beside the field of the setting that it is about. */
  valueWarning: (warning: ValueWarning): string => sentence(warningWords(warning)),
};
