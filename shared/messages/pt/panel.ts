import type { Messages } from '../index.ts';

export const pages: Messages['pages'] = {
  home: 'Início',
  history: 'Histórico',
  dictionary: 'Dicionário',
  dictation: 'Ditado',
  captions: 'Legendas',
  recognition: 'Reconhecimento',
  hotkeys: 'Atalhos',
  privacy: 'Dados e custo',
};

export const panel: Messages['panel'] = {
  tagline: 'Dite em qualquer lugar. Legende tudo.',
  navigation: 'Páginas',
  close: 'Fechar',
  saved: 'Salvo',
  add: 'Adicionar',
  remove: (name) => `Remover ${name}`,
  delete: 'Excluir',
  confirmDelete: 'Excluir mesmo?',
  range: ({ unit, least, most }) =>
    unit === '' ? `de ${least} a ${most}` : `${unit}, de ${least} a ${most}`,
};

const key: Messages['home']['key'] = {
  title: 'Chave de API',
  sources: {
    none: 'Obtenha uma em assemblyai.com/dashboard e cole aqui. Ela fica neste computador.',
    stored: 'A chave está salva e criptografada.',
    memory: 'A chave vale até você sair do CaptionKey.',
    environment: 'Usando ASSEMBLYAI_API_KEY. Uma chave salva aqui a substitui.',
  },
  field: 'Chave de API da AssemblyAI',
  fieldHelp: 'A chave como o dashboard mostra',
  save: 'Verificar e salvar',
  checking: 'Verificando…',
  remove: 'Remover a chave',
};

const microphone: Messages['home']['microphone'] = {
  title: 'Microfone',
  list: 'Microfone a usar',
  rescan: 'Buscar de novo',
  systemDefault: 'Padrão do sistema',
  systemDefaultIs: (name) => `Padrão do sistema (${name})`,
  notConnected: (name) => `${name} (não conectado)`,
  withHostApi: (name, hostApi) => `${name} (${hostApi})`,
  isPreRolling:
    'O microfone está aberto para a pré-gravação. Nada é gravado ou enviado até você pressionar uma tecla.',
  test: 'Testar microfone',
  testHint: 'Fale e observe o nível.',
  level: 'Nível do microfone',
  decibels: (db) => `${db} decibéis`,
};

const hold = {
  before: 'Segure',
  after: 'e fale. Solte para inserir as palavras no cursor.',
};

const tryIt: Messages['home']['tryIt'] = {
  title: 'Ditar e legendar',
  howToDictate: {
    auto: hold,
    hold,
    toggle: {
      before: 'Pressione',
      after: 'e fale. Pressione de novo para inserir as palavras no cursor.',
    },
  },
  howToCaption: { before: 'Pressione', after: 'para iniciar e parar as legendas.' },
  isDemo:
    'Esta é a demonstração: uma gravação substitui o microfone, e um pequeno servidor neste computador responde. Nenhum som sai deste computador.',
  demo: 'A demonstração toca uma gravação para um pequeno servidor neste computador. Não precisa de chave, e nenhum som sai deste computador.',
  startCaptions: 'Iniciar legendas',
  stopCaptions: 'Parar legendas',
  tryDemo: 'Testar a gravação de demo',
};

const recent: Messages['home']['recent'] = {
  title: 'Últimos ditados',
  empty: 'Ainda não há ditados. Eles aparecerão aqui e ficam neste computador.',
  all: 'Mostrar todos',
};

export const home: Messages['home'] = {
  key,
  microphone,
  tryIt,
  recent,
  general: { title: 'Geral', asSystem: 'Igual ao sistema' },
};

const sayHello = { before: 'Segure', after: 'e diga olá. Depois solte.' };

