import type { Messages } from '../index.ts';

export const actions: Messages['actions'] = {
  dictate: { name: 'Dictar', does: 'dictar' },
  captions: {
    name: 'Activar y desactivar subtítulos',
    does: 'activar y parar los subtítulos',
  },
  'force-endpoint': { name: 'Terminar la frase ya', does: 'terminar la frase' },
  'insert-last': { name: 'Insertar el último dictado', does: 'insertar el último dictado' },
  'click-through': {
    name: 'Clic a través de subtítulos',
    does: 'activar el clic a través de los subtítulos',
  },
  start: { name: 'Empezar a dictar', does: 'empezar a dictar' },
  stop: { name: 'Detener', does: 'detener' },
  cancel: { name: 'Cancelar el dictado', does: 'cancelar el dictado' },
  'copy-last': { name: 'Copiar el último dictado', does: 'copiar el último dictado' },
  history: { name: 'Historial', does: 'abrir el historial' },
  open: { name: 'Ajustes', does: 'abrir CaptionKey' },
  quit: { name: 'Salir', does: 'salir' },
};
