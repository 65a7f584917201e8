import type { ExportedDictation } from './document.ts';
import { dateTimeOf } from './date-time.ts';

/** A heading with the time and the program, and below it the text. */
export const md = (dictations: ExportedDictation[]): string =>
  dictations
    .map(({ startedAtMs, app, text }) => {
      const heading = [dateTimeOf(startedAtMs), ...(app === null ? [] : [escape(app)])].join(' · ');
      return `## ${heading}\n\n${escape(text)}\n`;
    })
    .join('\n');

/** Escapes characters that could begin a span or a tag, and at the start of a line also a block. */
const escape = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>&~|]/g, '\\$&')
    .replaceAll(/^(\s*)([-+#=])/gm, '$1\\$2')
    .replaceAll(/^(\s*\d+)([.)])/gm, '$1\\$2');
