import type { Messages } from '../index.ts';
import { dollarsIn, withDecimal } from '../numbers.ts';
import { actions } from './actions.ts';
import { hotkeyProblems } from './hotkey-problems.ts';
import { entryWords, expectationWords, whyNotWritten } from './parts.ts';
import { refusals } from './refusals.ts';
import { settings } from './settings.ts';
import { storageProblems } from './storage-problems.ts';

const dollars = dollarsIn('es');

export const problems: Messages['problems'] = {
  ...refusals,
  ...hotkeyProblems,
  ...storageProblems,

  // Insertion
  'accessibility-denied': () =>
    'macOS no deja que CaptionKey pulse ⌘V, así que el texto está en el portapapeles. Permítelo en Ajustes del Sistema › Privacidad y seguridad › Accesibilidad. Si ya está activado, cierra CaptionKey, quítalo después con − y añádelo de nuevo. Después vuelve a abrir CaptionKey.',
  'clipboard-contended': () =>
    'Otro programa usaba el portapapeles, así que no se escribió nada. Elige «Insertar el último dictado».',
  'clipboard-taken': ({ app }) =>
    `Otro programa copió otra cosa. Mira ${app} antes de insertar el texto de nuevo.`,
  'clipboard-taken-over': ({ app }) =>
    `Un gestor del portapapeles leyó antes el texto. Está en el portapapeles. Comprueba si también está en ${app}.`,
  'clipboard-unreadable': () =>
    'No se pudo guardar tu portapapeles, así que no se pegó nada. Copia otra cosa y elige «Insertar el último dictado».',
  'clipboard-unwritable': () =>
    'No se pudo escribir en el portapapeles. Copia el texto del historial.',
  'display-gone': () =>
    'El escritorio no responde, así que no se escribió nada. Elige «Insertar el último dictado».',
  elevated: ({ app }) =>
    `${app} funciona como administrador, y CaptionKey no puede escribir ahí. Pega con Ctrl+V.`,
  'enter-not-pressed': ({ app }) => `El texto está en ${app}, pero no se pulsó Intro. Púlsalo tú.`,
  'focus-moved': ({ app }) =>
    `Cambiaste de ventana, así que no se escribió nada en ${app}. Haz clic donde va el texto y elige «Insertar el último dictado».`,
  'insertion-stopped': () => 'La inserción se interrumpió. Compruébalo antes de insertar de nuevo.',
  'keyboard-taken': () =>
    'Otra cosa tiene el teclado. Ciérrala y elige «Insertar el último dictado».',
  'keys-asked': () =>
    'El escritorio pregunta si CaptionKey puede pulsar teclas. Hasta que lo permitas, pega con Ctrl+V.',
  'keys-refused': () =>
    'No permitiste que CaptionKey pulse teclas. El texto está en el portapapeles: pégalo con Ctrl+V.',
  'no-accessibility-bus': () =>
    'Nada dice a CaptionKey qué ventana está delante. Instala at-spi2-core e inicia sesión de nuevo.',
  'no-keys-on-wayland': () =>
    'Este escritorio Wayland no deja que las apps pulsen teclas. El texto está en el portapapeles: pégalo con Ctrl+V.',
  'no-paste-key': () =>
    'Aquí ninguna tecla puede pegar. El texto está en el portapapeles: pégalo desde el menú de la app.',
  'unknown-window': () =>
    'GNOME no dice qué ventana está delante, así que el texto está en el portapapeles. Pégalo con Ctrl+V.',
  'no-x-display': () => 'No se encontró pantalla X. El texto está en el portapapeles.',
  'no-target': () =>
    'Ninguna ventana tenía el foco. El texto está en el portapapeles: pégalo donde corresponda.',
  'not-read': ({ app }) =>
    `${app} no tomó el texto. Está en el portapapeles: pégalo donde corresponda.`,
  'nothing-said': () => 'No se dijo nada, así que no hay nada que insertar.',
  'own-window': () => 'CaptionKey estaba delante, así que el texto está en el portapapeles.',
  'portal-failed': () =>
    'El portal del escritorio no pudo pulsar teclas. El texto está en el portapapeles: pégalo con Ctrl+V.',
  'pasteboard-denied': () =>
    'macOS no deja que CaptionKey lea lo que copiaste, así que no pudo restaurarlo. El texto está en el portapapeles: pégalo con ⌘V. Permítelo en Ajustes del Sistema › Privacidad y seguridad › Pegar desde otras apps.',
  'secure-input': () =>
    'Un campo de contraseña, o un programa que protege el teclado, impide que CaptionKey pulse teclas, así que el texto está en el portapapeles. Pégalo con ⌘V.',
  'portal-missing': () =>
    'Falta el portal del escritorio que pulsa teclas. El texto está en el portapapeles: pégalo con Ctrl+V.',
  unseen: ({ app }) => `Pegado. CaptionKey no ve si ${app} lo tomó: compruébalo.`,
  'x-display-gone': () =>
    'No se puede acceder a la pantalla X, así que no se escribió nada. Comprueba DISPLAY y XAUTHORITY y vuelve a abrir CaptionKey.',

  // Dictation
  cancelled: () => 'Cancelado. No se escribió nada.',
  'not-scratched': () =>
    'No se borró nada: el último dictado no está justo antes del cursor, o el programa no lo muestra.',
  scratched: () => 'Se borró el último dictado.',
  'not-transcribed': () => 'No se pudo transcribir. La grabación está guardada en el historial.',
  'on-clipboard': () => 'El texto está en el portapapeles.',
  'paste-from-clipboard': () => 'Está en el portapapeles: pégalo donde corresponda.',
  transcribing: () => 'Se está transcribiendo una grabación. Dicta cuando termine.',
  unconfirmed: () => 'Pueden faltar las últimas palabras: AssemblyAI no las confirmó.',

  // Copies
  'not-copied': () => 'No se pudo escribir en el portapapeles. Cópialo de nuevo.',
  'not-undone': () => 'El portapapeles ha cambiado desde entonces, así que se queda como está.',

  // Audio
  'cannot-open-microphone': () =>
    'No se pudo abrir el micrófono. Cierra otras apps que lo usen o elige otro micrófono, e inicia de nuevo.',
  'cannot-record': () =>
    'No se puede guardar la grabación; los subtítulos siguen sin ella. Libera espacio en el disco.',
  'capture-stopped': () => 'El micrófono se detuvo de repente. Inicia de nuevo para seguir.',
  'computer-sound-away': () =>
    'Se desconectó la salida, así que no se oye el sonido del equipo. Los subtítulos siguen en cuanto haya otra.',
  'computer-sound-failed': () =>
    'Dejó de llegar el sonido del equipo. Inicia de nuevo los subtítulos.',
  'computer-sound-gap': ({ seconds }) =>
    `Ha vuelto el sonido del equipo. ${withDecimal('es', seconds)} s no se oyeron.`,
  'default-silent': ({ microphone }) =>
    `${microphone} no está conectado, y el micrófono predeterminado no da sonido. Conéctalo o elige otro micrófono.`,
  'microphone-away': () =>
    'Se desconectó el micrófono. Conéctalo de nuevo; CaptionKey lo sigue intentando.',
  'microphone-broken': () =>
    'El micrófono dio un error. Vuelve a conectarlo o elige otro, e inicia de nuevo.',
  'microphone-denied': () =>
    'macOS no deja que CaptionKey oiga el micrófono. Permítelo en Ajustes del Sistema › Privacidad y seguridad › Micrófono y reinicia CaptionKey.',
  'microphone-gap': ({ seconds, cause }) => {
    const what = {
      away: 'El micrófono ha vuelto. ',
      lost: 'El micrófono perdió sonido. ',
      other: '',
    };
    return `${what[cause]}${withDecimal('es', seconds)} s no se oyeron; repite, por favor.`;
  },
  'microphone-missing': ({ microphone }) =>
    `${microphone} no está conectado, así que se usa el micrófono predeterminado. Conéctalo o elige otro.`,
  'microphone-stalled': () =>
    'El micrófono dejó de dar sonido. Vuelve a conectarlo o elige otro, e inicia de nuevo.',
  'no-audio-library': () => 'No se pudo cargar la biblioteca de audio. Reinstala CaptionKey.',
  'no-computer-sound': () =>
    'Aquí no se oye el sonido del equipo. Elige Micrófono en Subtítulos › Escuchar.',
  'no-microphone': () => 'No hay ningún micrófono. Conecta uno e inicia de nuevo.',
  'no-microphone-listed': () => 'No hay ningún micrófono. Conecta uno y busca de nuevo.',
  'no-sound': ({ microphone }) =>
    `No llega sonido ${microphone === null ? 'del micrófono' : `de ${microphone}`}. Quítale el silencio o elige otro micrófono.`,
  'cannot-read-wav': ({ path }) => `No se puede leer ${path}. Indica un archivo WAV que exista.`,
  'unsupported-wav': ({ path }) =>
    `${path} no es un archivo WAV que CaptionKey pueda leer. Conviértelo a PCM de 16 bits, de 8 a 48 kHz, mono o estéreo.`,
  'nothing-heard': () =>
    'No se oyó ninguna voz en esta grabación. Comprueba que es el archivo correcto y se oye bien.',
  'captions-on': () => 'Detén antes los subtítulos e inténtalo de nuevo.',
  'demo-cannot-transcribe': () => 'La demo no puede transcribir esto. Abre CaptionKey sin --demo.',
  'demo-server-failed': () => 'El servidor de demo no se inició. Reinstala CaptionKey.',
  'demo-starting': () => 'La demo ya se está iniciando.',

  // Connection
  'bad-proxy': () =>
    'HTTPS_PROXY o ALL_PROXY tiene que ser una dirección http:// o https://. Corrígela o quítala.',
  'bad-streaming-url': () =>
    'CAPTIONKEY_STREAMING_URL tiene que ser una dirección wss://, o ws:// en este equipo. Corrígela o quítala.',
  'cannot-dial': ({ reason }) =>
    `CaptionKey no puede abrir una conexión (${reason}). Comprueba la clave de API y CAPTIONKEY_STREAMING_URL.`,

  // Key and settings
  'cannot-save': (file) => `No se pudo guardar tu cambio, porque ${whyNotWritten(file)}.`,
  'key-not-erased': (file) =>
    `La clave ya no se usa, pero volverá en el próximo inicio, porque ${whyNotWritten(file)}.`,
  'key-not-saved': (file) => `No se pudo guardar la clave, porque ${whyNotWritten(file)}.`,
  'key-unreadable': ({ isReplaced }) =>
    `La clave de API guardada no se puede descifrar en este sistema. ${isReplaced ? 'Se usa ASSEMBLYAI_API_KEY en su lugar. ' : ''}Pégala de nuevo en la página Inicio.`,
  'no-encrypted-storage': () =>
    'Este sistema no tiene almacenamiento cifrado. Para conservar la clave, define ASSEMBLYAI_API_KEY.',
  'no-key': () =>
    'Aún no hay clave de API. Pega la tuya en la página Inicio, o prueba la grabación de demo.',
  'not-a-key': () =>
    'Eso no es una clave de API: tiene espacios u otros caracteres raros. Cópiala de nuevo.',
  'bad-setting': ({ setting, expected }) =>
    `${settingName(setting)} ${expectationWords(expected)}. Corrígelo.`,
  'list-full': ({ most }) => `La lista está llena, con ${most}. Quita antes uno.`,
  'term-too-long': ({ most }) => `Un término puede tener ${most} caracteres como máximo.`,
  'term-known': () => 'Eso ya está en la lista.',
  'more-fields': () => 'Hay una segunda flecha o tabulación. Escríbela como \\→ o \\t.',
  'replaced-otherwise': () => 'El diccionario escribe otra cosa para estas palabras.',
  'text-too-long': ({ most }) => `El texto puede tener ${most} caracteres como máximo.`,
  'words-missing': () => 'No hay palabras antes de la flecha.',
  'words-too-long': ({ most }) => `Las palabras pueden tener ${most} caracteres como máximo.`,
  'cannot-import': ({ path }) => `No se puede leer ${path}. Comprueba que es tuyo.`,
  'not-a-dictionary': ({ path }) =>
    `${path} no es un texto en UTF-8. Guárdalo así e inténtalo de nuevo.`,
  'unknown-setting': () => 'Ese ajuste no está en la ventana. Búscalo en settings.json.',
  'model-redirected': ({ asked, ran }) =>
    `AssemblyAI usa ${ran} en vez de ${asked}. Para conservarlo, elígelo en Reconocimiento.`,
  'settings-unread': ({ path, values, lists }) => {
    const entries = lists.map(({ name, positions }) => `${entryWords(positions)} de ${name}`);
    return [
      ...(values.length === 0
        ? []
        : [
            `Lo que dice settings.json de ${values.join(' y ')} no sirve, así que se usa lo predeterminado.`,
          ]),
      ...(entries.length === 0
        ? []
        : [`CaptionKey ignora ${entries.join(' y ')} en settings.json.`]),
      `Corrígelo en ${path} y vuelve a abrir CaptionKey.`,
    ].join(' ');
  },

  // Captions
  'captions-stop-soon': () =>
    'Nadie habla, así que los subtítulos se detendrán en un minuto. Habla para que sigan.',
  'captions-stopped': ({ minutes }) =>
    `Los subtítulos se detuvieron tras ${minutes} minutos sin voz.`,
  'captions-limit-near': ({ dollars: limit }) =>
    `Has gastado más del 90 % de ${dollars(limit)} este mes. Los subtítulos se detendrán en el límite.`,
  'captions-limit-passed': ({ dollars: limit }) =>
    `El límite de ${dollars(limit)} este mes está superado. Subtítulos y dictados siguen, y cuestan.`,
  'captions-limit-stopped': ({ dollars: limit }) =>
    `Los subtítulos se detuvieron: ${dollars(limit)} gastados este mes. Sube el límite o inícialos de nuevo.`,

  // Hotkeys: the rest is in hotkey-problems.ts
  'shortcut-in-use': ({ action }) =>
    `Estas teclas ya sirven para ${actions[action].does}. Pulsa otras, o cambia antes ese atajo.`,

  // Command line
  'argument-slip': ({ argument, known }) =>
    `--${argument} no es una opción de CaptionKey. Existen ${known.map((one) => `--${one}`).join(', ')}.`,
  'argument-takes-no-value': ({ argument }) =>
    `--${argument} no lleva valor. Escribe --${argument}.`,
  'argument-needs-value': ({ argument }) => `--${argument} necesita un valor: --${argument}=RUTA.`,
  'bad-print-format': ({ format }) =>
    `--print=${format} no existe. Escribe --print o --print=json.`,
  'bad-user-data-dir': ({ folder }) =>
    `no se puede usar ${folder}. Indica con --user-data-dir una carpeta en la que se pueda escribir.`,
  'cannot-start': ({ reason }) =>
    `no se puede iniciar: ${reason}. Comprueba que su carpeta se puede leer y escribir.`,
  'runs-already': () => 'CaptionKey ya está abierto. Ciérralo e inténtalo de nuevo.',

  // Doctor
  'check-after-dictation': () => 'Hay un dictado en marcha. Termínalo y comprueba de nuevo.',
  'focus-unknown': () =>
    'Este escritorio no dice qué ventana está delante, así que el texto va al portapapeles.',
  'no-receipt': () =>
    'Este escritorio no muestra quién lee el portapapeles. Comprueba si llegó el texto.',
  'not-arrived': () =>
    'La palabra de prueba no llegó. En Dictado, elige copiar los textos al portapapeles.',
  'paste-not-chosen': () =>
    'Elegiste que los textos se copien al portapapeles. Para pegarlos, elígelo en Dictado.',
  'press-unheard': () => 'CaptionKey no notó la tecla. Elige otra en Atajos.',
  'release-unheard': () =>
    'CaptionKey no notó que se soltara la tecla. Tócala para empezar y para terminar.',
  'shortcut-not-pressed': ({ shortcut }) =>
    `CaptionKey no puede pulsar teclas aquí. Pulsa ${shortcut} para probarlo.`,
  'test-window-behind': () =>
    'La ventana de prueba no pasó al frente. Haz clic en ella y empieza de nuevo.',

  // The app itself
  'bad-request': () => 'CaptionKey no lo entendió. Comprueba lo que escribiste.',
  'broken-inside': () =>
    'Algo se rompió dentro de CaptionKey. Sigue funcionando; reinícialo cuando termines.',
  internal: () => 'Algo salió mal en CaptionKey. Inténtalo de nuevo.',
  'ipc-channel': () => 'Esta ventana pidió algo que CaptionKey no tiene.',
  'ipc-no-answer': () => 'CaptionKey no responde. Ciérralo y ábrelo de nuevo.',
  'untrusted-sender': () => 'Esta página no puede hablar con CaptionKey.',
};

/** The panel shows some settings by a title; the rest are in settings.json only. */
const settingName = (setting: string): string => {
  const title = Object.entries(settings).find(([name]) => name === setting)?.[1];
  return title === undefined ? `El ajuste ${setting}` : `«${title}»`;
};
