import type { Messages } from '../index.ts';
import { counting } from '../numbers.ts';

const counted = counting('de');

export const dictionary: Messages['dictionary'] = {
  term: 'Name oder Begriff',
  termsHint: 'In der gewünschten Schreibweise.',
  termsUnused: (model) => `${model} nutzt sie nicht.`,
  promptTitle: 'Worüber Sie sprechen',
  promptHint: 'Zum Beispiel „Wöchentliche Budgetrunde, Acme und Lissabon“.',
  promptUnused: (model) => `${model} nutzt ihn nicht.`,
  replacementsHint:
    'Ersetzt ganze Wörter in Diktaten, groß oder klein. Lassen Sie „Schreiben“ leer, um Wörter zu entfernen. Umschalt+Eingabe beginnt eine neue Zeile.',
  recognised: 'Erkannt als',
  written: 'Schreiben',
  matchCase: 'Groß/klein',
  fieldOf: (column, row) => `${column}, ${row}`,
  newRow: 'neue Ersetzung',
  spokenTitle: 'Während Sie diktieren',
  commands: 'Was Sie sagen können',
  commandWrites: 'Schreibt',
  whatIsWritten: (writes) => {
    const mark = writes.trim();
    const end = writes.endsWith('\n\n')
      ? ['neuer Absatz']
      : writes.endsWith('\n')
        ? ['neue Zeile']
        : [];
    return [...(mark === '' ? [] : [mark]), ...end].join(' und ');
  },
  scratches: 'entfernt das letzte Diktat',
  commandsHint: 'Für eine andere Sprache wählen Sie diese auf der Seite Erkennung.',
  fileTitle: 'Wörterbuch als Textdatei',
  fileHint:
    'Ein Eintrag je Zeile: ein Begriff, oder Wörter und was zu schreiben ist, wie in „caption key → CaptionKey“. Ein Import ergänzt, was hier steht.',
  import: 'Importieren…',
  export: 'Exportieren…',
  imported: (terms, replacements, known) => {
    const added =
      terms + replacements === 0
        ? 'Nichts hinzugefügt.'
        : `Hinzugefügt: ${counted(terms, 'Begriff', 'Begriffe')}, ${counted(replacements, 'Ersetzung', 'Ersetzungen')}.`;
    return known === 0 ? added : `${added} Schon da: ${known}.`;
  },
  leftOut: (count) => `Ausgelassen: ${counted(count, 'Zeile', 'Zeilen')}.`,
  line: (line, sentence) => `Zeile ${line}: ${sentence}`,
  moreLines: (count) => `Und ${counted(count, 'weitere Zeile', 'weitere Zeilen')}.`,
  dialog: {
    exportTitle: 'Wörterbuch exportieren',
    importTitle: 'In das Wörterbuch importieren',
    fileType: 'Text',
    anyFile: 'Alle Dateien',
    fileName: 'CaptionKey-Wörterbuch',
  },
};
