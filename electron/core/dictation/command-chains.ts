import type { CommandKind, Wording } from '#shared/voice-commands.ts';
import { closings, dashes, pattern, sentenceEnds } from './punctuation.ts';
import { wordEdges } from './word-edges.ts';
import type { WordMatcher } from './word-matcher.ts';

/** The words of a command in a text. */
interface Command {
  at: number;
  endsAt: number;
  wording: Wording;
}

/** Commands that follow each other. */
type Chain = [Command, ...Command[]];

/** Which kinds of command may directly follow which. Anything else is a list of their names. */
const followers: Record<CommandKind, readonly CommandKind[]> = {
  pause: ['break', 'open', 'close'],
  colon: ['break', 'open'],
  end: ['break', 'open', 'close'],
  dash: ['open', 'break'],
  break: ['break', 'open', 'dash'],
  open: ['open'],
  close: ['pause', 'colon', 'end', 'dash', 'break', 'open', 'close'],
};

const spaces = String.raw`[^\S\n\r]*`;
const pause = `[,;:、，；：${dashes}]`;
/** What may be between two commands of a chain: marks, and the “and” of a list. */
const between = new RegExp(
  String.raw`^(?:\s|${pause}|[${sentenceEnds}${closings}¿¡]|(?<=\s)-(?=\s))*(?:(?<=\s)(?:and|or|y|o|e|und|oder|et|ou|ed)\s+)?$`,
  'iu',
);
const conjunction = /\p{L}/u;

/** Ends before a command that is set apart. */
const apartBefore = pattern`(?:^|[\n\r]|(?:[,;、，；${sentenceEnds}][${closings}]*|${spaces}[${dashes}]|\s-)(?=\s)|[、，；。！？])\s*$`;
const colonBefore = pattern`[:：]${spaces}$`;
/** “der 3. Punkt”: an ordinal number. */
const ordinalBefore = /\d\.\s+$/u;
const dashBefore = pattern`(?:[${dashes}]|\s-)\s*$`;

/** Begins after a command that is set apart. */
const apartAfter = pattern`^${spaces}(?:$|[\n\r]|[,;.!…、，；。！]+(?=$|[\s${closings}]))`;
const questionAfter = pattern`^${spaces}[.!?？]+(?=$|[\s${closings}])`;
const colonAfter = /^\s*[:：](?=\s|$)/u;
const dashAfter = pattern`^${spaces}(?:[${dashes}]|-(?=\s))`;

/**
 * Finds the commands of a text that are set apart and not part of a list of their names.
 *
 * A chain is commands with nothing but marks between them. It is a list of names, and none of it counts,
 * if it has an “and”, or a command that cannot follow the one before (“comma, colon, dash”). Within a
 * sentence, a command that is not set apart makes words of those beside it (“it knows comma, new line”).
 */
export function foundCommands(text: string, matcher: WordMatcher<Wording>): Command[] {
  return chainsOf(text, allCommands(text, matcher)).flatMap((chain) =>
    isList(text, chain) ? [] : sentencesOf(text, chain).flatMap((part) => apartIn(text, part)),
  );
}

function allCommands(text: string, matcher: WordMatcher<Wording>): Command[] {
  const findAt = matcher.in(text);
  const edges = wordEdges(text);
  const commands: Command[] = [];
  for (const at of edges) {
    if (at < (commands.at(-1)?.endsAt ?? 0)) continue;
    const found = findAt(at, edges);
    if (found !== null) commands.push({ at, endsAt: found.endsAt, wording: found.entry });
  }
  return commands;
}

const gapOf = (text: string, one: Command, next: Command): string =>
  text.slice(one.endsAt, next.at);

const lastOf = ([first, ...others]: Chain): Command => others.at(-1) ?? first;

/** Splits commands before each that does not belong to the one before. */
function split(
  commands: readonly Command[],
  belongs: (one: Command, next: Command) => boolean,
): Chain[] {
  const chains: Chain[] = [];
  for (const next of commands) {
    const chain = chains.at(-1);
    if (chain !== undefined && belongs(lastOf(chain), next)) chain.push(next);
    else chains.push([next]);
  }
  return chains;
}

const chainsOf = (text: string, commands: readonly Command[]): Chain[] =>
  split(commands, (one, next) => between.test(gapOf(text, one, next)));

const endsSentence = pattern`[${sentenceEnds}]`;
const sentencesOf = (text: string, chain: Chain): Chain[] =>
  split(chain, (one, next) => !endsSentence.test(gapOf(text, one, next)));

const isList = (text: string, chain: Chain): boolean =>
  chain.some((next, index) => {
    const one = chain[index - 1];
    if (one === undefined) return false;
    const follows = followers[one.wording.kind].includes(next.wording.kind);
    return !follows || conjunction.test(gapOf(text, one, next));
  });

/** The commands, if the first is apart from the words before it and the last from those after it. */
function apartIn(text: string, commands: Chain): Command[] {
  const [first] = commands;
  const before = text.slice(0, first.at);
  const isAfterDash = dashBefore.test(before);
  return isApartBefore(before, text, first) && isApartAfter(text, lastOf(commands), isAfterDash)
    ? commands
    : [];
}

function isApartBefore(before: string, text: string, { at, endsAt, wording }: Command): boolean {
  const { kind, language } = wording;
  if (colonBefore.test(before)) return kind === 'break' || kind === 'open' || kind === 'colon';
  // “Coma, por favor.” is a request to eat.
  if (wording.from === 'coma' && before.trim() === '' && /\p{L}/u.test(text.slice(endsAt)))
    return false;
  const isOneWord = !/\s/u.test(text.slice(at, endsAt));
  if (language === 'de' && isOneWord && ordinalBefore.test(before)) return false;
  return apartBefore.test(before);
}

function isApartAfter(text: string, { endsAt, wording }: Command, isAfterDash: boolean): boolean {
  const rest = text.slice(endsAt);
  if (apartAfter.test(rest)) return true;
  if (dashAfter.test(rest)) return isAfterDash;
  if (wording.kind === 'colon') return colonAfter.test(rest);
  return wording.id === 'questionMark' && questionAfter.test(rest);
}
