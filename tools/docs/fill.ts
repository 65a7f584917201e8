import { format, resolveConfig } from 'prettier';

/**
 * Replaces what stands between `<!-- generated: NAME -->` and `<!-- end -->` in a page of Markdown.
 *
 * @param path of the page, whose configuration of Prettier is used
 * @param blocks Markdown by name
 * @throws if the page does not have exactly these blocks
 */
export async function fill(
  path: string,
  page: string,
  blocks: ReadonlyMap<string, string>,
): Promise<string> {
  const missing = new Set(blocks.keys());
  const filled = page.replaceAll(
    /(<!-- generated: ([\w-]+) -->\n).*?(?=<!-- end -->)/gs,
    (_, start: string, name: string) => {
      const block = blocks.get(name);
      if (block === undefined || !missing.delete(name)) throw new Error(`${path}: ${name}?`);
      return `${start}\n${block}\n\n`;
    },
  );
  if (missing.size > 0) throw new Error(`${path} has no block ${[...missing].join(', ')}`);
  return format(filled, { ...(await resolveConfig(path)), filepath: path });
}

/** A table of Markdown. */
export function table(head: string[], rows: string[][]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map(escaped).join(' | ')} |`).join('\n');
}

const escaped = (cell: string): string => cell.replaceAll('|', '\\|');
