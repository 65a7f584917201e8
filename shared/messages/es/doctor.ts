import type { Messages } from '../index.ts';
import { counting } from '../numbers.ts';

const section: Messages['doctor']['section'] = {
  title: '¿No funciona el dictado?',
  hint: 'Esto prueba todo menos la voz. Pulsa tu tecla de dictado y pega una palabra en una ventana de prueba.',
  run: 'Comprobar este equipo',
  copy: 'Copiar informe',
  checks: 'Comprobaciones',
  running: 'Comprobando. No toques el teclado ni el ratón por un momento.',
  milliseconds: (ms) => `${Math.round(ms)} ms`,
  result: (failed, untried) => {
    if (failed + untried === 0) return 'Todo funciona.';
    const first = failed === 0 ? 'Sin fallos' : counting('es')(failed, 'fallo', 'fallos');
    return untried === 0 ? `${first}.` : `${first}, ${untried} sin poder probar aquí.`;
  },
};

export const doctor: Messages['doctor'] = {
  titles: {
    desktop: 'Escritorio',
    key: 'Clave de API',
    microphone: 'Micrófono',
    hotkeys: 'Atajos',
    hold: 'Mantener la tecla de dictado',
    'hotkey-press': 'Pulsar la tecla de dictado',
    focus: 'Ventana delantera',
    paste: 'Pegar en una ventana de CaptionKey',
    receipt: 'Ver si se leyó el texto',
    'wayland-paste': 'Pegar en ventanas de Wayland',
  },
  shownStates: {
    works: 'Funciona',
    fails: 'No funciona',
    'not-tried': 'Sin probar',
    running: 'Comprobando…',
  },
  section,
};
