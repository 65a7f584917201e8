import type { Messages } from '../index.ts';
import { counting } from '../numbers.ts';

const counted = counting('es');

export const dictionary: Messages['dictionary'] = {
  term: 'Nombre o término',
  termsHint: 'Escríbelos como deben aparecer.',
  termsUnused: (model) => `${model} no los usa.`,
  promptTitle: 'De qué hablas',
  promptHint: 'Por ejemplo, «Reunión semanal de presupuesto, Acme y Lisboa».',
  promptUnused: (model) => `${model} no lo usa.`,
  replacementsHint:
    'Sustituye palabras enteras en los dictados, en mayúsculas o no. Deja vacío «Escribir» para quitar palabras. Mayús+Intro empieza una línea nueva.',
  recognised: 'Se reconoce',
  written: 'Escribir',
  matchCase: 'Mayúsculas',
  fieldOf: (column, row) => `${column}, ${row}`,
  newRow: 'sustitución nueva',
  spokenTitle: 'Mientras dictas',
  commands: 'Qué puedes decir',
  commandWrites: 'Escribe',
  whatIsWritten: (writes) => {
    const mark = writes.trim();
    const end = writes.endsWith('\n\n')
      ? ['párrafo nuevo']
      : writes.endsWith('\n')
        ? ['línea nueva']
        : [];
    return [...(mark === '' ? [] : [mark]), ...end].join(' y ');
  },
  scratches: 'borra el último dictado',
  commandsHint: 'Para otro idioma, elígelo en la página Reconocimiento.',
  fileTitle: 'Diccionario como archivo de texto',
  fileHint:
    'Una entrada por línea: un término, o palabras y qué escribir, como en «caption key → CaptionKey». Al importar se añade a lo que hay aquí.',
  import: 'Importar…',
  export: 'Exportar…',
  imported: (terms, replacements, known) => {
    const added =
      terms + replacements === 0
        ? 'No se añadió nada.'
        : `Añadido: ${counted(terms, 'término', 'términos')} y ${counted(replacements, 'sustitución', 'sustituciones')}.`;
    return known === 0 ? added : `${added} Ya estaban: ${known}.`;
  },
  leftOut: (count) => `Omitidas: ${counted(count, 'línea', 'líneas')}.`,
  line: (line, sentence) => `Línea ${line}: ${sentence}`,
  moreLines: (count) => `Y ${counted(count, 'línea más', 'líneas más')}.`,
  dialog: {
    exportTitle: 'Exportar el diccionario',
    importTitle: 'Importar al diccionario',
    fileType: 'Texto',
    anyFile: 'Todos los tipos',
    fileName: 'Diccionario de CaptionKey',
  },
};
