import type { ProblemCode, ProblemParams } from '../../problem.ts';
import { chooseAnother } from './parts.ts';

/** Of a hotkey whose release cannot be noticed. */
const pressed = 'Fino ad allora, premi il tasto di dettatura per iniziare e di nuovo per finire.';

export const hotkeyProblems = {
  'button-is-needed': () =>
    'Ogni programma usa i pulsanti sinistro e destro del mouse. Premine un altro, o un tasto.',
  'button-needs-modifier': ({ modifiers }) =>
    `I programmi usano il pulsante centrale del mouse. Premilo insieme a ${modifiers}.`,
  'button-not-heard': () =>
    'I pulsanti del mouse non possono essere scorciatoie su questo desktop. Premi un tasto, o fai inviare F13 al mouse.',
  'chosen-in-compositor': () =>
    'Su Wayland i tasti si scelgono nelle impostazioni del compositor: assegna loro i comandi mostrati qui.',
  'desktop-gone': ({ desktop }) =>
    `${desktop} non risponde, perciò le scorciatoie non funzionano. Riavvia CaptionKey.`,
  'desktop-keeps-shortcut': ({ desktop, shortcut }) =>
    `${desktop} non cede ${shortcut}. ${chooseAnother}`,
  'desktop-needs-a-key': ({ desktop }) =>
    `${desktop} non accetta un modificatore da solo. ${chooseAnother}`,
  'desktop-uses-shortcut': ({ desktop, shortcut, owner }) =>
    `${desktop} usa ${shortcut} per ${owner ?? 'qualcos’altro'}. ${chooseAnother}`,
  'key-impossible': ({ key }) => `${key} non può essere una scorciatoia. Premi altri tasti.`,
  'key-needs-modifier': ({ modifiers }) =>
    `Con quel tasto non potresti più scrivere. Premilo insieme a ${modifiers}.`,
  'lone-modifier-needs-hold': () =>
    'Un modificatore da solo va tenuto premuto. Scegli prima «Tieni premuto» o «Automatico».',
  'media-key-accessibility': () =>
    'macOS cede i tasti per la musica solo con un permesso. Consenti CaptionKey in Impostazioni di Sistema › Privacy e sicurezza › Accessibilità, poi riaprilo. Oppure scegli un’altra scorciatoia.',
  'no-global-keys': ({ command }) =>
    `Wayland non dà tasti globali alle app. Assegna questo comando nelle impostazioni del compositor: ${command}`,
  'no-key-to-hold': () =>
    'Il rilascio di questo tasto passa inosservato: premi per iniziare e di nuovo per finire. Per tenerne premuto uno, scegline un altro con Cambia.',
  'no-release-accessibility': () =>
    `macOS nasconde a CaptionKey il rilascio dei tasti. Consentilo in Impostazioni di Sistema › Privacy e sicurezza › Accessibilità; se è già attivo, esci da CaptionKey, poi rimuovilo con − e aggiungilo di nuovo. Poi riapri CaptionKey. ${pressed}`,
  'no-release-display': () =>
    `Il server X non è raggiungibile, perciò il rilascio passa inosservato. Apri CaptionKey in una sessione grafica. ${pressed}`,
  'no-release-here': () =>
    `Qui il rilascio passa inosservato; logs/key-watch.log dice perché. Riapri CaptionKey quando è risolto. ${pressed}`,
  'no-release-key': () => `Questa tastiera non ha quel tasto. ${chooseAnother} ${pressed}`,
  'no-release-record': () =>
    `Questo server X nasconde il rilascio dei tasti. Attiva la sua estensione RECORD. ${pressed}`,
  'no-release-stopped': () =>
    `Il processo che nota il rilascio dei tasti è terminato più volte. Riapri CaptionKey. ${pressed}`,
  'no-release-wayland': () =>
    'Wayland nasconde alle app il rilascio dei tasti, perciò il comando avvia e ferma.',
  'not-a-shortcut': ({ shortcut }) => `«${shortcut}» non è una scorciatoia. Premi altri tasti.`,
  'only-dictation-alone': () => 'Solo il tasto di dettatura può essere un modificatore da solo.',
  'shortcut-held-only': ({ shortcut }) => `${shortcut} da solo va tenuto premuto. ${chooseAnother}`,
  'shortcut-impossible': ({ shortcut }) =>
    `«${shortcut}» non può essere una scorciatoia qui. ${chooseAnother}`,
  'shortcut-taken': ({ shortcut }) => `Un’altra app usa già ${shortcut}. ${chooseAnother}`,
} satisfies { [C in ProblemCode]?: (params: ProblemParams<C>) => string };
