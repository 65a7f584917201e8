import type { Messages } from '../index.ts';

export const actions: Messages['actions'] = {
  dictate: { name: 'Dicter', does: 'dicter' },
  captions: {
    name: 'Lancer et arrêter les sous-titres',
    does: 'lancer et arrêter les sous-titres',
  },
  'force-endpoint': { name: 'Terminer la phrase', does: 'terminer la phrase' },
  'insert-last': { name: 'Insérer la dernière dictée', does: 'insérer la dernière dictée' },
  'click-through': {
    name: 'Clic à travers les sous-titres',
    does: 'permettre le clic à travers les sous-titres',
  },
  start: { name: 'Commencer à dicter', does: 'commencer à dicter' },
  stop: { name: 'Arrêter', does: 'arrêter' },
  cancel: { name: 'Annuler la dictée', does: 'annuler la dictée' },
  'copy-last': { name: 'Copier la dernière dictée', does: 'copier la dernière dictée' },
  history: { name: 'Historique', does: 'ouvrir l’historique' },
  open: { name: 'Paramètres', does: 'ouvrir CaptionKey' },
  quit: { name: 'Quitter', does: 'quitter' },
};
