import type { ExportedDictation } from './document.ts';
import { momentOf } from './moment.ts';

/** A heading with time and program, and the text under it. */
export const md = (dictations: ExportedDictation[]): string =>
  dictations
    .map(({ startedAtMs, app, text }) => {
      const heading = [momentOf(startedAtMs), ...(app === null ? [] : [escape(app)])].join(' · ');
      return `## ${heading}\n\n${escape(text)}\n`;
    })
    .join('\n');

/** Everywhere, what could begin a span or a tag; at the head of a line, also what begins a block. */
const escape = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>&~|]/g, '\\$&')
    .replaceAll(/^(\s*)([-+#=])/gm, '$1\\$2')
    .replaceAll(/^(\s*\d+)([.)])/gm, '$1\\$2');
