import type { ProblemCode, ProblemParams } from '../../problem.ts';
import { chooseAnother } from './parts.ts';

/** Of a hotkey whose release cannot be noticed. */
const pressed = 'Hasta entonces, pulsa la tecla de dictado para empezar y otra vez para terminar.';

export const hotkeyProblems = {
  'button-is-needed': () =>
    'Todo programa necesita los botones izquierdo y derecho del ratón. Pulsa otro, o una tecla.',
  'button-needs-modifier': ({ modifiers }) =>
    `Los programas usan el botón central del ratón. Púlsalo junto con ${modifiers}.`,
  'button-not-heard': () =>
    'Los botones del ratón no pueden ser atajos en este escritorio. Pulsa una tecla, o haz que el ratón envíe F13.',
  'chosen-in-compositor': () =>
    'En Wayland las teclas se eligen en los ajustes del compositor: asígnales los comandos que se muestran aquí.',
  'desktop-gone': ({ desktop }) =>
    `${desktop} no responde, así que los atajos no funcionan. Reinicia CaptionKey.`,
  'desktop-keeps-shortcut': ({ desktop, shortcut }) =>
    `${desktop} no cede ${shortcut}. ${chooseAnother}`,
  'desktop-needs-a-key': ({ desktop }) =>
    `${desktop} no acepta un modificador solo. ${chooseAnother}`,
  'desktop-uses-shortcut': ({ desktop, shortcut, owner }) =>
    `${desktop} usa ${shortcut} para ${owner ?? 'otra cosa'}. ${chooseAnother}`,
  'key-impossible': ({ key }) => `${key} no puede ser un atajo. Pulsa otras teclas.`,
  'key-needs-modifier': ({ modifiers }) =>
    `Ya no podrías escribir con esa tecla. Púlsala junto con ${modifiers}.`,
  'lone-modifier-needs-hold': () =>
    'Un modificador solo se puede mantener. Elige antes «Mantener» o «Automático».',
  'media-key-accessibility': () =>
    'macOS solo cede las teclas de música con un permiso. Permite CaptionKey en Ajustes del Sistema › Privacidad y seguridad › Accesibilidad y vuelve a abrirlo. O elige otro atajo.',
  'no-global-keys': ({ command }) =>
    `Wayland no da teclas globales a las apps. Asigna este comando en los ajustes del compositor: ${command}`,
  'no-key-to-hold': () =>
    'No se nota cuándo se suelta esta tecla: pulsa para empezar y otra vez para terminar. Para mantener una, elige otra con Cambiar.',
  'no-release-accessibility': () =>
    `macOS oculta a CaptionKey cuándo se sueltan las teclas. Permítelo en Ajustes del Sistema › Privacidad y seguridad › Accesibilidad; si ya está activado, cierra CaptionKey, quítalo después con − y añádelo de nuevo. Después vuelve a abrir CaptionKey. ${pressed}`,
  'no-release-display': () =>
    `No se puede acceder al servidor X, así que no se nota cuándo se sueltan las teclas. Abre CaptionKey en una sesión gráfica. ${pressed}`,
  'no-release-here': () =>
    `Aquí no se nota cuándo se sueltan las teclas; logs/key-watch.log dice por qué. Vuelve a abrir CaptionKey cuando esté resuelto. ${pressed}`,
  'no-release-key': () => `Este teclado no tiene esa tecla. ${chooseAnother} ${pressed}`,
  'no-release-record': () =>
    `Este servidor X oculta cuándo se sueltan las teclas. Activa su extensión RECORD. ${pressed}`,
  'no-release-stopped': () =>
    `El proceso que nota cuándo se sueltan las teclas ha terminado varias veces. Vuelve a abrir CaptionKey. ${pressed}`,
  'no-release-wayland': () =>
    'Wayland oculta a las apps cuándo se sueltan las teclas, así que el comando inicia y detiene.',
  'not-a-shortcut': ({ shortcut }) => `«${shortcut}» no es un atajo. Pulsa otras teclas.`,
  'only-dictation-alone': () => 'Solo la tecla de dictado puede ser un modificador solo.',
  'shortcut-held-only': ({ shortcut }) => `${shortcut} solo se puede mantener. ${chooseAnother}`,
  'shortcut-impossible': ({ shortcut }) =>
    `«${shortcut}» no puede ser un atajo aquí. ${chooseAnother}`,
  'shortcut-taken': ({ shortcut }) => `Otra app ya usa ${shortcut}. ${chooseAnother}`,
} satisfies { [C in ProblemCode]?: (params: ProblemParams<C>) => string };
