import type { Messages } from '../index.ts';
import { modelFacts } from '../../models.ts';
import type { SpeechModel } from '../../speech-model.ts';

const model = (id: SpeechModel, hint: string) => ({ label: modelFacts[id].name, hint });

export const settingOptions: Messages['settingOptions'] = {
  speechModel: {
    'u3-rt-pro': model(
      'u3-rt-pro',
      'Inglese, spagnolo, tedesco, francese, italiano e portoghese, anche mescolati. Scrive come una persona.',
    ),
    'universal-3-5-pro': model(
      'universal-3-5-pro',
      '19 lingue: quelle sei, arabo, catalano, danese, olandese, finlandese, ebraico, hindi, giapponese, mandarino, norvegese, svedese, turco e vietnamita.',
    ),
    'universal-3-6-pro': model(
      'universal-3-6-pro',
      '32 lingue: quelle 19, afrikaans, cantonese, estone, galiziano, coreano, marathi, norvegese nynorsk, persiano, rumeno, russo, urdu, xhosa e zulu.',
    ),
    'universal-streaming-english': model(
      'universal-streaming-english',
      'Solo inglese. Le parole mostrate non cambiano mai. Non usa il contesto.',
    ),
    'universal-streaming-multilingual': model(
      'universal-streaming-multilingual',
      'Lo stesso per inglese, spagnolo, tedesco, francese, italiano e portoghese.',
    ),
    'whisper-rt': model(
      'whisper-rt',
      'Altre 99 lingue, rilevate automaticamente. Le prime parole richiedono qualche secondo. Non usa contesto, termini né pause.',
    ),
  },
  region: {
    global: { label: 'La più vicina', hint: 'Dove AssemblyAI risponde prima.' },
    us: { label: 'Stati Uniti', hint: 'La tua voce resta lì.' },
    eu: { label: 'Unione europea', hint: 'La tua voce resta lì.' },
  },
  latencyMode: {
    unset: { label: 'Come il modello', hint: 'Equilibrato.' },
    min_latency: { label: 'Velocità', hint: 'Le frasi finiscono prima.' },
    balanced: { label: 'Equilibrato', hint: 'Per quasi tutto.' },
    max_accuracy: {
      label: 'Precisione',
      hint: 'Attende di più, perché numeri e indirizzi restino interi.',
    },
  },
  voiceFocus: {
    unset: { label: 'No', hint: 'Il suono viene inviato così com’è.' },
    'near-field': {
      label: 'Cuffie',
      hint: 'Toglie il rumore e le altre voci. AssemblyAI chiede 0,10 $ in più all’ora.',
    },
    'far-field': { label: 'Stanza', hint: 'Per un microfono più lontano. Stesso prezzo.' },
  },
  insertion: {
    paste: { label: 'Incolla al cursore', hint: 'Dopo, i tuoi appunti vengono ripristinati.' },
    clipboard: {
      label: 'Copia negli appunti',
      hint: 'Non viene scritto nulla. Incolli tu.',
    },
  },
  captionsFont: {
    system: { label: 'Sistema', hint: 'Il carattere del desktop.' },
    sans: { label: 'Senza grazie', hint: 'Lettere semplici.' },
    serif: { label: 'Con grazie', hint: 'Lettere come in un libro.' },
    monospace: { label: 'A spaziatura fissa', hint: 'Tutte le lettere hanno la stessa larghezza.' },
  },
  captionsPlace: {
    free: { label: 'Dove li trascini', hint: 'Ricordato per ogni schermo.' },
    top: { label: 'In alto', hint: 'Al centro del bordo superiore. Trascinarli lo annulla.' },
    bottom: { label: 'In basso', hint: 'Al centro del bordo inferiore. Trascinarli lo annulla.' },
  },
  captionsSource: {
    microphone: { label: 'Microfono', hint: 'Ciò che si dice vicino a questo computer.' },
    computer: {
      label: 'Suono del computer',
      hint: 'Ciò che riproducono altri programmi, come una chiamata o un video.',
    },
    both: {
      label: 'Entrambi',
      hint: 'Due connessioni, perciò si paga il doppio del tempo. «Dati e costi» le conta entrambe.',
    },
  },
  recordingRetention: {
    'until-stored': {
      label: 'Elimina una volta trascritte',
      hint: 'Una registrazione senza testo resta finché non la elimini.',
    },
    week: { label: 'Conserva una settimana', hint: 'Su questo computer, solo tu puoi leggerle.' },
    forever: { label: 'Conserva', hint: 'Circa 115 MB all’ora.' },
  },
};
