import type { Messages } from '../index.ts';
import { counting, withDecimal } from '../numbers.ts';

export const alerts: Messages['alerts'] = {
  openPage: (title) => `Abrir ${title}`,
  sections: {
    key: 'Inserir a chave',
    microphone: 'Escolher microfone',
    doctor: 'Verificar o computador',
  },
  ask: {
    'copy-diagnostics': 'Copiar diagnóstico',
    'start-captions': 'Iniciar legendas',
    'stop-captions': 'Parar legendas',
  },
};

export const captions: Messages['captions'] = {
  heading: 'Legendas do CaptionKey',
  group: 'Legendas',
  copy: 'Copiar',
  copied: 'Copiado',
  copiedWords: (count) => counting('pt-BR')(count, 'palavra copiada', 'palavras copiadas'),
  undoCopy: 'Desfazer',
  openTranscript: 'Abrir transcrição',
  settings: 'Configurações',
  stop: 'Parar',
  sources: { microphone: 'Microfone', computer: 'Som do computador' },
  listensTo: {
    microphone: 'As legendas ouvem o microfone.',
    computer: 'As legendas ouvem o som do computador.',
    both: 'As legendas ouvem o microfone e o som do computador.',
  },
  listenTo: {
    microphone: 'Mudar para o microfone.',
    computer: 'Mudar para o som do computador.',
    both: 'Mudar para ambos, que custa o dobro.',
  },
  sound: 'Som',
  dictationSource: 'O ditado ouve sempre o microfone.',
  noComputerSound:
    'O som de outros programas não pode ser legendado aqui. Isso requer Linux com PulseAudio ou PipeWire.',
  preview: 'Prévia',
  previewFinal: 'O definitivo fica.',
  previewPartial: 'O novo pode',
  text: 'Palavras',
  background: 'Fundo',
  place: 'Janela',
  room: 'Espaço e silêncio',
  lowContrast: (ratio) =>
    `Difícil de ler: o contraste entre texto e fundo é ${withDecimal('pt-BR', ratio)}:1, abaixo de 4,5:1.`,
};

export const outcomes: Messages['outcomes'] = {
  inserted: 'Inserido',
  pasted: 'Colado',
  'on-clipboard': 'Na área de transferência',
  held: 'Não inserido',
  cancelled: 'Cancelado',
  silent: 'Nada foi ouvido',
  failed: 'Não transcrito',
  running: 'Ainda não terminou',
  interrupted: 'Interrompido',
};

export const pill: Messages['pill'] = {
  heading: 'Ditado do CaptionKey',
  words: 'Palavras ditadas',
  toCursor: 'As palavras vão para o cursor',
  endsBy: { release: 'Solte para inserir', press: 'Aperte para inserir' },
  escapeCancels: 'Esc cancela',
  inserting: 'Inserindo…',
  copied: 'Copiado',
  offers: { undo: 'Inserir mesmo assim', insert: 'Inserir aqui', copy: 'Copiar' },
};

export const status: Messages['status'] = {
  off: 'Legendas desativadas',
  starting: 'Iniciando…',
  connecting: 'Conectando…',
  listening: 'Ouvindo…',
  reconnecting: (savedSeconds) =>
    savedSeconds < 1 ? 'Reconectando…' : `Reconectando… ${savedSeconds} s salvos`,
  catchingUp: (leftSeconds) => `Recuperando, faltam ${leftSeconds} s`,
  catchingUpCosts: (leftSeconds) =>
    `Recuperando, faltam ${leftSeconds} s. Até lá, você paga também uma segunda sessão.`,
  finishing: 'Finalizando…',
};

export const tray: Messages['tray'] = {
  stopDictating: 'Parar o ditado',
  startCaptions: 'Iniciar legendas',
  stopCaptions: 'Parar legendas',
  captionsListenTo: 'As legendas ouvem',
  captionsSource: {
    microphone: 'Microfone',
    computer: 'Som do computador',
    both: 'Ambos (custa o dobro)',
  },
  endClickThrough: 'Tornar legendas clicáveis',
  off: 'Sem ouvir',
  preRolling: 'O microfone está aberto para a pré-gravação',
  starting: 'Iniciando…',
  reconnecting: 'Reconectando…',
  finishing: 'Finalizando…',
  captionsOn: 'Legendas ativadas',
  dictating: 'Ditando',
  bothOn: 'Ditando, legendas ativadas',
  version: (version) => `CaptionKey ${version}`,
  today: (amount) => `Hoje: ${amount}`,
  month: (amount) => `Este mês: ${amount}`,
};

export const unnamed: Messages['unnamed'] = {
  program: 'o outro programa',
  failure: 'sem resposta',
};
