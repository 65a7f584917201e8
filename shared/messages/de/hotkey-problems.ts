import type { ProblemCode, ProblemParams } from '../../problem.ts';
import { chooseAnother } from './parts.ts';

/** Of a hotkey whose release cannot be noticed. */
const pressed = 'Bis dahin startet Drücken der Diktiertaste, und erneutes Drücken beendet.';

export const hotkeyProblems = {
  'button-is-needed': () =>
    'Jedes Programm braucht die linke und die rechte Maustaste. Drücken Sie eine andere, oder eine Taste.',
  'button-needs-modifier': ({ modifiers }) =>
    `Programme nutzen die mittlere Maustaste. Drücken Sie sie zusammen mit ${modifiers}.`,
  'button-not-heard': () =>
    'Maustasten gehen auf diesem Desktop nicht als Kürzel. Drücken Sie eine Taste, oder lassen Sie die Maus F13 senden.',
  'chosen-in-compositor': () =>
    'Unter Wayland wählen Sie Tasten in den Einstellungen Ihres Compositors: Belegen Sie sie mit den Befehlen hier.',
  'desktop-gone': ({ desktop }) =>
    `${desktop} reagiert nicht, darum gehen Tastenkürzel nicht. Starten Sie CaptionKey neu.`,
  'desktop-keeps-shortcut': ({ desktop, shortcut }) =>
    `${desktop} gibt ${shortcut} nicht frei. ${chooseAnother}`,
  'desktop-needs-a-key': ({ desktop }) =>
    `${desktop} nimmt keine Zusatztaste allein. ${chooseAnother}`,
  'desktop-uses-shortcut': ({ desktop, shortcut, owner }) =>
    `${desktop} nutzt ${shortcut} für ${owner ?? 'etwas anderes'}. ${chooseAnother}`,
  'key-impossible': ({ key }) => `${key} geht nicht als Kürzel. Drücken Sie andere Tasten.`,
  'key-needs-modifier': ({ modifiers }) =>
    `Mit dieser Taste könnten Sie nicht mehr schreiben. Drücken Sie sie zusammen mit ${modifiers}.`,
  'lone-modifier-needs-hold': () =>
    'Eine Zusatztaste allein kann man nur halten. Wählen Sie zuerst „Halten“ oder „Auto“.',
  'media-key-accessibility': () =>
    'macOS gibt Musiktasten nur mit einer Erlaubnis her. Erlauben Sie CaptionKey in Systemeinstellungen › Datenschutz & Sicherheit › Bedienungshilfen und starten Sie es neu. Oder wählen Sie ein anderes Kürzel.',
  'no-global-keys': ({ command }) =>
    `Wayland gibt Apps keine globalen Tasten. Belegen Sie in den Einstellungen Ihres Compositors eine Taste mit: ${command}`,
  'no-key-to-hold': () =>
    'Das Loslassen dieser Taste bleibt unbemerkt: Drücken startet, erneutes Drücken beendet. Zum Halten wählen Sie mit Ändern eine andere.',
  'no-release-accessibility': () =>
    `macOS verbirgt CaptionKey das Loslassen von Tasten. Erlauben Sie es in Systemeinstellungen › Datenschutz & Sicherheit › Bedienungshilfen; ist es schon an, beenden Sie CaptionKey, entfernen es dann mit − und fügen es neu hinzu. Starten Sie CaptionKey dann neu. ${pressed}`,
  'no-release-display': () =>
    `Der X-Server ist nicht erreichbar, darum bleibt Loslassen unbemerkt. Starten Sie CaptionKey in einer grafischen Sitzung. ${pressed}`,
  'no-release-here': () =>
    `Loslassen bleibt hier unbemerkt; den Grund nennt logs/key-watch.log. Starten Sie CaptionKey neu, wenn das gelöst ist. ${pressed}`,
  'no-release-key': () =>
    `Diese Tastatur hat keine solche Taste zum Halten. ${chooseAnother} ${pressed}`,
  'no-release-record': () =>
    `Dieser X-Server verbirgt das Loslassen. Schalten Sie seine Erweiterung RECORD ein. ${pressed}`,
  'no-release-stopped': () =>
    `Der Prozess, der das Loslassen bemerkt, endete mehrmals. Starten Sie CaptionKey neu. ${pressed}`,
  'no-release-wayland': () =>
    'Wayland verbirgt Apps das Loslassen von Tasten, darum startet und beendet der Befehl.',
  'not-a-shortcut': ({ shortcut }) => `„${shortcut}“ ist kein Kürzel. Drücken Sie andere Tasten.`,
  'only-dictation-alone': () => 'Nur die Diktiertaste darf eine einzelne Zusatztaste sein.',
  'shortcut-held-only': ({ shortcut }) =>
    `${shortcut} allein kann man nur halten. ${chooseAnother}`,
  'shortcut-impossible': ({ shortcut }) =>
    `„${shortcut}“ geht hier nicht als Kürzel. ${chooseAnother}`,
  'shortcut-taken': ({ shortcut }) => `Eine andere App belegt ${shortcut}. ${chooseAnother}`,
} satisfies { [C in ProblemCode]?: (params: ProblemParams<C>) => string };
