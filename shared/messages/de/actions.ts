import type { Messages } from '../index.ts';

export const actions: Messages['actions'] = {
  dictate: { name: 'Diktieren', does: 'diktieren' },
  captions: { name: 'Untertitel ein- und ausschalten', does: 'Untertitel ein- und ausschalten' },
  'force-endpoint': { name: 'Satz jetzt beenden', does: 'den Satz beenden' },
  'insert-last': { name: 'Letztes Diktat einfügen', does: 'das letzte Diktat einfügen' },
  'click-through': {
    name: 'Durch Untertitel klicken',
    does: 'das Durchklicken der Untertitel umschalten',
  },
  start: { name: 'Diktat beginnen', does: 'ein Diktat beginnen' },
  stop: { name: 'Anhalten', does: 'anhalten' },
  cancel: { name: 'Diktat abbrechen', does: 'das Diktat abbrechen' },
  'copy-last': { name: 'Letztes Diktat kopieren', does: 'das letzte Diktat kopieren' },
  history: { name: 'Verlauf', does: 'den Verlauf öffnen' },
  open: { name: 'Einstellungen', does: 'CaptionKey öffnen' },
  quit: { name: 'Beenden', does: 'beenden' },
};
