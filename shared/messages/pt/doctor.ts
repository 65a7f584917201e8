import type { Messages } from '../index.ts';
import { counting } from '../numbers.ts';

const section: Messages['doctor']['section'] = {
  title: 'O ditado não funciona?',
  hint: 'Isto testa tudo, menos a fala. Pressiona sua tecla de ditado e cola uma palavra em uma janela de teste.',
  run: 'Verificar o computador',
  copy: 'Copiar relatório',
  checks: 'Verificações',
  running: 'Verificando. Não use o teclado nem o mouse por um momento.',
  milliseconds: (ms) => `${Math.round(ms)} ms`,
  result: (failed, untried) => {
    if (failed + untried === 0) return 'Tudo funciona.';
    const first = failed === 0 ? 'Nenhuma falha' : counting('pt-BR')(failed, 'falha', 'falhas');
    return untried === 0 ? `${first}.` : `${first}, ${untried} sem poder testar aqui.`;
  },
};

export const doctor: Messages['doctor'] = {
  titles: {
    desktop: 'Área de trabalho',
    key: 'Chave de API',
    microphone: 'Microfone',
    hotkeys: 'Atalhos',
    hold: 'Segurar a tecla de ditado',
    'hotkey-press': 'Pressionar a tecla de ditado',
    focus: 'Janela da frente',
    paste: 'Colar em uma janela do CaptionKey',
    receipt: 'Ver se o texto foi lido',
    'wayland-paste': 'Colar em janelas do Wayland',
  },
  shownStates: {
    works: 'Funciona',
    fails: 'Não funciona',
    'not-tried': 'Não testado',
    running: 'Verificando…',
  },
  section,
};
