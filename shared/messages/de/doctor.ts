import type { Messages } from '../index.ts';
import { counting } from '../numbers.ts';

const section: Messages['doctor']['section'] = {
  title: 'Diktieren klappt nicht?',
  hint: 'Probiert alles außer Sprache: drückt Ihre Diktiertaste und fügt ein Wort in ein Testfenster ein.',
  run: 'Computer prüfen',
  copy: 'Bericht kopieren',
  checks: 'Prüfungen',
  running: 'Wird geprüft. Bitte Tastatur und Maus einen Moment ruhen lassen.',
  milliseconds: (ms) => `${Math.round(ms)} ms`,
  result: (failed, untried) => {
    if (failed + untried === 0) return 'Alles funktioniert.';
    const first = failed === 0 ? 'Kein Fehler' : counting('de')(failed, 'Fehler', 'Fehler');
    return untried === 0 ? `${first}.` : `${first}, ${untried} hier nicht prüfbar.`;
  },
};

export const doctor: Messages['doctor'] = {
  titles: {
    desktop: 'Desktop',
    key: 'API-Schlüssel',
    microphone: 'Mikrofon',
    hotkeys: 'Tastenkürzel',
    hold: 'Diktiertaste halten',
    'hotkey-press': 'Diktiertaste drücken',
    focus: 'Fenster im Vordergrund',
    paste: 'In ein Fenster von CaptionKey einfügen',
    receipt: 'Erkennen, ob der Text gelesen wurde',
    'wayland-paste': 'In Fenster von Wayland einfügen',
  },
  shownStates: {
    works: 'Funktioniert',
    fails: 'Funktioniert nicht',
    'not-tried': 'Nicht geprüft',
    running: 'Wird geprüft…',
  },
  section,
};
