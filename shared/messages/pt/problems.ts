import type { Messages } from '../index.ts';
import { dollarsIn, withDecimal } from '../numbers.ts';
import { actions } from './actions.ts';
import { hotkeyProblems } from './hotkey-problems.ts';
import { entryWords, expectationWords, whyNotWritten } from './parts.ts';
import { refusals } from './refusals.ts';
import { settings } from './settings.ts';
import { storageProblems } from './storage-problems.ts';

const dollars = dollarsIn('pt-BR', 'symbol');

export const problems: Messages['problems'] = {
  ...refusals,
  ...hotkeyProblems,
  ...storageProblems,

  // Insertion
  'accessibility-denied': () =>
    'O macOS não deixa o CaptionKey pressionar ⌘V, então o texto está na área de transferência. Permita em Ajustes do Sistema › Privacidade e Segurança › Acessibilidade. Se já estiver ativado, encerre o CaptionKey, depois remova com − e adicione de novo. Depois abra o CaptionKey de novo.',
  'clipboard-contended': () =>
    'Outro programa usava a área de transferência, então nada foi digitado. Escolha “Inserir o último ditado”.',
  'clipboard-taken': ({ app }) =>
    `Outro programa copiou outra coisa. Veja ${app} antes de inserir o texto de novo.`,
  'clipboard-taken-over': ({ app }) =>
    `Um gerenciador leu o texto antes. Ele está na área de transferência. Veja se também está em ${app}.`,
  'clipboard-unreadable': () =>
    'Não foi possível salvar a área de transferência, então nada foi colado. Copie outra coisa e escolha “Inserir o último ditado”.',
  'clipboard-unwritable': () => 'Não foi possível copiar. Copie o texto a partir do histórico.',
  'display-gone': () =>
    'A área de trabalho não responde, então nada foi digitado. Escolha “Inserir o último ditado”.',
  elevated: ({ app }) =>
    `${app} roda como administrador, então o CaptionKey não pode digitar lá. Cole com Ctrl+V.`,
  'enter-not-pressed': ({ app }) =>
    `O texto está em ${app}, mas Enter não foi pressionado. Pressione você.`,
  'focus-moved': ({ app }) =>
    `Você trocou de janela, então nada foi digitado em ${app}. Clique onde o texto deve ficar e escolha “Inserir o último ditado”.`,
  'insertion-stopped': () => 'A inserção foi interrompida. Verifique antes de inserir de novo.',
  'keyboard-taken': () =>
    'Outra coisa está com o teclado. Feche-a e escolha “Inserir o último ditado”.',
  'keys-asked': () =>
    'A área de trabalho pergunta se o CaptionKey pode pressionar teclas. Até permitir, cole com Ctrl+V.',
  'keys-refused': () =>
    'Você não deixou o CaptionKey pressionar teclas. O texto está na área de transferência: cole com Ctrl+V.',
  'no-accessibility-bus': () =>
    'Nada diz ao CaptionKey qual janela está na frente. Instale at-spi2-core e faça login de novo.',
  'no-keys-on-wayland': () =>
    'Este ambiente Wayland não deixa apps pressionarem teclas. O texto está na área de transferência: cole com Ctrl+V.',
  'no-paste-key': () =>
    'Aqui nenhuma tecla pode colar. O texto está na área de transferência: cole pelo menu do app.',
  'unknown-window': () =>
    'O GNOME não diz qual janela está na frente, então o texto está na área de transferência. Cole com Ctrl+V.',
  'no-x-display': () => 'Nenhuma tela X encontrada. O texto está na área de transferência.',
  'no-target': () =>
    'Nenhuma janela tinha o foco. O texto está na área de transferência: cole onde ele deve ficar.',
  'not-read': ({ app }) =>
    `${app} não pegou o texto. Ele está na área de transferência: cole onde deve ficar.`,
  'nothing-said': () => 'Nada foi dito, então não há nada para inserir.',
  'own-window': () => 'O CaptionKey estava na frente, então o texto está copiado.',
  'portal-failed': () =>
    'O portal não pôde pressionar teclas. O texto está na área de transferência: cole com Ctrl+V.',
  'pasteboard-denied': () =>
    'O macOS não deixa o CaptionKey ler o que você copiou, então não pôde restaurá-lo. O texto está na área de transferência: cole com ⌘V. Permita em Ajustes do Sistema › Privacidade e Segurança › Colar de Outros Apps.',
  'secure-input': () =>
    'Um campo de senha, ou um programa que protege o teclado, impede o CaptionKey de pressionar teclas, então o texto está na área de transferência. Cole com ⌘V.',
  'portal-missing': () =>
    'Falta o portal que pressiona teclas. O texto está na área de transferência: cole com Ctrl+V.',
  unseen: ({ app }) => `Colado. O CaptionKey não vê se ${app} pegou o texto: verifique.`,
  'x-display-gone': () =>
    'A tela X não está acessível, então nada foi digitado. Verifique DISPLAY e XAUTHORITY e abra o CaptionKey de novo.',

  // Dictation
  cancelled: () => 'Cancelado. Nada foi digitado.',
  'not-scratched': () =>
    'Nada foi apagado: o último ditado não está logo antes do cursor, ou o programa não o mostra.',
  scratched: () => 'O último ditado foi apagado.',
  'not-transcribed': () => 'Não foi possível transcrever. A gravação está salva no histórico.',
  'on-clipboard': () => 'O texto está na área de transferência.',
  'paste-from-clipboard': () => 'Está na área de transferência: cole onde deve ficar.',
  transcribing: () => 'Uma gravação está sendo transcrita. Dite quando terminar.',
  unconfirmed: () => 'As últimas palavras podem faltar: a AssemblyAI não as confirmou.',

  // Copies
  'not-copied': () => 'Não foi possível copiar. Copie de novo.',
  'not-undone': () => 'A área de transferência mudou desde então e fica como está.',

  // Audio
  'cannot-open-microphone': () =>
    'Não foi possível abrir o microfone. Feche outros apps que o usem ou escolha outro, e inicie de novo.',
  'cannot-record': () =>
    'Não é possível salvar a gravação; as legendas seguem sem ela. Libere espaço em disco.',
  'capture-stopped': () => 'O microfone parou de repente. Inicie de novo para continuar.',
  'computer-sound-away': () =>
    'A saída foi desconectada, então não se ouve o som do computador. As legendas seguem quando houver outra.',
  'computer-sound-failed': () => 'O som do computador parou de chegar. Inicie as legendas de novo.',
  'computer-sound-gap': ({ seconds }) =>
    `O som do computador voltou. ${withDecimal('pt-BR', seconds)} s não foram ouvidos.`,
  'default-silent': ({ microphone }) =>
    `${microphone} não está conectado, e o microfone padrão está mudo. Conecte-o ou escolha outro microfone.`,
  'microphone-away': () =>
    'O microfone foi desconectado. Conecte-o de novo; o CaptionKey continua tentando.',
  'microphone-broken': () =>
    'O microfone relatou um erro. Reconecte-o ou escolha outro, e inicie de novo.',
  'microphone-denied': () =>
    'O macOS não deixa o CaptionKey ouvir o microfone. Permita em Ajustes do Sistema › Privacidade e Segurança › Microfone e reinicie o CaptionKey.',
  'microphone-gap': ({ seconds, cause }) => {
    const what = {
      away: 'O microfone voltou. ',
      lost: 'O microfone perdeu som. ',
      other: '',
    };
    return `${what[cause]}${withDecimal('pt-BR', seconds)} s não foram ouvidos; repita, por favor.`;
  },
  'microphone-missing': ({ microphone }) =>
    `${microphone} não está conectado, então o microfone padrão é usado. Conecte-o ou escolha outro.`,
  'microphone-stalled': () =>
    'O microfone parou de enviar som. Reconecte-o ou escolha outro, e inicie de novo.',
  'no-audio-library': () =>
    'Não foi possível carregar a biblioteca de áudio. Reinstale o CaptionKey.',
  'no-computer-sound': () =>
    'Aqui não se ouve o som do computador. Escolha Microfone em Legendas › Ouvir.',
  'no-microphone': () => 'Nenhum microfone encontrado. Conecte um e inicie de novo.',
  'no-microphone-listed': () => 'Nenhum microfone encontrado. Conecte um e busque de novo.',
  'no-sound': ({ microphone }) =>
    `Nenhum som vem de ${microphone ?? 'seu microfone'}. Ative-o ou escolha outro microfone.`,
  'cannot-read-wav': ({ path }) => `Não é possível ler ${path}. Indique um arquivo WAV que exista.`,
  'unsupported-wav': ({ path }) =>
    `${path} não é um arquivo WAV que o CaptionKey possa ler. Converta-o para PCM de 16 bits, de 8 a 48 kHz, mono ou estéreo.`,
  'nothing-heard': () =>
    'Nenhuma fala foi ouvida nesta gravação. Verifique se é o arquivo certo e alto o bastante.',
  'captions-on': () => 'Pare as legendas antes e tente de novo.',
  'demo-cannot-transcribe': () =>
    'A demonstração não pode transcrever isto. Abra o CaptionKey sem --demo.',
  'demo-server-failed': () => 'O servidor de demo não iniciou. Reinstale o CaptionKey.',
  'demo-starting': () => 'A demonstração já está iniciando.',

  // Connection
  'bad-proxy': () =>
    'HTTPS_PROXY ou ALL_PROXY deve ser um endereço http:// ou https://. Corrija ou remova.',
  'bad-streaming-url': () =>
    'CAPTIONKEY_STREAMING_URL deve ser um endereço wss://, ou ws:// neste computador. Corrija ou remova.',
  'cannot-dial': ({ reason }) =>
    `O CaptionKey não pode abrir uma conexão (${reason}). Verifique a chave de API e CAPTIONKEY_STREAMING_URL.`,

  // Key and settings
  'cannot-save': (file) => `A mudança não foi salva, porque ${whyNotWritten(file)}.`,
  'key-not-erased': (file) =>
    `A chave não é mais usada, mas voltará no próximo início, porque ${whyNotWritten(file)}.`,
  'key-not-saved': (file) => `A chave não foi salva, porque ${whyNotWritten(file)}.`,
  'key-unreadable': ({ isReplaced }) =>
    `A chave de API salva não pode ser descriptografada neste sistema. ${isReplaced ? 'ASSEMBLYAI_API_KEY é usada no lugar. ' : ''}Cole-a de novo na página Início.`,
  'no-encrypted-storage': () =>
    'Este sistema não tem armazenamento criptografado. Para manter a chave, defina ASSEMBLYAI_API_KEY.',
  'no-key': () =>
    'Ainda não há chave de API. Cole a sua na página Início, ou teste a gravação de demo.',
  'not-a-key': () =>
    'Isso não é uma chave de API: tem espaços ou outros caracteres estranhos. Copie de novo.',
  'bad-setting': ({ setting, expected }) =>
    `${settingName(setting)} ${expectationWords(expected)}. Corrija.`,
  'list-full': ({ most }) => `A lista está cheia, com ${most}. Remova um antes.`,
  'term-too-long': ({ most }) => `Um termo pode ter até ${most} caracteres.`,
  'term-known': () => 'Isso já está na lista.',
  'more-fields': () => 'Há uma segunda seta ou tabulação. Escreva-a como \\→ ou \\t.',
  'replaced-otherwise': () => 'O dicionário escreve outra coisa para estas palavras.',
  'text-too-long': ({ most }) => `O texto pode ter até ${most} caracteres.`,
  'words-missing': () => 'Não há palavras antes da seta.',
  'words-too-long': ({ most }) => `As palavras podem ter até ${most} caracteres.`,
  'cannot-import': ({ path }) => `Não é possível ler ${path}. Verifique se é seu.`,
  'not-a-dictionary': ({ path }) =>
    `${path} não é um texto em UTF-8. Salve-o assim e tente de novo.`,
  'unknown-setting': () => 'Essa configuração não está na janela. Procure em settings.json.',
  'model-redirected': ({ asked, ran }) =>
    `A AssemblyAI usa ${ran} em vez de ${asked}. Para mantê-lo, escolha-o em Reconhecimento.`,
  'settings-unread': ({ path, values, lists }) => {
    const entries = lists.map(({ name, positions }) => `${entryWords(positions)} de ${name}`);
    return [
      ...(values.length === 0
        ? []
        : [`O que settings.json diz de ${values.join(' e ')} não serve, então vale o padrão.`]),
      ...(entries.length === 0
        ? []
        : [`O CaptionKey ignora ${entries.join(' e ')} em settings.json.`]),
      `Corrija em ${path} e abra o CaptionKey de novo.`,
    ].join(' ');
  },

  // Captions
  'captions-stop-soon': () =>
    'Ninguém fala, então as legendas vão parar em um minuto. Fale para mantê-las.',
  'captions-stopped': ({ minutes }) => `As legendas pararam após ${minutes} minutos sem fala.`,
  'captions-limit-near': ({ dollars: limit }) =>
    `Você gastou mais de 90% de ${dollars(limit)} este mês. As legendas vão parar no limite.`,
  'captions-limit-passed': ({ dollars: limit }) =>
    `O limite de ${dollars(limit)} deste mês foi passado. Legendas e ditados continuam e custam.`,
  'captions-limit-stopped': ({ dollars: limit }) =>
    `As legendas pararam: ${dollars(limit)} gastos este mês. Aumente o limite ou inicie-as de novo.`,

  // Hotkeys: the rest is in hotkey-problems.ts
  'shortcut-in-use': ({ action }) =>
    `Estas teclas já servem para ${actions[action].does}. Use outras, ou altere antes esse atalho.`,

  // Command line
  'argument-slip': ({ argument, known }) =>
    `--${argument} não é uma opção do CaptionKey. Existem ${known.map((one) => `--${one}`).join(', ')}.`,
  'argument-takes-no-value': ({ argument }) =>
    `--${argument} não leva valor. Escreva --${argument}.`,
  'argument-needs-value': ({ argument }) =>
    `--${argument} precisa de um valor: --${argument}=CAMINHO.`,
  'bad-print-format': ({ format }) =>
    `--print=${format} não existe. Escreva --print ou --print=json.`,
  'bad-user-data-dir': ({ folder }) =>
    `não é possível usar ${folder}. Indique com --user-data-dir uma pasta em que se possa gravar.`,
  'cannot-start': ({ reason }) =>
    `não é possível iniciar: ${reason}. Verifique se a pasta pode ser lida e gravada.`,
  'runs-already': () => 'O CaptionKey já está aberto. Feche-o e tente de novo.',

  // Doctor
  'check-after-dictation': () => 'Há um ditado em curso. Termine-o e verifique de novo.',
  'focus-unknown': () =>
    'Este ambiente não diz qual janela está na frente, então o texto vai para a área de transferência.',
  'no-receipt': () =>
    'Este ambiente não mostra quem lê a área de transferência. Verifique se o texto chegou.',
  'not-arrived': () => 'A palavra de teste não chegou. Em Ditado, escolha só copiar os textos.',
  'paste-not-chosen': () =>
    'Você escolheu que os textos só sejam copiados. Para colá-los, escolha isso em Ditado.',
  'press-unheard': () => 'O CaptionKey não notou a tecla. Escolha outra em Atalhos.',
  'release-unheard': () =>
    'O CaptionKey não notou que a tecla foi solta. Toque nela para começar e para parar.',
  'shortcut-not-pressed': ({ shortcut }) =>
    `O CaptionKey não pode pressionar teclas aqui. Pressione ${shortcut} para testar.`,
  'test-window-behind': () =>
    'A janela de teste não veio para a frente. Clique nela e comece de novo.',

  // The app itself
  'bad-request': () => 'O CaptionKey não entendeu isso. Verifique o que você inseriu.',
  'broken-inside': () =>
    'Algo quebrou dentro do CaptionKey. Ele continua; reinicie-o quando terminar.',
  internal: () => 'Algo deu errado no CaptionKey. Tente de novo.',
  'ipc-channel': () => 'Esta janela pediu algo que o CaptionKey não tem.',
  'ipc-no-answer': () => 'O CaptionKey não responde. Feche-o e abra-o de novo.',
  'untrusted-sender': () => 'Esta página não pode falar com o CaptionKey.',
};

/** The panel shows some settings by a title; the rest are in settings.json only. */
const settingName = (setting: string): string => {
  const title = Object.entries(settings).find(([name]) => name === setting)?.[1];
  return title === undefined ? `A configuração ${setting}` : `“${title}”`;
};
