import type { ProblemCode, ProblemParams } from '../../problem.ts';
import { whyNotWritten } from './parts.ts';

export const storageProblems = {
  // Files
  'login-needs-package': () =>
    'O macOS só pode iniciar o CaptionKey com a sessão como app instalado. Instale o pacote ou desative “Iniciar com a sessão”.',
  'login-not-set': ({ path }) =>
    `${path} não pode ser alterado, então o início com a sessão fica como estava. Verifique se o arquivo e a pasta são seus.`,
  'cannot-keep': (file) =>
    `Configurações, chave, gravações e log não podem ser salvos, porque ${whyNotWritten(file)}.`,
  'file-replaced': ({ file, aside }) =>
    `Não foi possível ler ${file}, então o CaptionKey o substituiu. O arquivo antigo fica como ${aside}.`,
  'file-overwritten': ({ file, copy }) =>
    `Esta mudança substituiu em ${file} algo que o CaptionKey não podia usar. O arquivo antigo fica como ${copy}.`,
  'file-set-aside': ({ file, aside }) =>
    `Não foi possível ler ${file}, então o CaptionKey começa sem ele. Ele fica como ${aside}.`,
  'file-unreadable': ({ file }) =>
    `Não foi possível ler ${file}, então o CaptionKey começa sem ele. Não pôde ser movido.`,

  // Storage and history
  'store-bad-call': ({ name }) => `O armazenamento não pode fazer isto: ${name}.`,
  'store-busy': ({ path }) =>
    `Outro programa usa ${path}, então suas palavras não são salvas. Feche-o.`,
  'store-failed': ({ path }) =>
    `${path} não pode ser usado, então suas palavras não são salvas. Reinicie o CaptionKey; se não ajudar, mova o arquivo.`,
  'store-full': () => 'O disco está cheio, então suas palavras não são salvas. Libere espaço.',
  'store-gone': ({ path }) =>
    `${path} foi removido enquanto o CaptionKey rodava. O CaptionKey criou um novo; as palavras anteriores não estão nele.`,
  'store-newer': ({ path }) =>
    `${path} é de um CaptionKey mais novo, então suas palavras não são salvas. Instale a versão mais nova.`,
  'store-set-aside': ({ path, aside }) =>
    `Não foi possível ler ${path}, então o CaptionKey começa com um histórico vazio. O arquivo antigo fica como ${aside}.`,
  'store-slow': () =>
    'O disco não responde, então suas palavras talvez não sejam salvas. Verifique o disco.',
  'store-stopped': () => 'O CaptionKey não pode mais salvar suas palavras. Reinicie-o.',
  'store-unreadable-answer': () =>
    'O CaptionKey não consegue ler captionkey.db. Mova o arquivo e reinicie o CaptionKey.',
  'store-unwritable': ({ path }) =>
    `Não é possível gravar ${path}, então suas palavras não são salvas. Verifique se o arquivo e a pasta são seus.`,
  'cannot-delete-recording': ({ path }) =>
    `Não foi possível excluir ${path}. Verifique se o arquivo e a pasta são seus.`,
  'cannot-export': ({ path }) => `Não foi possível gravar ${path}. Escolha outra pasta.`,
  'cannot-read-recordings': ({ path }) => `Não é possível ler ${path}. Verifique se é sua.`,
  copied: () => 'Na área de transferência.',
  'dictation-runs': () => 'Esse ditado ainda está em curso. Pare-o e tente de novo.',
  'dictation-without-text': () => 'Esse ditado não tem texto.',
  inserted: () => 'Inserido.',
  'no-captions': () => 'Essas legendas não estão mais no histórico.',
  'no-dictation': () => 'Esse ditado não está mais no histórico.',
  'no-recording': () => 'Essa gravação não existe mais.',
  'no-unfinished-recording': () => 'Essa gravação não existe mais.',
  'nothing-to-export': () => 'Não há texto para exportar.',
  'saved-as': ({ file }) => `Salvo como ${file}`,
} satisfies { [C in ProblemCode]?: (params: ProblemParams<C>) => string };
