import type { Messages } from '../index.ts';

export const settings: Messages['settings'] = {
  keyterms: 'Nomes e termos',
  prompt: 'Contexto',
  replacements: 'Substituições',
  voiceCommands: 'Comandos de voz',
  removeFillers: 'Omitir hesitações',
  speechModel: 'Modelo',
  languageCodes: 'Idioma',
  minTurnSilenceMs: 'Pausa que termina uma frase',
  maxTurnSilenceMs: 'Pausa que termina uma frase incompleta',
  dictationSilenceMs: 'Pausa dentro de um ditado',
  latencyMode: 'Rapidez ou precisão',
  voiceFocus: 'Voice Focus',
  domain: 'Termos médicos',
  filterProfanity: 'Ocultar palavras ofensivas',
  vadThreshold: 'Limiar de voz',
  languageDetection: 'Salvar o idioma',
  previousContextTurns: 'Frases anteriores como contexto',
  keepConnectedSeconds: 'Continuar conectado após parar',
  region: 'Região',
  insertion: 'Texto ditado',
  pasteIntoUnknownWindow: 'Colar em janelas desconhecidas',
  appProfiles: 'Perfis de apps',
  captionsSource: 'Ouvir',
  captionsTextSize: 'Tamanho do texto',
  captionsFont: 'Fonte',
  captionsTextColor: 'Cor do texto',
  captionsBackgroundColor: 'Cor do fundo',
  captionsOpacity: 'Opacidade do fundo',
  captionsOutline: 'Contorno',
  captionsLines: 'Linhas',
  captionsPlace: 'Posição',
  captionsWidth: 'Largura',
  captionsClickThrough: 'Clique através',
  captionsHideAfterSeconds: 'Ocultar após silêncio',
  keepHistory: 'Manter um histórico de textos',
  historyDays: 'Excluir textos após',
  recordingRetention: 'Manter gravações',
  preRoll: 'Pré-gravação',
  captionsSilenceMinutes: 'Parar legendas sem fala após',
  captionsMonthlyDollars: 'Parar legendas no mês após',
  sounds: 'Sons',
  startAtLogin: 'Iniciar com a sessão',
  appLanguage: 'Idioma do app',
};

const blank = 'Vazio: como no modelo.';

export const settingHints: Messages['settingHints'] = {
  captionsSilenceMinutes:
    'Você paga enquanto há legendas. Um minuto antes vem um aviso. Vazio: nunca.',
  captionsMonthlyDollars:
    'Pela estimativa do app. Em 90% vem um aviso. O ditado continua. Vazio: sem limite.',
  voiceCommands:
    'Diga “nova linha” ou “vírgula” com uma breve pausa antes e depois. Dentro de uma frase, continuam sendo palavras.',
  removeFillers: 'Remove “é…”, “hum” e parecidos. Uma palavra com sentido fica.',
  minTurnSilenceMs: blank,
  maxTurnSilenceMs: `Mesmo dentro de uma frase. ${blank}`,
  dictationSilenceMs:
    'Sua tecla termina o ditado, então números e nomes podem ter pausas. Vazio: como nas legendas.',
  domain:
    'Termos médicos melhores em inglês, espanhol, alemão e francês. A AssemblyAI cobra a mais.',
  filterProfanity: 'Mostra *** no lugar.',
  vadThreshold: `Quanta certeza o serviço deve ter de que ouve uma voz. Aumente em lugares ruidosos. ${blank}`,
  languageDetection: 'Salva com cada frase o idioma detectado.',
  previousContextTurns: 'Quantas frases anteriores de uma conexão ajudam a próxima. 0: nenhuma.',
  keepConnectedSeconds: (seconds) =>
    seconds === 0
      ? 'Sem custo após parar. O próximo início leva um ou dois segundos para conectar e não perde nada.'
      : `O próximo início é imediato. Após cada parada, você paga até ${seconds} segundos a mais.`,
  captionsTextSize: 'Ctrl e a roda do mouse sobre as legendas também o mudam.',
  captionsTextColor: 'Palavras que ainda podem mudar são mais claras.',
  captionsBackgroundColor: 'Os avisos também ficam sobre esta cor.',
  captionsOpacity: 'Abaixo de 100, a janela de trás transparece.',
  captionsOutline: 'Uma linha fina em volta de cada letra, para fundos que transparecem.',
  captionsLines: 'Para quantas linhas há espaço na janela.',
  captionsClickThrough:
    'O mouse alcança a janela de baixo. O ícone da bandeja e um atalho tornam as legendas clicáveis de novo.',
  captionsWidth: 'Para todas as telas. Arraste uma borda das legendas para mudá-la em uma só.',
  captionsHideAfterSeconds:
    'A próxima palavra ou problema traz as legendas de volta. Vazio: ficam.',
  pasteIntoUnknownWindow:
    'No GNOME, alguns apps não dizem que estão na frente. Não: o texto vai para a área de transferência. Sim: é colado, então veja onde está o cursor.',
  startAtLogin: 'O CaptionKey inicia oculto. A bandeja o abre.',
  keepHistory:
    'Não: novos ditados e legendas não são salvos. Os textos anteriores ficam até você excluí-los no Histórico.',
  historyDays: 'Ditados e legendas, em até uma hora. Vazio: nunca.',
  preRoll:
    'Mantém o microfone aberto e seu último meio segundo na memória, para que a primeira palavra fique inteira. Só esse meio segundo antes da tecla é gravado e enviado. Início mostra quando o microfone está aberto.',
  sounds:
    'Um som breve quando o CaptionKey começa a ouvir e quando termina, e um grave quando algo está errado.',
};

export const settingUnits: Messages['settingUnits'] = {
  captionsSilenceMinutes: 'minutos',
  captionsMonthlyDollars: 'dólares americanos',
  historyDays: 'dias',
  minTurnSilenceMs: 'ms',
  maxTurnSilenceMs: 'ms',
  dictationSilenceMs: 'ms',
  vadThreshold: '',
  previousContextTurns: 'frases',
  keepConnectedSeconds: 'segundos',
  captionsTextSize: 'px',
  captionsOpacity: '%',
  captionsLines: '',
  captionsWidth: 'px',
  captionsHideAfterSeconds: 'segundos',
};
