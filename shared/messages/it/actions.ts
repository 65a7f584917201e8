import type { Messages } from '../index.ts';

export const actions: Messages['actions'] = {
  dictate: { name: 'Detta', does: 'dettare' },
  captions: {
    name: 'Avvia e ferma i sottotitoli',
    does: 'avviare e fermare i sottotitoli',
  },
  'force-endpoint': { name: 'Termina subito la frase', does: 'terminare la frase' },
  'insert-last': { name: 'Inserisci l’ultimo dettato', does: 'inserire l’ultimo dettato' },
  'click-through': {
    name: 'Clic attraverso i sottotitoli',
    does: 'attivare il clic attraverso i sottotitoli',
  },
  start: { name: 'Inizia a dettare', does: 'iniziare a dettare' },
  stop: { name: 'Ferma', does: 'fermare' },
  cancel: { name: 'Annulla il dettato', does: 'annullare il dettato' },
  'copy-last': { name: 'Copia l’ultimo dettato', does: 'copiare l’ultimo dettato' },
  history: { name: 'Cronologia', does: 'aprire la cronologia' },
  open: { name: 'Impostazioni', does: 'aprire CaptionKey' },
  quit: { name: 'Esci', does: 'uscire' },
};
