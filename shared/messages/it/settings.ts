import type { Messages } from '../index.ts';

export const settings: Messages['settings'] = {
  keyterms: 'Nomi e termini',
  prompt: 'Contesto',
  replacements: 'Sostituzioni',
  voiceCommands: 'Comandi vocali',
  removeFillers: 'Ometti gli intercalari',
  speechModel: 'Modello',
  languageCodes: 'Lingua',
  minTurnSilenceMs: 'Pausa che chiude una frase',
  maxTurnSilenceMs: 'Pausa che chiude una frase incompleta',
  dictationSilenceMs: 'Pausa in un dettato',
  latencyMode: 'Velocità o precisione',
  voiceFocus: 'Voice Focus',
  domain: 'Termini medici',
  filterProfanity: 'Nascondi parole offensive',
  vadThreshold: 'Soglia della voce',
  languageDetection: 'Salva la lingua',
  previousContextTurns: 'Frasi precedenti come contesto',
  keepConnectedSeconds: 'Resta connesso dopo lo stop',
  region: 'Regione',
  insertion: 'Testo dettato',
  pasteIntoUnknownWindow: 'Incolla in finestre sconosciute',
  appProfiles: 'Profili delle app',
  captionsSource: 'Ascolta',
  captionsTextSize: 'Dimensione testo',
  captionsFont: 'Carattere',
  captionsTextColor: 'Colore del testo',
  captionsBackgroundColor: 'Colore dello sfondo',
  captionsOpacity: 'Opacità dello sfondo',
  captionsOutline: 'Contorno',
  captionsLines: 'Righe',
  captionsPlace: 'Posizione',
  captionsWidth: 'Larghezza',
  captionsClickThrough: 'Clic attraverso',
  captionsHideAfterSeconds: 'Nascondi dopo silenzio',
  keepHistory: 'Conserva una cronologia dei testi',
  historyDays: 'Elimina i testi dopo',
  recordingRetention: 'Conserva registrazioni',
  preRoll: 'Preascolto',
  captionsSilenceMinutes: 'Ferma i sottotitoli senza voce dopo',
  captionsMonthlyDollars: 'Ferma i sottotitoli nel mese dopo',
  sounds: 'Suoni',
  startAtLogin: 'Avvia all’accesso',
  appLanguage: 'Lingua dell’app',
};

const blank = 'Vuoto: come il modello.';

export const settingHints: Messages['settingHints'] = {
  captionsSilenceMinutes:
    'Si paga finché i sottotitoli sono attivi. Un minuto prima c’è un avviso. Vuoto: mai.',
  captionsMonthlyDollars:
    'Secondo la stima dell’app. Al 90 % c’è un avviso. La dettatura continua. Vuoto: nessun limite.',
  voiceCommands:
    'Di’ «nuova riga» o «virgola» con una breve pausa prima e dopo. Dentro una frase restano parole.',
  removeFillers: 'Toglie «ehm», «uhm» e simili. Una parola che ha un senso resta.',
  minTurnSilenceMs: blank,
  maxTurnSilenceMs: `Anche dentro una frase. ${blank}`,
  dictationSilenceMs:
    'Il tasto chiude il dettato, perciò numeri e nomi possono avere pause. Vuoto: come per i sottotitoli.',
  domain:
    'Termini medici migliori in inglese, spagnolo, tedesco e francese. AssemblyAI applica un supplemento.',
  filterProfanity: 'Mostra invece ***.',
  vadThreshold: `Quanto il servizio deve essere sicuro di sentire una voce. Alzala dove c’è rumore. ${blank}`,
  languageDetection: 'Salva con ogni frase la lingua rilevata.',
  previousContextTurns:
    'Quante frasi precedenti di una connessione aiutano la successiva. 0: nessuna.',
  keepConnectedSeconds: (seconds) =>
    seconds === 0
      ? 'Nessun costo dopo lo stop. Il prossimo avvio impiega uno o due secondi a connettersi e non perde nulla.'
      : `Il prossimo avvio è immediato. Dopo ogni stop si pagano fino a ${seconds} secondi in più.`,
  captionsTextSize: 'La cambiano anche Ctrl e la rotellina sui sottotitoli.',
  captionsTextColor: 'Le parole ancora incerte sono più pallide.',
  captionsBackgroundColor: 'Anche gli avvisi stanno su questo colore.',
  captionsOpacity: 'Sotto 100 traspare la finestra dietro.',
  captionsOutline: 'Una linea sottile intorno a ogni lettera, per sfondi che traspaiono.',
  captionsLines: 'Per quante righe c’è spazio nella finestra.',
  captionsClickThrough:
    'Il mouse raggiunge la finestra sotto. L’icona nella barra e una scorciatoia rendono di nuovo cliccabili i sottotitoli.',
  captionsWidth: 'Per ogni schermo. Trascina un bordo dei sottotitoli per cambiarla su uno solo.',
  captionsHideAfterSeconds: 'La parola o il problema successivo li fa riapparire. Vuoto: restano.',
  pasteIntoUnknownWindow:
    'Su GNOME alcune app non dicono di essere in primo piano. No: il testo va negli appunti. Sì: viene incollato, quindi controlla dov’è il cursore.',
  startAtLogin: 'CaptionKey si avvia nascosto. L’icona lo apre.',
  keepHistory:
    'No: i nuovi dettati e sottotitoli non vengono salvati. I testi precedenti restano finché non li elimini nella Cronologia.',
  historyDays: 'Dettati e sottotitoli, entro un’ora. Vuoto: mai.',
  preRoll:
    'Tiene aperto il microfono e l’ultimo mezzo secondo in memoria, perché la prima parola sia intera. Solo quel mezzo secondo prima del tasto viene registrato e inviato. Inizio mostra quando il microfono è aperto.',
  sounds:
    'Un breve suono quando CaptionKey inizia ad ascoltare e quando ha finito, e uno basso quando qualcosa non va.',
};

export const settingUnits: Messages['settingUnits'] = {
  captionsSilenceMinutes: 'minuti',
  captionsMonthlyDollars: 'dollari USA',
  historyDays: 'giorni',
  minTurnSilenceMs: 'ms',
  maxTurnSilenceMs: 'ms',
  dictationSilenceMs: 'ms',
  vadThreshold: '',
  previousContextTurns: 'frasi',
  keepConnectedSeconds: 'secondi',
  captionsTextSize: 'px',
  captionsOpacity: '%',
  captionsLines: '',
  captionsWidth: 'px',
  captionsHideAfterSeconds: 'secondi',
};
