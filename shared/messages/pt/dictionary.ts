import type { Messages } from '../index.ts';
import { counting } from '../numbers.ts';

const counted = counting('pt-BR');

export const dictionary: Messages['dictionary'] = {
  term: 'Nome ou termo',
  termsHint: 'Escreva como devem aparecer.',
  termsUnused: (model) => `${model} não os usa.`,
  promptTitle: 'Sobre o que você fala',
  promptHint: 'Por exemplo, “Reunião semanal de orçamento, Acme e Lisboa”.',
  promptUnused: (model) => `${model} não o usa.`,
  replacementsHint:
    'Substitui palavras inteiras nos ditados, em maiúsculas ou não. Deixe “Escrever” vazio para remover palavras. Shift+Enter começa uma nova linha.',
  recognised: 'Reconhecido como',
  written: 'Escrever',
  matchCase: 'Maiúsculas',
  fieldOf: (column, row) => `${column}, ${row}`,
  newRow: 'nova substituição',
  spokenTitle: 'Enquanto você dita',
  commands: 'O que você pode dizer',
  commandWrites: 'Escreve',
  whatIsWritten: (writes) => {
    const mark = writes.trim();
    const end = writes.endsWith('\n\n')
      ? ['novo parágrafo']
      : writes.endsWith('\n')
        ? ['nova linha']
        : [];
    return [...(mark === '' ? [] : [mark]), ...end].join(' e ');
  },
  scratches: 'apaga o último ditado',
  commandsHint: 'Para outro idioma, escolha-o na página Reconhecimento.',
  fileTitle: 'Dicionário como arquivo de texto',
  fileHint:
    'Uma entrada por linha: um termo, ou palavras e o que escrever, como em “caption key → CaptionKey”. Importar acrescenta ao que está aqui.',
  import: 'Importar…',
  export: 'Exportar…',
  imported: (terms, replacements, known) => {
    const added =
      terms + replacements === 0
        ? 'Nada foi adicionado.'
        : `Adicionado: ${counted(terms, 'termo', 'termos')} e ${counted(replacements, 'substituição', 'substituições')}.`;
    return known === 0 ? added : `${added} Já existiam: ${known}.`;
  },
  leftOut: (count) => `Fora: ${counted(count, 'linha', 'linhas')}.`,
  line: (line, sentence) => `Linha ${line}: ${sentence}`,
  moreLines: (count) => `E mais ${counted(count, 'linha', 'linhas')}.`,
  dialog: {
    exportTitle: 'Exportar o dicionário',
    importTitle: 'Importar para o dicionário',
    fileType: 'Texto',
    anyFile: 'Todos os arquivos',
    fileName: 'Dicionário do CaptionKey',
  },
};
