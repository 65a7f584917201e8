import type { Messages } from '../index.ts';

export const settings: Messages['settings'] = {
  keyterms: 'Nombres y términos',
  prompt: 'Contexto',
  replacements: 'Sustituciones',
  voiceCommands: 'Comandos de voz',
  removeFillers: 'Omitir muletillas',
  speechModel: 'Modelo',
  languageCodes: 'Idioma',
  minTurnSilenceMs: 'Pausa que termina una frase',
  maxTurnSilenceMs: 'Pausa que termina una frase inacabada',
  dictationSilenceMs: 'Pausa dentro de un dictado',
  latencyMode: 'Rapidez o precisión',
  voiceFocus: 'Voice Focus',
  domain: 'Términos médicos',
  filterProfanity: 'Ocultar ofensas',
  vadThreshold: 'Umbral de voz',
  languageDetection: 'Guardar el idioma',
  previousContextTurns: 'Frases anteriores como contexto',
  keepConnectedSeconds: 'Seguir conectado tras detener',
  region: 'Región',
  insertion: 'Texto dictado',
  pasteIntoUnknownWindow: 'Pegar en ventanas desconocidas',
  appProfiles: 'Perfiles de apps',
  captionsSource: 'Escuchar',
  captionsTextSize: 'Tamaño del texto',
  captionsFont: 'Fuente',
  captionsTextColor: 'Color del texto',
  captionsBackgroundColor: 'Color de fondo',
  captionsOpacity: 'Opacidad del fondo',
  captionsOutline: 'Contorno',
  captionsLines: 'Líneas',
  captionsPlace: 'Posición',
  captionsWidth: 'Anchura',
  captionsClickThrough: 'Clic a través',
  captionsHideAfterSeconds: 'Ocultar tras silencio',
  keepHistory: 'Guardar un historial de textos',
  historyDays: 'Eliminar textos tras',
  recordingRetention: 'Conservar grabaciones',
  preRoll: 'Pregrabación',
  captionsSilenceMinutes: 'Detener los subtítulos sin voz tras',
  captionsMonthlyDollars: 'Detener los subtítulos en un mes tras',
  sounds: 'Sonidos',
  startAtLogin: 'Iniciar con la sesión',
  appLanguage: 'Idioma de la app',
};

const blank = 'Vacío: según el modelo.';

export const settingHints: Messages['settingHints'] = {
  captionsSilenceMinutes: 'Pagas mientras hay subtítulos. Un minuto antes se avisa. Vacío: nunca.',
  captionsMonthlyDollars:
    'Según el cálculo de la app. Al 90 % se avisa. El dictado sigue. Vacío: sin límite.',
  voiceCommands:
    'Di «nueva línea» o «coma» con una breve pausa antes y después. Dentro de una frase siguen siendo palabras.',
  removeFillers: 'Quita «eh», «em» y similares. Una palabra con significado se queda.',
  minTurnSilenceMs: blank,
  maxTurnSilenceMs: `También dentro de una frase. ${blank}`,
  dictationSilenceMs:
    'Tu tecla termina el dictado, así que puede haber pausas en números y nombres. Vacío: como en los subtítulos.',
  domain:
    'Mejores términos médicos en inglés, español, alemán y francés. AssemblyAI cobra un suplemento.',
  filterProfanity: 'Muestra *** en su lugar.',
  vadThreshold: `Qué seguro debe estar el servicio de que oye una voz. Súbelo en sitios ruidosos. ${blank}`,
  languageDetection: 'Guarda con cada frase el idioma detectado.',
  previousContextTurns:
    'Cuántas frases anteriores de una conexión ayudan a la siguiente. 0: ninguna.',
  keepConnectedSeconds: (seconds) =>
    seconds === 0
      ? 'Sin coste tras detener. El siguiente inicio tarda uno o dos segundos en conectar y no pierde nada.'
      : `El siguiente inicio es inmediato. Tras cada parada pagas hasta ${seconds} segundos más.`,
  captionsTextSize: 'También lo cambian Ctrl y la rueda sobre los subtítulos.',
  captionsTextColor: 'Las palabras que aún pueden cambiar son más pálidas.',
  captionsBackgroundColor: 'Los avisos también van sobre este color.',
  captionsOpacity: 'Con menos de 100 se ve la ventana de detrás.',
  captionsOutline: 'Una línea fina alrededor de cada letra, para fondos que se transparentan.',
  captionsLines: 'Para cuántas líneas hay sitio en la ventana.',
  captionsClickThrough:
    'El ratón llega a la ventana de debajo. El icono de la bandeja y un atajo permiten pulsar de nuevo los subtítulos.',
  captionsWidth:
    'Para todas las pantallas. Arrastra un borde de los subtítulos para cambiarla en una.',
  captionsHideAfterSeconds:
    'La siguiente palabra o problema los muestra de nuevo. Vacío: se quedan.',
  pasteIntoUnknownWindow:
    'En GNOME, algunas apps no dicen que están delante. No: su texto va al portapapeles. Sí: se pega, así que mira dónde está el cursor.',
  startAtLogin: 'CaptionKey se abre oculto. La bandeja lo muestra.',
  keepHistory:
    'No: los nuevos dictados y subtítulos no se guardan. Los textos anteriores quedan hasta que los elimines en el Historial.',
  historyDays: 'Dictados y subtítulos, en menos de una hora. Vacío: nunca.',
  preRoll:
    'Mantiene abierto el micrófono y su último medio segundo en memoria, para que tu primera palabra esté entera. Solo se graba y se envía ese medio segundo antes de la tecla. Inicio muestra cuándo está abierto el micrófono.',
  sounds:
    'Un tono breve cuando CaptionKey empieza a escuchar y cuando termina, y uno grave cuando algo va mal.',
};

export const settingUnits: Messages['settingUnits'] = {
  captionsSilenceMinutes: 'minutos',
  captionsMonthlyDollars: 'dólares',
  historyDays: 'días',
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
