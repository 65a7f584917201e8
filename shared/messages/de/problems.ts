import type { Messages } from '../index.ts';
import { dollarsIn, withDecimal } from '../numbers.ts';
import { actions } from './actions.ts';
import { hotkeyProblems } from './hotkey-problems.ts';
import { entryWords, expectationWords, whyNotWritten } from './parts.ts';
import { refusals } from './refusals.ts';
import { settings } from './settings.ts';
import { storageProblems } from './storage-problems.ts';

const dollars = dollarsIn('de');

export const problems: Messages['problems'] = {
  ...refusals,
  ...hotkeyProblems,
  ...storageProblems,

  // Insertion
  'accessibility-denied': () =>
    'macOS lässt CaptionKey nicht ⌘V drücken, darum ist der Text in der Zwischenablage. Erlauben Sie es in Systemeinstellungen › Datenschutz & Sicherheit › Bedienungshilfen. Ist es schon an, beenden Sie CaptionKey, entfernen es dann mit − und fügen es neu hinzu. Starten Sie CaptionKey dann neu.',
  'clipboard-contended': () =>
    'Ein anderes Programm nutzte die Zwischenablage, darum wurde nichts getippt. Wählen Sie „Letztes Diktat einfügen“.',
  'clipboard-taken': ({ app }) =>
    `Ein anderes Programm hat etwas kopiert. Prüfen Sie ${app}, bevor Sie den Text neu einfügen.`,
  'clipboard-taken-over': ({ app }) =>
    `Eine Zwischenablage-Verwaltung las den Text zuerst. Er ist in der Zwischenablage. Prüfen Sie, ob er auch in ${app} ist.`,
  'clipboard-unreadable': () =>
    'Ihre Zwischenablage war nicht zu sichern, darum wurde nichts eingefügt. Kopieren Sie etwas anderes und wählen Sie „Letztes Diktat einfügen“.',
  'clipboard-unwritable': () =>
    'Die Zwischenablage ist nicht beschreibbar. Kopieren Sie den Text aus dem Verlauf.',
  'display-gone': () =>
    'Der Desktop reagiert nicht, darum wurde nichts getippt. Wählen Sie „Letztes Diktat einfügen“.',
  elevated: ({ app }) =>
    `${app} läuft als Administrator, darum kann CaptionKey dort nicht tippen. Fügen Sie mit Strg+V ein.`,
  'enter-not-pressed': ({ app }) =>
    `Der Text ist in ${app}, aber Enter wurde nicht gedrückt. Drücken Sie es selbst.`,
  'focus-moved': ({ app }) =>
    `Sie haben das Fenster gewechselt, darum wurde in ${app} nichts getippt. Klicken Sie an die Stelle für den Text und wählen Sie „Letztes Diktat einfügen“.`,
  'insertion-stopped': () =>
    'Das Einfügen wurde unterbrochen. Prüfen Sie, bevor Sie erneut einfügen.',
  'keyboard-taken': () =>
    'Etwas anderes hat die Tastatur. Schließen Sie es und wählen Sie „Letztes Diktat einfügen“.',
  'keys-asked': () =>
    'Der Desktop fragt, ob CaptionKey Tasten drücken darf. Bis Sie es erlauben, fügen Sie mit Strg+V ein.',
  'keys-refused': () =>
    'Sie haben CaptionKey nicht erlaubt, Tasten zu drücken. Der Text ist in der Zwischenablage: Fügen Sie ihn mit Strg+V ein.',
  'no-accessibility-bus': () =>
    'CaptionKey erfährt nicht, welches Fenster vorn ist. Installieren Sie at-spi2-core und melden Sie sich neu an.',
  'no-keys-on-wayland': () =>
    'Dieser Wayland-Desktop lässt keine App Tasten drücken. Der Text ist in der Zwischenablage: Fügen Sie ihn mit Strg+V ein.',
  'no-paste-key': () =>
    'Hier kann keine Taste einfügen. Der Text ist in der Zwischenablage: Fügen Sie ihn über das Menü der App ein.',
  'unknown-window': () =>
    'GNOME sagt nicht, welches Fenster vorn ist, darum ist der Text in der Zwischenablage. Fügen Sie ihn mit Strg+V ein.',
  'no-x-display': () => 'Kein X-Display gefunden. Der Text ist in der Zwischenablage.',
  'no-target': () =>
    'Kein Fenster hatte den Fokus. Der Text ist in der Zwischenablage: Fügen Sie ihn ein, wo er hingehört.',
  'not-read': ({ app }) =>
    `${app} hat den Text nicht genommen. Er ist in der Zwischenablage: Fügen Sie ihn ein, wo er hingehört.`,
  'nothing-said': () => 'Es wurde nichts gesagt, also gibt es nichts einzufügen.',
  'own-window': () => 'CaptionKey war vorn, darum ist der Text in der Zwischenablage.',
  'portal-failed': () =>
    'Das Desktop-Portal konnte keine Tasten drücken. Der Text ist in der Zwischenablage: Fügen Sie ihn mit Strg+V ein.',
  'pasteboard-denied': () =>
    'macOS lässt CaptionKey nicht lesen, was Sie kopiert haben, darum war es nicht wiederherzustellen. Der Text ist in der Zwischenablage: Fügen Sie ihn mit ⌘V ein. Erlauben Sie es in Systemeinstellungen › Datenschutz & Sicherheit › Aus anderen Apps einsetzen.',
  'secure-input': () =>
    'Ein Passwortfeld oder ein Programm, das die Tastatur schützt, lässt CaptionKey keine Tasten drücken. Der Text ist in der Zwischenablage: Fügen Sie ihn mit ⌘V ein.',
  'portal-missing': () =>
    'Das Desktop-Portal, das Tasten drückt, fehlt. Der Text ist in der Zwischenablage: Fügen Sie ihn mit Strg+V ein.',
  unseen: ({ app }) => `Eingefügt. Ob ${app} ihn nahm, sieht CaptionKey nicht: Bitte prüfen.`,
  'x-display-gone': () =>
    'Das X-Display ist nicht erreichbar, darum wurde nichts getippt. Prüfen Sie DISPLAY und XAUTHORITY und starten Sie CaptionKey neu.',

  // Dictation
  cancelled: () => 'Abgebrochen. Nichts wurde getippt.',
  'not-scratched': () => 'Nichts entfernt: Das Diktat ist direkt vor dem Cursor nicht zu lesen.',
  scratched: () => 'Das letzte Diktat wurde entfernt.',
  'not-transcribed': () =>
    'Das war nicht zu transkribieren. Die Aufnahme ist im Verlauf gespeichert.',
  'on-clipboard': () => 'Der Text ist in der Zwischenablage.',
  'paste-from-clipboard': () => 'Er ist in der Zwischenablage: Fügen Sie ihn ein, wo er hingehört.',
  transcribing: () => 'Eine Aufnahme wird transkribiert. Diktieren Sie danach.',
  unconfirmed: () => 'Die letzten Worte fehlen vielleicht: AssemblyAI hat sie nicht bestätigt.',

  // Copies
  'not-copied': () => 'Die Zwischenablage ist gesperrt. Kopieren Sie erneut.',
  'not-undone': () => 'Die Zwischenablage hat sich seither geändert und bleibt, wie sie ist.',

  // Audio
  'cannot-open-microphone': () =>
    'Das Mikrofon ließ sich nicht öffnen. Schließen Sie andere Apps, die es nutzen, oder wählen Sie ein anderes, und starten Sie erneut.',
  'cannot-record': () =>
    'Die Aufnahme ist nicht zu speichern; Untertitel laufen ohne sie weiter. Schaffen Sie Speicherplatz.',
  'capture-stopped': () => 'Das Mikrofon stoppte unerwartet. Starten Sie erneut, um fortzufahren.',
  'computer-sound-away': () =>
    'Die Ausgabe wurde getrennt, darum ist kein Computerton zu hören. Mit einer anderen geht es weiter.',
  'computer-sound-failed': () => 'Der Computerton blieb aus. Starten Sie die Untertitel erneut.',
  'computer-sound-gap': ({ seconds }) =>
    `Der Computerton ist wieder da. ${withDecimal('de', seconds)} s wurden nicht gehört.`,
  'default-silent': ({ microphone }) =>
    `${microphone} ist nicht verbunden, und das Standardmikrofon ist stumm. Verbinden Sie es oder wählen Sie ein anderes.`,
  'microphone-away': () =>
    'Das Mikrofon wurde getrennt. Verbinden Sie es wieder; CaptionKey versucht es weiter.',
  'microphone-broken': () =>
    'Das Mikrofon meldet einen Fehler. Verbinden Sie es neu oder wählen Sie ein anderes, und starten Sie erneut.',
  'microphone-denied': () =>
    'macOS lässt CaptionKey das Mikrofon nicht hören. Erlauben Sie es in Systemeinstellungen › Datenschutz & Sicherheit › Mikrofon und starten Sie CaptionKey neu.',
  'microphone-gap': ({ seconds, cause }) => {
    const what = {
      away: 'Das Mikrofon ist wieder da. ',
      lost: 'Das Mikrofon hat Ton verloren. ',
      other: '',
    };
    return `${what[cause]}${withDecimal('de', seconds)} s wurden nicht gehört; bitte wiederholen.`;
  },
  'microphone-missing': ({ microphone }) =>
    `${microphone} ist nicht verbunden, darum dient das Standardmikrofon. Verbinden Sie es oder wählen Sie ein anderes.`,
  'microphone-stalled': () =>
    'Das Mikrofon liefert keinen Ton mehr. Verbinden Sie es neu oder wählen Sie ein anderes, und starten Sie erneut.',
  'no-audio-library': () =>
    'Die Audiobibliothek war nicht zu laden. Installieren Sie CaptionKey neu.',
  'no-computer-sound': () =>
    'Hier ist kein Computerton zu hören. Wählen Sie Mikrofon unter Untertitel › Tonquelle.',
  'no-microphone': () => 'Kein Mikrofon gefunden. Verbinden Sie eines und starten Sie erneut.',
  'no-microphone-listed': () => 'Kein Mikrofon gefunden. Verbinden Sie eines, dann „Neu suchen“.',
  'no-sound': ({ microphone }) =>
    `Von ${microphone ?? 'dem Mikrofon'} kommt kein Ton. Schalten Sie es ein oder wählen Sie ein anderes.`,
  'cannot-read-wav': ({ path }) =>
    `${path} ist nicht lesbar. Nennen Sie eine WAV-Datei, die es gibt.`,
  'unsupported-wav': ({ path }) =>
    `${path} ist keine WAV-Datei, die CaptionKey lesen kann. Wandeln Sie sie in 16-Bit-PCM um, 8 bis 48 kHz, Mono oder Stereo.`,
  'nothing-heard': () =>
    'In dieser Aufnahme war keine Sprache zu hören. Prüfen Sie, ob es die richtige Datei und laut genug ist.',
  'captions-on': () => 'Beenden Sie zuerst die Untertitel.',
  'demo-cannot-transcribe': () =>
    'Die Demo kann das nicht transkribieren. Starten Sie CaptionKey ohne --demo.',
  'demo-server-failed': () => 'Der Demo-Server startete nicht. Installieren Sie CaptionKey neu.',
  'demo-starting': () => 'Die Demo startet schon.',

  // Connection
  'bad-proxy': () =>
    'HTTPS_PROXY oder ALL_PROXY muss eine Adresse mit http:// oder https:// sein. Korrigieren oder entfernen Sie sie.',
  'bad-streaming-url': () =>
    'CAPTIONKEY_STREAMING_URL muss eine Adresse mit wss:// sein, oder mit ws:// auf diesem Computer. Korrigieren oder entfernen Sie sie.',
  'cannot-dial': ({ reason }) =>
    `CaptionKey kann keine Verbindung öffnen (${reason}). Prüfen Sie den API-Schlüssel und CAPTIONKEY_STREAMING_URL.`,

  // Key and settings
  'cannot-save': (file) => `Ihre Änderung war nicht zu speichern, denn ${whyNotWritten(file)}.`,
  'key-not-erased': (file) =>
    `Der Schlüssel wird nicht mehr benutzt, ist aber beim nächsten Start wieder da, denn ${whyNotWritten(file)}.`,
  'key-not-saved': (file) => `Der Schlüssel war nicht zu speichern, denn ${whyNotWritten(file)}.`,
  'key-unreadable': ({ isReplaced }) =>
    `Der gespeicherte API-Schlüssel ist auf diesem System nicht zu entschlüsseln. ${isReplaced ? 'Stattdessen gilt ASSEMBLYAI_API_KEY. ' : ''}Fügen Sie ihn auf der Startseite neu ein.`,
  'no-encrypted-storage': () =>
    'Dieses System hat keinen verschlüsselten Speicher. Der Schlüssel bleibt mit ASSEMBLYAI_API_KEY.',
  'no-key': () =>
    'Noch kein API-Schlüssel. Fügen Sie Ihren auf der Startseite ein, oder testen Sie die Demo.',
  'not-a-key': () =>
    'Das ist kein API-Schlüssel: Er hat Leerzeichen oder andere seltsame Zeichen. Kopieren Sie ihn neu.',
  'bad-setting': ({ setting, expected }) =>
    `${settingName(setting)} ${expectationWords(expected)}. Bitte korrigieren.`,
  'list-full': ({ most }) => `Die Liste ist mit ${most} voll. Entfernen Sie erst etwas.`,
  'term-too-long': ({ most }) => `Ein Begriff darf höchstens ${most} Zeichen haben.`,
  'term-known': () => 'Das steht schon in der Liste.',
  'more-fields': () =>
    'Da ist ein zweiter Pfeil oder Tabulator. Schreiben Sie ihn als \\→ oder \\t.',
  'replaced-otherwise': () => 'Das Wörterbuch schreibt für diese Worte etwas anderes.',
  'text-too-long': ({ most }) => `Der Text darf höchstens ${most} Zeichen haben.`,
  'words-missing': () => 'Vor dem Pfeil stehen keine Worte.',
  'words-too-long': ({ most }) => `Die Worte dürfen höchstens ${most} Zeichen haben.`,
  'cannot-import': ({ path }) => `${path} ist nicht lesbar. Prüfen Sie, ob sie Ihnen gehört.`,
  'not-a-dictionary': ({ path }) =>
    `${path} ist kein Text in UTF-8. Speichern Sie sie so und versuchen Sie es neu.`,
  'unknown-setting': () => 'Diese Einstellung ist nicht im Fenster. Sie steht in settings.json.',
  'model-redirected': ({ asked, ran }) =>
    `AssemblyAI nutzt ${ran} statt ${asked}. Um es zu behalten, wählen Sie es unter Erkennung.`,
  'settings-unread': ({ path, values, lists }) => {
    const entries = lists.map(({ name, positions }) => `${entryWords(positions)} von ${name}`);
    return [
      ...(values.length === 0
        ? []
        : [
            `Was settings.json zu ${values.join(' und ')} sagt, ist unbrauchbar, darum gilt der Standard.`,
          ]),
      ...(entries.length === 0
        ? []
        : [`CaptionKey ignoriert ${entries.join(' und ')} in settings.json.`]),
      `Korrigieren Sie ${path} und starten Sie CaptionKey neu.`,
    ].join(' ');
  },

  // Captions
  'captions-stop-soon': () =>
    'Niemand spricht, darum enden die Untertitel in einer Minute. Sprechen Sie, damit sie bleiben.',
  'captions-stopped': ({ minutes }) =>
    `Die Untertitel endeten nach ${minutes} Minuten ohne Sprache.`,
  'captions-limit-near': ({ dollars: limit }) =>
    `Über 90 % der ${dollars(limit)} dieses Monats sind verbraucht. An der Grenze enden die Untertitel.`,
  'captions-limit-passed': ({ dollars: limit }) =>
    `Die Grenze von ${dollars(limit)} in diesem Monat ist überschritten. Untertitel und Diktate gehen weiter und kosten.`,
  'captions-limit-stopped': ({ dollars: limit }) =>
    `Die Untertitel endeten: ${dollars(limit)} sind in diesem Monat verbraucht. Erhöhen Sie die Grenze, oder starten Sie sie neu.`,

  // Hotkeys: the rest is in hotkey-problems.ts
  'shortcut-in-use': ({ action }) =>
    `Diese Tasten sind belegt: ${actions[action].does}. Drücken Sie andere, oder ändern Sie erst jene.`,

  // Command line
  'argument-slip': ({ argument, known }) =>
    `--${argument} ist keine Option von CaptionKey. Bekannt sind ${known.map((one) => `--${one}`).join(', ')}.`,
  'argument-takes-no-value': ({ argument }) =>
    `--${argument} nimmt keinen Wert. Schreiben Sie --${argument}.`,
  'argument-needs-value': ({ argument }) => `--${argument} braucht einen Wert: --${argument}=PFAD.`,
  'bad-print-format': ({ format }) =>
    `--print=${format} ist unbekannt. Schreiben Sie --print oder --print=json.`,
  'bad-user-data-dir': ({ folder }) =>
    `${folder} geht nicht. Nennen Sie mit --user-data-dir einen beschreibbaren Ordner.`,
  'cannot-start': ({ reason }) =>
    `Start nicht möglich: ${reason}. Prüfen Sie, ob der Ordner les- und beschreibbar ist.`,
  'runs-already': () => 'CaptionKey läuft schon. Beenden Sie es zuerst.',

  // Doctor
  'check-after-dictation': () => 'Ein Diktat läuft. Beenden Sie es und prüfen Sie dann neu.',
  'focus-unknown': () =>
    'Dieser Desktop sagt nicht, welches Fenster vorn ist, darum geht Text in die Zwischenablage.',
  'no-receipt': () =>
    'Dieser Desktop zeigt nicht, wer die Zwischenablage liest. Prüfen Sie, ob der Text ankam.',
  'not-arrived': () =>
    'Das Testwort kam nicht an. Wählen Sie unter Diktat, dass Texte in die Zwischenablage gehen.',
  'paste-not-chosen': () =>
    'Sie haben gewählt, dass Texte in die Zwischenablage gehen. Das Einfügen wählen Sie unter Diktat.',
  'press-unheard': () =>
    'CaptionKey hat die Taste nicht bemerkt. Wählen Sie unter Tastenkürzel eine andere.',
  'release-unheard': () =>
    'CaptionKey hat das Loslassen nicht bemerkt. Tippen Sie die Taste zum Starten und Beenden an.',
  'shortcut-not-pressed': ({ shortcut }) =>
    `CaptionKey kann hier keine Tasten drücken. Probieren Sie ${shortcut} selbst.`,
  'test-window-behind': () =>
    'Das Testfenster kam nicht nach vorn. Klicken Sie es an und starten Sie erneut.',

  // The app itself
  'bad-request': () => 'CaptionKey hat das nicht verstanden. Prüfen Sie Ihre Eingabe.',
  'broken-inside': () =>
    'In CaptionKey ist etwas kaputtgegangen. Es läuft weiter; starten Sie es neu, wenn Sie fertig sind.',
  internal: () => 'In CaptionKey ging etwas schief. Versuchen Sie es neu.',
  'ipc-channel': () => 'Dieses Fenster wollte etwas, das CaptionKey nicht hat.',
  'ipc-no-answer': () => 'CaptionKey reagiert nicht. Beenden Sie es und starten Sie es neu.',
  'untrusted-sender': () => 'Diese Seite darf nicht mit CaptionKey sprechen.',
};

/** The panel shows some settings by a title; the rest are in settings.json only. */
const settingName = (setting: string): string => {
  const title = Object.entries(settings).find(([name]) => name === setting)?.[1];
  return title === undefined ? `Die Einstellung ${setting}` : `„${title}“`;
};
