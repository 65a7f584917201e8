import type { ProblemCode, ProblemParams } from '../../problem.ts';
import { whyNotWritten } from './parts.ts';

export const storageProblems = {
  // Files
  'login-needs-package': () =>
    'macOS kann CaptionKey nur als installierte App bei der Anmeldung starten. Installieren Sie sein Paket, oder schalten Sie „Bei Anmeldung starten“ aus.',
  'login-not-set': ({ path }) =>
    `${path} ist nicht zu ändern, darum bleibt der Start bei der Anmeldung, wie er war. Prüfen Sie, ob die Datei und ihr Ordner Ihnen gehören.`,
  'cannot-keep': (file) =>
    `Einstellungen, Schlüssel, Aufnahmen und Log sind nicht zu speichern, denn ${whyNotWritten(file)}.`,
  'file-replaced': ({ file, aside }) =>
    `${file} war nicht lesbar, darum hat CaptionKey sie ersetzt. Die alte Datei bleibt als ${aside}.`,
  'file-overwritten': ({ file, copy }) =>
    `Diese Änderung ersetzte in ${file} etwas, das CaptionKey nicht nutzen konnte. Die alte Datei bleibt als ${copy}.`,
  'file-set-aside': ({ file, aside }) =>
    `${file} war nicht lesbar, darum startet CaptionKey ohne sie. Sie bleibt als ${aside}.`,
  'file-unreadable': ({ file }) =>
    `${file} war nicht lesbar, darum startet CaptionKey ohne sie. Verschieben ging nicht.`,

  // Storage and history
  'store-bad-call': ({ name }) => `Der Speicher kann das nicht: ${name}.`,
  'store-busy': ({ path }) =>
    `Ein anderes Programm nutzt ${path}; Ihre Worte werden nicht gespeichert. Schließen Sie es.`,
  'store-failed': ({ path }) =>
    `${path} ist nicht nutzbar, darum werden Ihre Worte nicht gespeichert. Starten Sie CaptionKey neu; hilft das nicht, verschieben Sie die Datei.`,
  'store-full': () =>
    'Das Laufwerk ist voll, darum werden Ihre Worte nicht gespeichert. Schaffen Sie Platz.',
  'store-gone': ({ path }) =>
    `${path} wurde entfernt, während CaptionKey lief. CaptionKey hat eine neue begonnen; frühere Worte fehlen darin.`,
  'store-newer': ({ path }) =>
    `${path} stammt von einem neueren CaptionKey, darum werden Ihre Worte nicht gespeichert. Installieren Sie die neuere Version.`,
  'store-set-aside': ({ path, aside }) =>
    `${path} war nicht lesbar, darum startet CaptionKey mit leerem Verlauf. Die alte Datei bleibt als ${aside}.`,
  'store-slow': () =>
    'Das Laufwerk reagiert nicht, darum werden Ihre Worte vielleicht nicht gespeichert. Prüfen Sie es.',
  'store-stopped': () => 'CaptionKey kann Ihre Worte nicht mehr speichern. Starten Sie es neu.',
  'store-unreadable-answer': () =>
    'CaptionKey kann captionkey.db nicht lesen. Verschieben Sie die Datei und starten Sie CaptionKey neu.',
  'store-unwritable': ({ path }) =>
    `${path} ist nicht beschreibbar; Ihre Worte werden nicht gespeichert. Gehören Datei und Ordner Ihnen? Bitte prüfen.`,
  'cannot-delete-recording': ({ path }) =>
    `${path} war nicht zu löschen. Prüfen Sie, ob die Datei und ihr Ordner Ihnen gehören.`,
  'cannot-export': ({ path }) => `${path} war nicht zu schreiben. Wählen Sie einen anderen Ordner.`,
  'cannot-read-recordings': ({ path }) =>
    `${path} ist nicht lesbar. Prüfen Sie, ob er Ihnen gehört.`,
  copied: () => 'In die Zwischenablage kopiert.',
  'dictation-runs': () => 'Dieses Diktat läuft noch. Beenden Sie es zuerst.',
  'dictation-without-text': () => 'Dieses Diktat hat keinen Text.',
  inserted: () => 'Eingefügt.',
  'no-captions': () => 'Diese Untertitel sind nicht mehr im Verlauf.',
  'no-dictation': () => 'Dieses Diktat ist nicht mehr im Verlauf.',
  'no-recording': () => 'Diese Aufnahme gibt es nicht mehr.',
  'no-unfinished-recording': () => 'Diese Aufnahme gibt es nicht mehr.',
  'nothing-to-export': () => 'Es gibt keinen Text zum Exportieren.',
  'saved-as': ({ file }) => `Gespeichert als ${file}`,
} satisfies { [C in ProblemCode]?: (params: ProblemParams<C>) => string };
