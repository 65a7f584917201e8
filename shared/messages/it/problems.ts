import type { Messages } from '../index.ts';
import { dollarsIn, withDecimal } from '../numbers.ts';
import { actions } from './actions.ts';
import { hotkeyProblems } from './hotkey-problems.ts';
import { entryWords, expectationWords, whyNotWritten } from './parts.ts';
import { refusals } from './refusals.ts';
import { settings } from './settings.ts';
import { storageProblems } from './storage-problems.ts';

const dollars = dollarsIn('it');

export const problems: Messages['problems'] = {
  ...refusals,
  ...hotkeyProblems,
  ...storageProblems,

  // Insertion
  'accessibility-denied': () =>
    'macOS non consente a CaptionKey di premere ⌘V, perciò il testo è negli appunti. Consentilo in Impostazioni di Sistema › Privacy e sicurezza › Accessibilità. Se è già attivo, esci da CaptionKey, poi rimuovilo con − e aggiungilo di nuovo. Poi riapri CaptionKey.',
  'clipboard-contended': () =>
    'Un altro programma usava gli appunti, perciò non è stato scritto nulla. Scegli «Inserisci l’ultimo dettato».',
  'clipboard-taken': ({ app }) =>
    `Un altro programma ha copiato altro. Controlla ${app} prima di inserire di nuovo il testo.`,
  'clipboard-taken-over': ({ app }) =>
    `Un gestore degli appunti ha letto prima il testo. È negli appunti. Controlla se è anche in ${app}.`,
  'clipboard-unreadable': () =>
    'Non è stato possibile salvare gli appunti, perciò non è stato incollato nulla. Copia qualcos’altro, poi scegli «Inserisci l’ultimo dettato».',
  'clipboard-unwritable': () =>
    'Impossibile scrivere negli appunti. Copia il testo dalla cronologia.',
  'display-gone': () =>
    'Il desktop non risponde, perciò non è stato scritto nulla. Scegli «Inserisci l’ultimo dettato».',
  elevated: ({ app }) =>
    `${app} è aperto come amministratore, perciò CaptionKey non può scriverci. Incolla con Ctrl+V.`,
  'enter-not-pressed': ({ app }) =>
    `Il testo è in ${app}, ma Invio non è stato premuto. Premilo tu.`,
  'focus-moved': ({ app }) =>
    `Hai cambiato finestra, perciò non è stato scritto nulla in ${app}. Fai clic dove va il testo e scegli «Inserisci l’ultimo dettato».`,
  'insertion-stopped': () =>
    'L’inserimento è stato interrotto. Controlla prima di inserire di nuovo.',
  'keyboard-taken': () =>
    'Qualcos’altro ha la tastiera. Chiudilo e scegli «Inserisci l’ultimo dettato».',
  'keys-asked': () =>
    'Il desktop chiede se CaptionKey può premere tasti. Finché non lo consenti, incolla con Ctrl+V.',
  'keys-refused': () =>
    'Non hai consentito a CaptionKey di premere tasti. Il testo è negli appunti: incollalo con Ctrl+V.',
  'no-accessibility-bus': () =>
    'Nulla dice a CaptionKey quale finestra è in primo piano. Installa at-spi2-core, poi accedi di nuovo.',
  'no-keys-on-wayland': () =>
    'Questo desktop Wayland non lascia premere tasti alle app. Il testo è negli appunti: incollalo con Ctrl+V.',
  'no-paste-key': () =>
    'Qui nessun tasto può incollare. Il testo è negli appunti: incollalo dal menu dell’app.',
  'unknown-window': () =>
    'GNOME non dice quale finestra è in primo piano, perciò il testo è negli appunti. Incollalo con Ctrl+V.',
  'no-x-display': () => 'Nessuno schermo X trovato. Il testo è negli appunti.',
  'no-target': () =>
    'Nessuna finestra era attiva. Il testo è negli appunti: incollalo dove va messo.',
  'not-read': ({ app }) =>
    `${app} non ha preso il testo. È negli appunti: incollalo dove va messo.`,
  'nothing-said': () => 'Non è stato detto nulla, quindi non c’è nulla da inserire.',
  'own-window': () => 'CaptionKey era in primo piano, perciò il testo è negli appunti.',
  'portal-failed': () =>
    'Il portale del desktop non ha potuto premere tasti. Il testo è negli appunti: incollalo con Ctrl+V.',
  'pasteboard-denied': () =>
    'macOS non consente a CaptionKey di leggere ciò che hai copiato, perciò non ha potuto ripristinarlo. Il testo è negli appunti: incollalo con ⌘V. Consentilo in Impostazioni di Sistema › Privacy e sicurezza › Incolla da altre app.',
  'secure-input': () =>
    'Un campo password, o un programma che protegge la tastiera, impedisce a CaptionKey di premere tasti, perciò il testo è negli appunti. Incollalo con ⌘V.',
  'portal-missing': () =>
    'Manca il portale del desktop che preme i tasti. Il testo è negli appunti: incollalo con Ctrl+V.',
  unseen: ({ app }) => `Incollato. CaptionKey non vede se ${app} lo ha preso: controlla.`,
  'x-display-gone': () =>
    'Lo schermo X non è raggiungibile, perciò non è stato scritto nulla. Controlla DISPLAY e XAUTHORITY, poi riapri CaptionKey.',

  // Dictation
  cancelled: () => 'Annullato. Non è stato scritto nulla.',
  'not-scratched': () =>
    'Non è stato eliminato nulla: l’ultima dettatura non è subito prima del cursore, o il programma non la mostra.',
  scratched: () => 'L’ultima dettatura è stata eliminata.',
  'not-transcribed': () =>
    'Trascrizione non riuscita. La registrazione è salvata nella cronologia.',
  'on-clipboard': () => 'Il testo è negli appunti.',
  'paste-from-clipboard': () => 'È negli appunti: incollalo dove va messo.',
  transcribing: () => 'È in corso la trascrizione di una registrazione. Detta quando è finita.',
  unconfirmed: () => 'Possono mancare le ultime parole: AssemblyAI non le ha confermate.',

  // Copies
  'not-copied': () => 'Impossibile scrivere negli appunti. Copia di nuovo.',
  'not-undone': () => 'Nel frattempo gli appunti sono cambiati, quindi restano come sono.',

  // Audio
  'cannot-open-microphone': () =>
    'Impossibile aprire il microfono. Chiudi le altre app che lo usano o scegline un altro, poi avvia di nuovo.',
  'cannot-record': () =>
    'La registrazione non può essere salvata; i sottotitoli continuano senza. Libera spazio su disco.',
  'capture-stopped': () =>
    'Il microfono si è fermato all’improvviso. Avvia di nuovo per continuare.',
  'computer-sound-away': () =>
    'L’uscita è stata scollegata, perciò manca il suono del computer. I sottotitoli continuano appena ce n’è un’altra.',
  'computer-sound-failed': () =>
    'Il suono del computer non arriva più. Avvia di nuovo i sottotitoli.',
  'computer-sound-gap': ({ seconds }) =>
    `Il suono del computer è tornato. ${withDecimal('it', seconds)} s non si sono sentiti.`,
  'default-silent': ({ microphone }) =>
    `${microphone} non è collegato, e il microfono predefinito tace. Collegalo o scegli un altro microfono.`,
  'microphone-away': () =>
    'Il microfono è stato scollegato. Ricollegalo; CaptionKey continua a provare.',
  'microphone-broken': () =>
    'Il microfono ha segnalato un errore. Ricollegalo o scegline un altro, poi avvia di nuovo.',
  'microphone-denied': () =>
    'macOS non consente a CaptionKey di sentire il microfono. Consentilo in Impostazioni di Sistema › Privacy e sicurezza › Microfono, poi riavvia CaptionKey.',
  'microphone-gap': ({ seconds, cause }) => {
    const what = {
      away: 'Il microfono è tornato. ',
      lost: 'Il microfono ha perso suono. ',
      other: '',
    };
    return `${what[cause]}${withDecimal('it', seconds)} s non si sono sentiti; ripeti, per favore.`;
  },
  'microphone-missing': ({ microphone }) =>
    `${microphone} non è collegato, perciò si usa il microfono predefinito. Collegalo o scegline un altro.`,
  'microphone-stalled': () =>
    'Il microfono non dà più suono. Ricollegalo o scegline un altro, poi avvia di nuovo.',
  'no-audio-library': () => 'Impossibile caricare la libreria audio. Reinstalla CaptionKey.',
  'no-computer-sound': () =>
    'Qui non si sente il suono del computer. Scegli Microfono in Sottotitoli › Ascolta.',
  'no-microphone': () => 'Nessun microfono trovato. Collegane uno, poi avvia di nuovo.',
  'no-microphone-listed': () => 'Nessun microfono trovato. Collegane uno, poi cerca di nuovo.',
  'no-sound': ({ microphone }) =>
    `Nessun suono arriva da ${microphone ?? 'questo microfono'}. Riattivalo o scegli un altro microfono.`,
  'cannot-read-wav': ({ path }) => `Impossibile leggere ${path}. Indica un file WAV esistente.`,
  'unsupported-wav': ({ path }) =>
    `${path} non è un file WAV che CaptionKey può leggere. Convertilo in PCM a 16 bit, da 8 a 48 kHz, mono o stereo.`,
  'nothing-heard': () =>
    'In questa registrazione non si sente nessuna voce. Controlla che sia il file giusto e abbastanza forte.',
  'captions-on': () => 'Ferma prima i sottotitoli, poi riprova.',
  'demo-cannot-transcribe': () =>
    'La demo non può trascrivere questo. Apri CaptionKey senza --demo.',
  'demo-server-failed': () => 'Il server demo non si è avviato. Reinstalla CaptionKey.',
  'demo-starting': () => 'La demo si sta già avviando.',

  // Connection
  'bad-proxy': () =>
    'HTTPS_PROXY o ALL_PROXY deve essere un indirizzo http:// o https://. Correggilo o toglilo.',
  'bad-streaming-url': () =>
    'CAPTIONKEY_STREAMING_URL deve essere un indirizzo wss://, o ws:// su questo computer. Correggilo o toglilo.',
  'cannot-dial': ({ reason }) =>
    `CaptionKey non può aprire una connessione (${reason}). Controlla la chiave API e CAPTIONKEY_STREAMING_URL.`,

  // Key and settings
  'cannot-save': (file) => `La modifica non è stata salvata, perché ${whyNotWritten(file)}.`,
  'key-not-erased': (file) =>
    `La chiave non è più usata, ma tornerà al prossimo avvio, perché ${whyNotWritten(file)}.`,
  'key-not-saved': (file) => `La chiave non è stata salvata, perché ${whyNotWritten(file)}.`,
  'key-unreadable': ({ isReplaced }) =>
    `La chiave API salvata non si può decifrare su questo sistema. ${isReplaced ? 'Si usa invece ASSEMBLYAI_API_KEY. ' : ''}Incollala di nuovo nella pagina Inizio.`,
  'no-encrypted-storage': () =>
    'Questo sistema non ha un archivio cifrato. Per conservare la chiave, imposta ASSEMBLYAI_API_KEY.',
  'no-key': () =>
    'Ancora nessuna chiave API. Incolla la tua nella pagina Inizio, o prova la registrazione demo.',
  'not-a-key': () => 'Non è una chiave API: ha spazi o altri caratteri strani. Copiala di nuovo.',
  'bad-setting': ({ setting, expected }) =>
    `${settingName(setting)} ${expectationWords(expected)}. Correggi.`,
  'list-full': ({ most }) => `L’elenco è pieno, con ${most}. Prima togline uno.`,
  'term-too-long': ({ most }) => `Un termine può avere al massimo ${most} caratteri.`,
  'term-known': () => 'È già nell’elenco.',
  'more-fields': () => 'C’è una seconda freccia o tabulazione. Scrivila come \\→ o \\t.',
  'replaced-otherwise': () => 'Il dizionario scrive altro per queste parole.',
  'text-too-long': ({ most }) => `Il testo può avere al massimo ${most} caratteri.`,
  'words-missing': () => 'Non ci sono parole prima della freccia.',
  'words-too-long': ({ most }) => `Le parole possono avere al massimo ${most} caratteri.`,
  'cannot-import': ({ path }) => `Impossibile leggere ${path}. Controlla che sia tuo.`,
  'not-a-dictionary': ({ path }) => `${path} non è un testo in UTF-8. Salvalo così, poi riprova.`,
  'unknown-setting': () => 'Questa impostazione non è nella finestra. Cercala in settings.json.',
  'model-redirected': ({ asked, ran }) =>
    `AssemblyAI usa ${ran} invece di ${asked}. Per tenerlo, sceglilo in Riconoscimento.`,
  'settings-unread': ({ path, values, lists }) => {
    const entries = lists.map(({ name, positions }) => `${entryWords(positions)} di ${name}`);
    return [
      ...(values.length === 0
        ? []
        : [
            `Ciò che settings.json dice di ${values.join(' e ')} non è utilizzabile, perciò vale il predefinito.`,
          ]),
      ...(entries.length === 0
        ? []
        : [`CaptionKey ignora ${entries.join(' e ')} in settings.json.`]),
      `Correggi ${path}, poi riapri CaptionKey.`,
    ].join(' ');
  },

  // Captions
  'captions-stop-soon': () =>
    'Nessuno parla, perciò i sottotitoli si fermeranno tra un minuto. Parla per tenerli attivi.',
  'captions-stopped': ({ minutes }) =>
    `I sottotitoli si sono fermati dopo ${minutes} minuti senza voce.`,
  'captions-limit-near': ({ dollars: limit }) =>
    `Hai speso più del 90 % di ${dollars(limit)} questo mese. Al limite i sottotitoli si fermeranno.`,
  'captions-limit-passed': ({ dollars: limit }) =>
    `Il limite di ${dollars(limit)} di questo mese è superato. Sottotitoli e dettature continuano e costano.`,
  'captions-limit-stopped': ({ dollars: limit }) =>
    `Sottotitoli fermati: ${dollars(limit)} spesi questo mese. Alza il limite o riavviali.`,

  // Hotkeys: the rest is in hotkey-problems.ts
  'shortcut-in-use': ({ action }) =>
    `Questi tasti servono già per ${actions[action].does}. Premine altri, o cambia prima quella scorciatoia.`,

  // Command line
  'argument-slip': ({ argument, known }) =>
    `--${argument} non è un’opzione di CaptionKey. Ci sono ${known.map((one) => `--${one}`).join(', ')}.`,
  'argument-takes-no-value': ({ argument }) =>
    `--${argument} non ha un valore. Scrivi --${argument}.`,
  'argument-needs-value': ({ argument }) =>
    `--${argument} richiede un valore: --${argument}=PERCORSO.`,
  'bad-print-format': ({ format }) =>
    `--print=${format} non esiste. Scrivi --print o --print=json.`,
  'bad-user-data-dir': ({ folder }) =>
    `${folder} non è utilizzabile. Indica con --user-data-dir una cartella scrivibile.`,
  'cannot-start': ({ reason }) =>
    `avvio impossibile: ${reason}. Controlla che la sua cartella si possa leggere e scrivere.`,
  'runs-already': () => 'CaptionKey è già aperto. Chiudilo, poi riprova.',

  // Doctor
  'check-after-dictation': () => 'È in corso un dettato. Finiscilo, poi controlla di nuovo.',
  'focus-unknown': () =>
    'Questo desktop non dice quale finestra è in primo piano, perciò il testo va negli appunti.',
  'no-receipt': () =>
    'Questo desktop non mostra chi legge gli appunti. Controlla se il testo è arrivato.',
  'not-arrived': () =>
    'La parola di prova non è arrivata. In Dettatura, scegli di copiare i testi negli appunti.',
  'paste-not-chosen': () =>
    'Hai scelto di copiare i testi negli appunti. Per incollarli, sceglilo in Dettatura.',
  'press-unheard': () => 'CaptionKey non ha notato il tasto. Scegline un altro in Scorciatoie.',
  'release-unheard': () =>
    'CaptionKey non ha notato il rilascio del tasto. Toccalo per iniziare e per finire.',
  'shortcut-not-pressed': ({ shortcut }) =>
    `CaptionKey non può premere tasti qui. Premi ${shortcut} per provare.`,
  'test-window-behind': () =>
    'La finestra di prova non è venuta in primo piano. Fai clic su di essa e riprova.',

  // The app itself
  'bad-request': () => 'CaptionKey non ha capito. Controlla ciò che hai inserito.',
  'broken-inside': () =>
    'Qualcosa si è rotto dentro CaptionKey. Continua a funzionare; riavvialo quando hai finito.',
  internal: () => 'Qualcosa è andato storto in CaptionKey. Riprova.',
  'ipc-channel': () => 'Questa finestra ha chiesto qualcosa che CaptionKey non ha.',
  'ipc-no-answer': () => 'CaptionKey non risponde. Chiudilo e riaprilo.',
  'untrusted-sender': () => 'Questa pagina non può parlare con CaptionKey.',
};

/** The panel shows some settings by a title; the rest are in settings.json only. */
const settingName = (setting: string): string => {
  const title = Object.entries(settings).find(([name]) => name === setting)?.[1];
  return title === undefined ? `L’impostazione ${setting}` : `«${title}»`;
};
