import type { ProblemCode, ProblemParams } from '../../problem.ts';
import { whyNotWritten } from './parts.ts';

export const storageProblems = {
  // Files
  'login-needs-package': () =>
    'macOS solo puede abrir CaptionKey con la sesión si es una app instalada. Instala su paquete o desactiva «Iniciar con la sesión».',
  'login-not-set': ({ path }) =>
    `No se puede cambiar ${path}, así que el inicio con la sesión queda como estaba. Comprueba que el archivo y su carpeta son tuyos.`,
  'cannot-keep': (file) =>
    `No se pueden guardar ajustes, clave, grabaciones ni registro, porque ${whyNotWritten(file)}.`,
  'file-replaced': ({ file, aside }) =>
    `No se pudo leer ${file}, así que CaptionKey lo sustituyó. El archivo anterior queda como ${aside}.`,
  'file-overwritten': ({ file, copy }) =>
    `Este cambio sustituyó algo en ${file} que CaptionKey no podía usar. El archivo anterior queda como ${copy}.`,
  'file-set-aside': ({ file, aside }) =>
    `No se pudo leer ${file}, así que CaptionKey empieza sin él. Queda como ${aside}.`,
  'file-unreadable': ({ file }) =>
    `No se pudo leer ${file}, así que CaptionKey empieza sin él. No se pudo mover.`,

  // Storage and history
  'store-bad-call': ({ name }) => `El almacén no puede hacer esto: ${name}.`,
  'store-busy': ({ path }) =>
    `Otro programa usa ${path}, así que tus palabras no se guardan. Ciérralo.`,
  'store-failed': ({ path }) =>
    `No se puede usar ${path}, así que tus palabras no se guardan. Reinicia CaptionKey; si no ayuda, mueve el archivo a otro sitio.`,
  'store-full': () => 'El disco está lleno, así que tus palabras no se guardan. Libera espacio.',
  'store-gone': ({ path }) =>
    `Alguien quitó ${path} mientras CaptionKey funcionaba. CaptionKey empezó otro; las palabras anteriores no están en él.`,
  'store-newer': ({ path }) =>
    `${path} es de un CaptionKey más nuevo, así que tus palabras no se guardan. Instala la versión más nueva.`,
  'store-set-aside': ({ path, aside }) =>
    `No se pudo leer ${path}, así que CaptionKey empieza con un historial vacío. El archivo anterior queda como ${aside}.`,
  'store-slow': () =>
    'El disco no responde, así que quizá no se guarden tus palabras. Comprueba el disco.',
  'store-stopped': () => 'CaptionKey ya no puede guardar tus palabras. Reinícialo.',
  'store-unreadable-answer': () =>
    'CaptionKey no puede leer captionkey.db. Mueve el archivo a otro sitio y reinicia CaptionKey.',
  'store-unwritable': ({ path }) =>
    `No se puede escribir ${path}, así que tus palabras no se guardan. Comprueba que el archivo y su carpeta son tuyos.`,
  'cannot-delete-recording': ({ path }) =>
    `No se pudo eliminar ${path}. Comprueba que el archivo y su carpeta son tuyos.`,
  'cannot-export': ({ path }) => `No se pudo escribir ${path}. Elige otra carpeta.`,
  'cannot-read-recordings': ({ path }) => `No se puede leer ${path}. Comprueba que es tuyo.`,
  copied: () => 'Copiado al portapapeles.',
  'dictation-runs': () => 'Ese dictado sigue en marcha. Detenlo e inténtalo de nuevo.',
  'dictation-without-text': () => 'Ese dictado no tiene texto.',
  inserted: () => 'Insertado.',
  'no-captions': () => 'Esos subtítulos ya no están en el historial.',
  'no-dictation': () => 'Ese dictado ya no está en el historial.',
  'no-recording': () => 'Esa grabación ya no existe.',
  'no-unfinished-recording': () => 'Esa grabación ya no existe.',
  'nothing-to-export': () => 'No hay texto que exportar.',
  'saved-as': ({ file }) => `Guardado como ${file}`,
} satisfies { [C in ProblemCode]?: (params: ProblemParams<C>) => string };
