/** How a salutation begins, by language; a comma ends it. */
const salutations = [
  'dear|hi|hello|hey|good (?:morning|afternoon|evening)',
  'liebe[rs]?|sehr geehrte[rs]?|hallo|guten (?:tag|morgen|abend)|moin|servus',
  'ch(?:er|ère)s?|bonjour|bonsoir|salut|madame|monsieur',
  'querid[oa]s?|estimad[oa]s?|hola|buen[oa]s (?:días|tardes|noches)',
  'car[oaie]|gentil[ei]|egregi[oa]|ciao|buongiorno|buonasera|salve',
  'prezad[oa]s?|olá|oi|bom dia|boa (?:tarde|noite)',
];

/** How the line before a signature ends. In German, no comma follows it. */
const closings = [
  'regards|wishes|sincerely|truly|faithfully|yours|thanks|cheers|love|best',
  'cordialement|à vous|amicalement|bises',
  'saludos?|atentamente|abrazos?|gracias',
  'saluti|saluto|presto|grazie',
  'atenciosamente|abraços?|cumprimentos|obrigad[oa]',
];

/** A salutation or a closing has at most this many words. */
const salutation = new RegExp(
  String.raw`^\s*(?:${salutations.join('|')})(?: +[^\s,.!?]+){0,4},\s*$`,
  'iu',
);
const closing = new RegExp(
  String.raw`^\s*(?:[^\s,.!?]+ +){0,3}(?:${closings.join('|')}),\s*$`,
  'iu',
);

/** Whether a text ends with a salutation or a closing of a letter and its comma. */
export function endsLetterLine(text: string): boolean {
  const line = text.slice(text.trimEnd().lastIndexOf('\n') + 1);
  return salutation.test(line) || closing.test(line);
}
