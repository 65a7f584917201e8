import type { ExportedEntry } from './document.ts';
import { messages } from '#shared/messages/index.ts';
import { dateTimeOf } from './date-time.ts';

/** A heading with the time and the program or “Captions”, with their source, and below it the text. */
export const md = (entries: ExportedEntry[]): string =>
  entries
    .map((entry) => {
      const heading = [dateTimeOf(entry.startedAtMs), ...placesOf(entry).map(escape)];
      return `## ${heading.join(' · ')}\n\n${linesOf(entry).map(escape).join('\n\n')}\n`;
    })
    .join('\n');

function placesOf(entry: ExportedEntry): string[] {
  if (entry.type === 'dictation') return entry.app === null ? [] : [entry.app];
  const { sources } = messages.captions;
  return [messages.history.captions, ...(entry.source === 'computer' ? [sources.computer] : [])];
}

/** Markdown joins consecutive lines, so each sentence of captions is a paragraph. */
const linesOf = ({ type, text }: ExportedEntry): string[] =>
  type === 'captions' ? text.split('\n') : [text];

/** Escapes characters that could begin a span or a tag, and at the start of a line also a block. */
const escape = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>&~|]/g, '\\$&')
    .replaceAll(/^(\s*)([-+#=])/gm, '$1\\$2')
    .replaceAll(/^(\s*\d+)([.)])/gm, '$1\\$2');
