import type { Messages } from '../index.ts';
import { counting } from '../numbers.ts';

const section: Messages['doctor']['section'] = {
  title: 'La dictée ne marche pas ?',
  hint: 'Tout est essayé sauf la parole : appui sur votre touche de dictée, collage d’un mot dans une fenêtre de test.',
  run: 'Vérifier cet ordinateur',
  copy: 'Copier le rapport',
  checks: 'Vérifications',
  running: 'Vérification. Ne touchez ni au clavier ni à la souris un instant.',
  milliseconds: (ms) => `${Math.round(ms)} ms`,
  result: (failed, untried) => {
    if (failed + untried === 0) return 'Tout fonctionne.';
    const first = failed === 0 ? 'Aucun échec' : counting('fr')(failed, 'échec', 'échecs');
    return untried === 0 ? `${first}.` : `${first}, ${untried} impossibles à essayer ici.`;
  },
};

export const doctor: Messages['doctor'] = {
  titles: {
    desktop: 'Bureau',
    key: 'Clé d’API',
    microphone: 'Micro',
    hotkeys: 'Raccourcis',
    hold: 'Maintenir la touche de dictée',
    'hotkey-press': 'Appuyer sur la touche de dictée',
    focus: 'Fenêtre active',
    paste: 'Coller dans une fenêtre de CaptionKey',
    receipt: 'Voir si le texte a été lu',
    'wayland-paste': 'Coller dans les fenêtres Wayland',
  },
  shownStates: {
    works: 'Fonctionne',
    fails: 'Ne fonctionne pas',
    'not-tried': 'Pas essayé',
    running: 'Vérification…',
  },
  section,
};
