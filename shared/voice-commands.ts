/**
 * The voice commands of dictations: what a speaker of each language says, and what is written for it.
 * To add a wording, add it to the table; the panel lists it.
 */

import { keysOf } from './tables.ts';

/** The languages that have commands and fillers. */
export const commandLanguages = ['en', 'es', 'de', 'fr', 'it', 'pt'] as const;
export type CommandLanguage = (typeof commandLanguages)[number];

/** What a command writes, by how it joins the words beside it. */
export type CommandKind = 'break' | 'open' | 'close' | 'pause' | 'colon' | 'end' | 'dash';

interface Definition {
  kind: CommandKind;
  /** What is written. */
  writes: string;
  /** What is written in a language with another habit. */
  writesIn?: Partial<Record<CommandLanguage, string>>;
  /** The wordings of each language. The first is the usual one. */
  said: Partial<Record<CommandLanguage, readonly string[]>>;
}

/** French puts a narrow no-break space before these marks, and inside its quotes. */
const narrow = '\u202f';

/** Combines the first and the last words of a wording: `open quote`, `open quotes`. */
const wordings = (firsts: string, lasts: string): string[] =>
  firsts.split('/').flatMap((first) => lasts.split('/').map((last) => `${first} ${last}`));

export const voiceCommands = {
  newLine: {
    kind: 'break',
    writes: '\n',
    said: {
      en: ['new line', 'next line', 'newline'],
      es: ['nueva línea', 'línea nueva', 'salto de línea'],
      de: ['neue Zeile', 'nächste Zeile'],
      fr: ['à la ligne', 'nouvelle ligne', 'retour à la ligne'],
      it: ['a capo', 'nuova riga', 'nuova linea'],
      pt: ['nova linha', 'próxima linha'],
    },
  },
  newParagraph: {
    kind: 'break',
    writes: '\n\n',
    said: {
      en: ['new paragraph', 'next paragraph'],
      es: ['nuevo párrafo', 'párrafo nuevo'],
      de: ['neuer Absatz', 'nächster Absatz'],
      fr: ['nouveau paragraphe'],
      it: ['nuovo paragrafo'],
      pt: ['novo parágrafo'],
    },
  },
  lastSentence: {
    kind: 'break',
    writes: '.\n\n',
    said: {
      es: ['punto y aparte'],
      it: ['punto e a capo'],
      pt: ['ponto parágrafo', 'ponto e parágrafo'],
    },
  },
  comma: {
    kind: 'pause',
    writes: ',',
    said: {
      en: ['comma'],
      es: ['coma'],
      de: ['Komma', 'Beistrich'],
      fr: ['virgule'],
      it: ['virgola'],
      pt: ['vírgula'],
    },
  },
  fullStop: {
    kind: 'end',
    writes: '.',
    said: {
      en: ['full stop', 'period'],
      es: ['punto', 'punto y seguido', 'punto final'],
      de: ['Punkt'],
      fr: ['point', 'point final'],
      it: ['punto', 'punto fermo'],
      pt: ['ponto', 'ponto final'],
    },
  },
  questionMark: {
    kind: 'end',
    writes: '?',
    writesIn: { fr: `${narrow}?` },
    said: {
      en: ['question mark'],
      es: [
        'signo de interrogación',
        ...wordings('cerrar/cierra/cierre', 'interrogación/signo de interrogación'),
      ],
      de: ['Fragezeichen'],
      fr: ["point d'interrogation"],
      it: ['punto interrogativo', 'punto di domanda'],
      pt: ['ponto de interrogação'],
    },
  },
  exclamationMark: {
    kind: 'end',
    writes: '!',
    writesIn: { fr: `${narrow}!` },
    said: {
      en: ['exclamation mark', 'exclamation point'],
      es: [
        'signo de exclamación',
        'signo de admiración',
        ...wordings(
          'cerrar/cierra/cierre',
          'exclamación/admiración/signo de exclamación/signo de admiración',
        ),
      ],
      de: ['Ausrufezeichen', 'Ausrufungszeichen', 'Rufzeichen'],
      fr: ["point d'exclamation"],
      it: ['punto esclamativo'],
      pt: ['ponto de exclamação'],
    },
  },
  openQuestion: {
    kind: 'open',
    writes: '¿',
    said: { es: wordings('abrir/abre/abra', 'interrogación/signo de interrogación') },
  },
  openExclamation: {
    kind: 'open',
    writes: '¡',
    said: {
      es: wordings(
        'abrir/abre/abra',
        'exclamación/admiración/signo de exclamación/signo de admiración',
      ),
    },
  },
  colon: {
    kind: 'colon',
    writes: ':',
    writesIn: { fr: `${narrow}:` },
    said: {
      en: ['colon'],
      es: ['dos puntos'],
      de: ['Doppelpunkt'],
      fr: ['deux points', 'deux-points'],
      it: ['due punti'],
      pt: ['dois pontos'],
    },
  },
  semicolon: {
    kind: 'pause',
    writes: ';',
    writesIn: { fr: `${narrow};` },
    said: {
      en: ['semicolon', 'semi-colon', 'semi colon'],
      es: ['punto y coma'],
      de: ['Semikolon', 'Strichpunkt'],
      fr: ['point virgule', 'point-virgule'],
      it: ['punto e virgola'],
      pt: ['ponto e vírgula'],
    },
  },
  dash: {
    kind: 'dash',
    writes: '–',
    said: {
      en: ['dash'],
      es: ['raya', 'guion largo', 'guión largo'],
      de: ['Gedankenstrich'],
      fr: ['tiret'],
      it: ['lineetta', 'trattino lungo'],
      pt: ['travessão'],
    },
  },
  openQuote: {
    kind: 'open',
    writes: '“',
    writesIn: { de: '„', fr: `«${narrow}` },
    said: {
      en: wordings('open/begin', 'quote/quotes/quotation mark/quotation marks'),
      es: wordings('abrir/abre/abra', 'comillas'),
      de: [
        ...wordings('Anführungszeichen/Anführungsstriche', 'auf/öffnen/unten'),
        ...wordings('öffnende', 'Anführungszeichen'),
      ],
      fr: [...wordings('ouvrir/ouvrez/ouvre', 'les guillemets/guillemets'), 'guillemets ouvrants'],
      it: wordings('apri/aperte/aprire', 'virgolette/le virgolette'),
      pt: wordings('abrir/abre/abra', 'aspas'),
    },
  },
  closeQuote: {
    kind: 'close',
    writes: '”',
    writesIn: { de: '“', fr: `${narrow}»` },
    said: {
      en: [...wordings('close/end', 'quote/quotes/quotation mark/quotation marks'), 'unquote'],
      es: wordings('cerrar/cierra/cierre', 'comillas'),
      de: [
        ...wordings('Anführungszeichen/Anführungsstriche', 'zu/schließen/oben'),
        ...wordings('schließende', 'Anführungszeichen'),
      ],
      fr: [...wordings('fermer/fermez/ferme', 'les guillemets/guillemets'), 'guillemets fermants'],
      it: wordings('chiudi/chiuse/chiudere', 'virgolette/le virgolette'),
      pt: wordings('fechar/fecha/feche', 'aspas'),
    },
  },
  openBracket: {
    kind: 'open',
    writes: '(',
    said: {
      en: wordings('open/left', 'bracket/brackets/parenthesis/parentheses/paren'),
      es: wordings('abrir/abre/abra', 'paréntesis'),
      de: ['Klammer auf', 'Klammer öffnen', 'öffnende Klammer'],
      fr: [
        ...wordings('ouvrir/ouvrez/ouvre', 'la parenthèse/parenthèse/une parenthèse'),
        'parenthèse ouvrante',
      ],
      it: [...wordings('apri/aperta/aprire', 'parentesi/la parentesi'), 'parentesi aperta'],
      pt: wordings('abrir/abre/abra', 'parênteses/parêntese/parêntesis'),
    },
  },
  closeBracket: {
    kind: 'close',
    writes: ')',
    said: {
      en: wordings('close/right', 'bracket/brackets/parenthesis/parentheses/paren'),
      es: wordings('cerrar/cierra/cierre', 'paréntesis'),
      de: ['Klammer zu', 'Klammer schließen', 'schließende Klammer'],
      fr: [...wordings('fermer/fermez/ferme', 'la parenthèse/parenthèse'), 'parenthèse fermante'],
      it: [...wordings('chiudi/chiusa/chiudere', 'parentesi/la parentesi'), 'parentesi chiusa'],
      pt: wordings('fechar/fecha/feche', 'parênteses/parêntese/parêntesis'),
    },
  },
} satisfies Record<string, Definition>;

