import type { Messages } from '../index.ts';
import { counting } from '../numbers.ts';

const counted = counting('it');

export const dictionary: Messages['dictionary'] = {
  term: 'Nome o termine',
  termsHint: 'Scrivili come devono apparire.',
  termsUnused: (model) => `${model} non li usa.`,
  promptTitle: 'Di che cosa parli',
  promptHint: 'Per esempio «Riunione settimanale sul budget, Acme e Lisbona».',
  promptUnused: (model) => `${model} non lo usa.`,
  replacementsHint:
    'Sostituisce parole intere nei dettati, maiuscole o no. Lascia vuoto «Scrivi» per togliere parole. Maiusc+Invio inizia una nuova riga.',
  recognised: 'Riconosciuto come',
  written: 'Scrivi',
  matchCase: 'Maiuscole',
  fieldOf: (column, row) => `${column}, ${row}`,
  newRow: 'nuova sostituzione',
  spokenTitle: 'Durante la dettatura',
  commands: 'Che cosa si può dire',
  commandWrites: 'Scrive',
  whatIsWritten: (writes) => {
    const mark = writes.trim();
    const end = writes.endsWith('\n\n')
      ? ['nuovo paragrafo']
      : writes.endsWith('\n')
        ? ['nuova riga']
        : [];
    return [...(mark === '' ? [] : [mark]), ...end].join(' e ');
  },
  scratches: 'elimina l’ultima dettatura',
  commandsHint: 'Per un’altra lingua, sceglila nella pagina Riconoscimento.',
  fileTitle: 'Dizionario come file di testo',
  fileHint:
    'Una voce per riga: un termine, o parole e che cosa scrivere, come in «caption key → CaptionKey». L’importazione aggiunge a ciò che c’è qui.',
  import: 'Importa…',
  export: 'Esporta…',
  imported: (terms, replacements, known) => {
    const added =
      terms + replacements === 0
        ? 'Non è stato aggiunto nulla.'
        : `Aggiunti: ${counted(terms, 'termine', 'termini')} e ${counted(replacements, 'sostituzione', 'sostituzioni')}.`;
    return known === 0 ? added : `${added} Già presenti: ${known}.`;
  },
  leftOut: (count) => `Escluse: ${counted(count, 'riga', 'righe')}.`,
  line: (line, sentence) => `Riga ${line}: ${sentence}`,
  moreLines: (count) => `E ${counted(count, 'altra riga', 'altre righe')}.`,
  dialog: {
    exportTitle: 'Esporta il dizionario',
    importTitle: 'Importa nel dizionario',
    fileType: 'Testo',
    anyFile: 'Tutti i file',
    fileName: 'Dizionario di CaptionKey',
  },
};
