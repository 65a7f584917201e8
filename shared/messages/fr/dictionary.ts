import type { Messages } from '../index.ts';
import { counting } from '../numbers.ts';

const counted = counting('fr');

export const dictionary: Messages['dictionary'] = {
  term: 'Nom ou terme',
  termsHint: 'Écrivez-les comme ils doivent apparaître.',
  termsUnused: (model) => `${model} ne les utilise pas.`,
  promptTitle: 'De quoi vous parlez',
  promptHint: 'Par exemple « Réunion hebdomadaire de budget, Acme et Lisbonne ».',
  promptUnused: (model) => `${model} ne l’utilise pas.`,
  replacementsHint:
    'Remplace des mots entiers dans les dictées, en majuscules ou non. Laissez « Écrire » vide pour retirer des mots. Maj+Entrée commence une nouvelle ligne.',
  recognised: 'Mots reconnus',
  written: 'Écrire',
  matchCase: 'Casse',
  fieldOf: (column, row) => `${column}, ${row}`,
  newRow: 'nouveau remplacement',
  spokenTitle: 'Pendant la dictée',
  commands: 'Ce que vous pouvez dire',
  commandWrites: 'Écrit',
  whatIsWritten: (writes) => {
    const mark = writes.trim();
    const end = writes.endsWith('\n\n')
      ? ['nouveau paragraphe']
      : writes.endsWith('\n')
        ? ['nouvelle ligne']
        : [];
    return [...(mark === '' ? [] : [mark]), ...end].join(' et ');
  },
  scratches: 'efface la dernière dictée',
  commandsHint: 'Pour une autre langue, choisissez-la sous Reconnaissance.',
  fileTitle: 'Dictionnaire en fichier texte',
  fileHint:
    'Une entrée par ligne : un terme, ou des mots et ce qu’il faut écrire, comme « caption key → CaptionKey ». L’import s’ajoute à ce qui est ici.',
  import: 'Importer…',
  export: 'Exporter…',
  imported: (terms, replacements, known) => {
    const added =
      terms + replacements === 0
        ? 'Rien n’a été ajouté.'
        : `Ajouté : ${counted(terms, 'terme', 'termes')} et ${counted(replacements, 'remplacement', 'remplacements')}.`;
    return known === 0 ? added : `${added} Déjà là : ${known}.`;
  },
  leftOut: (count) => `Ignoré : ${counted(count, 'ligne', 'lignes')}.`,
  line: (line, sentence) => `Ligne ${line} : ${sentence}`,
  moreLines: (count) => `Et encore ${counted(count, 'ligne', 'lignes')}.`,
  dialog: {
    exportTitle: 'Exporter le dictionnaire',
    importTitle: 'Importer dans le dictionnaire',
    fileType: 'Texte',
    anyFile: 'Tous les fichiers',
    fileName: 'Dictionnaire CaptionKey',
  },
};