/**
 * What a person says to remove the last dictation. It counts only as the whole of a dictation, because within
 * one it may be meant as words.
 */
export const scratchThat: Record<CommandLanguage, readonly string[]> = {
  en: ['scratch that', 'delete that'],
  es: ['borra eso', 'elimina eso'],
  de: ['lösch das', 'streich das'],
  fr: ['efface ça', 'supprime ça'],
  it: ['cancella questo', 'elimina questo'],
  pt: ['apaga isso', 'apague isso'],
};

export type VoiceCommandId = keyof typeof voiceCommands;

/** A wording of a command in one language. */
export interface Wording {
  id: VoiceCommandId;
  kind: CommandKind;
  language: CommandLanguage;
  /** The words that are said. */
  from: string;
  writes: string;
}

export const voiceCommandIds = keysOf(voiceCommands);

/** The wordings of a language, in the order of the table. */
export const wordingsOf = (language: CommandLanguage): Wording[] =>
  voiceCommandIds.flatMap((id) => {
    const { kind, writes, writesIn, said }: Definition = voiceCommands[id];
    return (said[language] ?? []).map((from) => ({
      ...{ id, kind, language, from },
      writes: writesIn?.[language] ?? writes,
    }));
  });

/**
 * Reads a code of the service or of the settings, such as `pt` or `pt-BR`.
 *
 * @returns null for a language without commands
 */
export function commandLanguage(code: string): CommandLanguage | null {
  const [first = ''] = code.toLowerCase().split(/[-_]/u);
  return commandLanguages.find((known) => known === first) ?? null;
}