export const firstRun: Messages['firstRun'] = {
  label: 'Configuração',
  steps: { key: 'Chave', microphone: 'Microfone', hello: 'Diga olá' },
  done: 'pronto',
  keyTitle: 'Chave da AssemblyAI',
  tryDemo: 'Testar sem chave',
  microphoneHint: 'Fale: a barra deve se mover.',
  languageTitle: 'O idioma que você fala',
  continue: 'Continuar',
  back: 'Voltar',
  sayHello: {
    auto: sayHello,
    hold: sayHello,
    toggle: { before: 'Pressione', after: 'e diga olá. Depois pressione de novo.' },
  },
  noHotkey: 'A tecla de ditado ainda não está pronta. Ela é definida em Atalhos.',
  words: 'Suas primeiras palavras',
  demoPlays: 'A gravação de demo fala por você.',
  works: 'É isso. Funciona em qualquer app.',
  demoWorks: 'É isso. Com uma chave, funciona em qualquer app.',
  enterKey: 'Inserir uma chave',
  finish: 'Concluir',
  skip: 'Pular',
};

export const history: Messages['history'] = {
  searchLabel: 'Pesquisar no histórico',
  search: 'Pesquisar',
  noMatches: 'Nenhum resultado.',
  found: (count, hasMore) => (hasMore ? `${count} ou mais` : `Resultados: ${count}`),
  empty: 'Nada ainda. Ditados e legendas aparecerão aqui e ficam neste computador.',
  today: 'Hoje',
  yesterday: 'Ontem',
  captions: 'Legendas',
  captionsRun: 'Em curso',
  isPartial: 'As últimas palavras podem ter erros.',
  transcribing: 'Transcrevendo. O novo texto substituirá este.',
  showWhole: 'Mostrar o texto todo',
  copy: 'Copiar',
  insert: 'Inserir',
  transcribe: 'Transcrever de novo',
  export: 'Exportar…',
  exportAs: 'Exportar como',
  exportAll: 'Exportar tudo…',
  exportResults: 'Exportar resultados…',
  clear: 'Excluir tudo…',
  confirmClear: 'Excluir tudo aqui?',
  formats: {
    txt: 'texto sem formatação (txt)',
    md: 'Markdown (md)',
    json: 'JSON',
    srt: 'legendas (srt)',
    vtt: 'legendas (vtt)',
  },
  dialog: {
    title: 'Exportar o histórico',
    fileTypes: {
      txt: 'Texto simples',
      md: 'Markdown',
      json: 'JSON',
      srt: 'Legendas SubRip',
      vtt: 'Legendas WebVTT',
    },
    fileNames: {
      dictation: (dateTime) => `Ditado ${dateTime}`,
      captions: (dateTime) => `Legendas ${dateTime}`,
      history: (dateTime) => `Histórico ${dateTime}`,
    },
  },
};

export const dictation: Messages['dictation'] = {
  title: 'Inserção',
  profilesHint:
    'Só para um app. Decide a janela que está na frente quando você pressiona a tecla de ditado.',
  sharedHint:
    'Com as legendas ativas, um ditado usa a conexão delas: idioma, contexto e termos são os gerais.',
  app: 'Nome do app',
  appHint: 'O nome que o histórico mostra. Maiúsculas não importam.',
  everywhere: 'Como sempre',
  languageHint:
    'Outro idioma usa outra conexão, então as primeiras palavras chegam um pouco depois.',
  promptHint: 'Substitui o contexto geral.',
  termsHint: 'Um por linha. Vêm antes dos gerais.',
  continues: 'Continuar o texto anterior',
  continuesHint:
    'Um ditado logo depois de outro recebe um espaço antes e, dentro da frase, nenhuma maiúscula.',
  pressEnter: 'Pressionar Enter após o texto',
  pressEnterHint:
    'Só depois que o app leu todo o texto. macOS, áreas de trabalho remotas e algumas janelas do Wayland não informam isso, então lá o Enter não é pressionado.',
};

export const unfinished: Messages['unfinished'] = {
  title: 'Ainda não transcrito',
  hint: 'O CaptionKey foi fechado antes de transcrever estas gravações.',
  recording: (duration, dateTime) => `${duration}, ${dateTime}`,
  transcribing: 'Transcrevendo…',
  transcribe: 'Transcrever agora',
  keep: 'Manter a gravação',
};
