import type { ProblemCode, ProblemParams } from '../../problem.ts';
import { whyNotWritten } from './parts.ts';

export const storageProblems = {
  // Files
  'login-needs-package': () =>
    'macOS può avviare CaptionKey all’accesso solo come app installata. Installa il suo pacchetto, o disattiva «Avvia all’accesso».',
  'login-not-set': ({ path }) =>
    `${path} non si può modificare, perciò l’avvio all’accesso resta com’era. Controlla che il file e la sua cartella siano tuoi.`,
  'cannot-keep': (file) =>
    `Impostazioni, chiave, registrazioni e registro non si possono salvare, perché ${whyNotWritten(file)}.`,
  'file-replaced': ({ file, aside }) =>
    `${file} non era leggibile, perciò CaptionKey l’ha sostituito. Il vecchio file resta come ${aside}.`,
  'file-overwritten': ({ file, copy }) =>
    `Questa modifica ha sostituito in ${file} qualcosa che CaptionKey non poteva usare. Il vecchio file resta come ${copy}.`,
  'file-set-aside': ({ file, aside }) =>
    `${file} non era leggibile, perciò CaptionKey parte senza. Resta come ${aside}.`,
  'file-unreadable': ({ file }) =>
    `${file} non era leggibile, perciò CaptionKey parte senza. Non si è potuto spostare.`,

  // Storage and history
  'store-bad-call': ({ name }) => `L’archivio non può fare questo: ${name}.`,
  'store-busy': ({ path }) =>
    `Un altro programma usa ${path}, perciò le tue parole non si salvano. Chiudilo.`,
  'store-failed': ({ path }) =>
    `${path} non è utilizzabile, perciò le tue parole non si salvano. Riavvia CaptionKey; se non basta, sposta il file.`,
  'store-full': () => 'Il disco è pieno, perciò le tue parole non si salvano. Libera dello spazio.',
  'store-gone': ({ path }) =>
    `${path} è stato rimosso mentre CaptionKey era aperto. CaptionKey ne ha creato uno nuovo; le parole precedenti non ci sono.`,
  'store-newer': ({ path }) =>
    `${path} è di un CaptionKey più recente, perciò le tue parole non si salvano. Installa la versione più recente.`,
  'store-set-aside': ({ path, aside }) =>
    `${path} non era leggibile, perciò CaptionKey parte con una cronologia vuota. Il vecchio file resta come ${aside}.`,
  'store-slow': () =>
    'Il disco non risponde, perciò le tue parole forse non si salvano. Controlla il disco.',
  'store-stopped': () => 'CaptionKey non può più salvare le tue parole. Riavvialo.',
  'store-unreadable-answer': () =>
    'CaptionKey non riesce a leggere captionkey.db. Sposta il file e riavvia CaptionKey.',
  'store-unwritable': ({ path }) =>
    `${path} non è scrivibile, perciò le tue parole non si salvano. Controlla che il file e la sua cartella siano tuoi.`,
  'cannot-delete-recording': ({ path }) =>
    `Impossibile eliminare ${path}. Controlla che il file e la sua cartella siano tuoi.`,
  'cannot-export': ({ path }) => `Impossibile scrivere ${path}. Scegli un’altra cartella.`,
  'cannot-read-recordings': ({ path }) => `Impossibile leggere ${path}. Controlla che sia tua.`,
  copied: () => 'Copiato negli appunti.',
  'dictation-runs': () => 'Quel dettato è ancora in corso. Fermalo, poi riprova.',
  'dictation-without-text': () => 'Quel dettato non ha testo.',
  inserted: () => 'Inserito.',
  'no-captions': () => 'Quei sottotitoli non sono più nella cronologia.',
  'no-dictation': () => 'Quel dettato non è più nella cronologia.',
  'no-recording': () => 'Quella registrazione non esiste più.',
  'no-unfinished-recording': () => 'Quella registrazione non esiste più.',
  'nothing-to-export': () => 'Non c’è testo da esportare.',
  'saved-as': ({ file }) => `Salvato come ${file}`,
} satisfies { [C in ProblemCode]?: (params: ProblemParams<C>) => string };
