import { wordingsOf, type CommandLanguage, type Wording } from '#shared/voice-commands.ts';
import { foundCommands } from './command-chains.ts';
import { endsLetterLine } from './letter-lines.ts';
import { TidyWriter } from './tidy-writer.ts';
import { WordMatcher } from './word-matcher.ts';

/**
 * Writes the voice commands of a dictation: “Dear John, comma, new line” becomes “Dear John,” and a line
 * end.
 *
 * The words of a command may be meant as words, as in “the comma is missing”. So a command counts only
 * where the transcript sets it apart: a mark of the recogniser, a line end or the end of the text is on
 * both sides of it, or of several commands in a row. The recogniser puts these marks where a person
 * pauses. Commands that are listed or named are words, too: `command-chains.ts` has the rules. A command
 * that is missed stays as words, which costs less than a word that is lost.
 *
 * @param languages whose wordings count
 * @param taken words in lower case that are no commands, because the person has a replacement for them
 */
export function writeCommands(
  text: string,
  languages: readonly CommandLanguage[],
  taken: ReadonlySet<string> = new Set(),
): string {
  const commands = foundCommands(text, matcherFor(languages)).filter(
    ({ wording }) => !taken.has(wording.from.toLowerCase()),
  );
  if (commands.length === 0) return text;
  const writer = new TidyWriter();
  let doneTo = 0;
  let words = '';
  for (const { at, endsAt, wording } of commands) {
    words += text.slice(doneTo, at);
    writer.copy(text.slice(doneTo, at));
    const rest = write(writer, wording, text.slice(at, endsAt), text.slice(endsAt));
    doneTo = text.length - rest.length;
  }
  const rest = text.slice(doneTo);
  // If nothing else was said, the last mark is that of the command.
  if (/[\p{L}\p{N}\p{S}]/u.test(words + rest)) writer.copy(rest);
  return writer.text;
}

const matchers = new Map<string, WordMatcher<Wording>>();

/** The matcher of some languages, which takes milliseconds to build. */
function matcherFor(languages: readonly CommandLanguage[]): WordMatcher<Wording> {
  const key = languages.join();
  const matcher = matchers.get(key) ?? new WordMatcher(languages.flatMap(wordingsOf));
  matchers.set(key, matcher);
  return matcher;
}

/** @returns what is left of the rest */
function write(writer: TidyWriter, wording: Wording, words: string, rest: string): string {
  const { kind, writes } = wording;
  switch (kind) {
    case 'open':
      if (writes === '(') writer.dropPause();
      return writer.open(writes, rest);
    case 'close':
      writer.dropPause();
      return writer.close(writes, rest);
    case 'break':
      return breakLine(writer, writes, words, rest);
    case 'end': {
      const after = writer.punctuate(writes, rest);
      writer.beginSentence();
      return after;
    }
    case 'colon':
      return writer.punctuate(writes, rest);
    case 'pause':
    case 'dash': {
      const after = writer.punctuate(writes, rest);
      writer.continueSentence();
      return after;
    }
  }
}

/** “Dear John,” keeps its comma; “milk, new line, eggs” is a list. */
function breakLine(writer: TidyWriter, writes: string, words: string, rest: string): string {
  const mark = writes.trimEnd();
  const breaks = writes.slice(mark.length);
  const after = mark === '' ? rest : writer.punctuate(mark, rest);
  if (!endsLetterLine(writer.text)) writer.dropPause();
  const left = writer.breakLine(words, breaks, after);
  if (breaks === '\n\n') writer.beginSentence();
  return left;
}
