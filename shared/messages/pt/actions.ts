import type { Messages } from '../index.ts';

export const actions: Messages['actions'] = {
  dictate: { name: 'Ditar', does: 'ditar' },
  captions: {
    name: 'Iniciar e parar legendas',
    does: 'iniciar e parar as legendas',
  },
  'force-endpoint': { name: 'Terminar a frase agora', does: 'terminar a frase' },
  'insert-last': { name: 'Inserir o último ditado', does: 'inserir o último ditado' },
  'click-through': {
    name: 'Clicar através das legendas',
    does: 'ativar o clique através das legendas',
  },
  start: { name: 'Começar a ditar', does: 'começar a ditar' },
  stop: { name: 'Parar', does: 'parar' },
  cancel: { name: 'Cancelar o ditado', does: 'cancelar o ditado' },
  'copy-last': { name: 'Copiar o último ditado', does: 'copiar o último ditado' },
  history: { name: 'Histórico', does: 'abrir o histórico' },
  open: { name: 'Configurações', does: 'abrir o CaptionKey' },
  quit: { name: 'Sair', does: 'sair' },
};
