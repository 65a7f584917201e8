import type { Messages } from '../index.ts';
import { counting } from '../numbers.ts';

const section: Messages['doctor']['section'] = {
  title: 'La dettatura non funziona?',
  hint: 'Prova tutto tranne la voce. Preme il tasto di dettatura e incolla una parola in una finestra di prova.',
  run: 'Controlla questo computer',
  copy: 'Copia il rapporto',
  checks: 'Controlli',
  running: 'Controllo in corso. Non toccare tastiera e mouse per un momento.',
  milliseconds: (ms) => `${Math.round(ms)} ms`,
  result: (failed, untried) => {
    if (failed + untried === 0) return 'Tutto funziona.';
    const first = failed === 0 ? 'Nessun errore' : counting('it')(failed, 'errore', 'errori');
    return untried === 0 ? `${first}.` : `${first}, ${untried} non provabili qui.`;
  },
};

export const doctor: Messages['doctor'] = {
  titles: {
    desktop: 'Ambiente desktop',
    key: 'Chiave API',
    microphone: 'Microfono',
    hotkeys: 'Scorciatoie',
    hold: 'Tenere il tasto di dettatura',
    'hotkey-press': 'Premere il tasto di dettatura',
    focus: 'Finestra in primo piano',
    paste: 'Incollare in una finestra di CaptionKey',
    receipt: 'Vedere se il testo è stato letto',
    'wayland-paste': 'Incollare in finestre di Wayland',
  },
  shownStates: {
    works: 'Funziona',
    fails: 'Non funziona',
    'not-tried': 'Non provato',
    running: 'Controllo…',
  },
  section,
};
