import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'svelte/compiler';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { readProduct } from './definitions/product.ts';

const folder = join(import.meta.dirname, '../renderer');

/** The product is called the same in every language. */
const productName = 'CaptionKey';

/** Attributes and properties whose text is shown, or read out by a screen reader. */
const readAttributes = new Set([
  ...['aria-label', 'aria-description', 'aria-placeholder', 'aria-valuetext'],
  ...['alt', 'placeholder', 'title', 'label', 'hint', 'aside', 'unit', 'warning'],
]);

const letters = /\p{L}/u;
const twoWords = /(?:^|\s)\p{L}+[,.:…]? \p{L}/u;

/** Each text of a component that a person reads and that does not come from the messages. */
function textsIn(source: string): string[] {
  const texts: string[] = [];
  const keep = (text: unknown, pattern: RegExp): void => {
    if (typeof text === 'string' && pattern.test(text.replaceAll(productName, '')))
      texts.push(text.trim());
  };

  function visit(node: unknown, textPattern: RegExp | null): void {
    if (typeof node !== 'object' || node === null) return;
    const { type, name, data, value }: Record<string, unknown> = { ...node };
    if (type === 'Comment' || type === 'StyleSheet') return;
    if (type === 'Text' && textPattern !== null) keep(data, textPattern);
    // A literal in an expression is mostly an identifier; a sentence has more words.
    if (type === 'Literal') keep(value, twoWords);
    if (type === 'TemplateElement' && typeof value === 'object')
      keep({ raw: undefined, ...value }.raw, twoWords);
    const isAttribute = type === 'Attribute';
    const isRead = typeof name === 'string' && readAttributes.has(name);
    const inside = isAttribute ? (isRead ? letters : null) : textPattern;
    for (const child of Object.values(node)) visit(child, inside);
  }

  const { fragment, instance, module } = parse(source, { modern: true });
  visit({ fragment, instance, module }, letters);
  return texts;
}

test('texts of the markup, of what is read out and of expressions are found', () => {
  const source = `<script>
    const hint = 'It is said here.';
    const key = 'Enter';
  </script>
  <!-- A comment is no text. -->
  <p class="some words" title="A tip">CaptionKey · {hint}</p>
  <Field label="A label" id="field" />
  <button aria-label={\`Remove it now \${key}\`}>Add</button>`;
  expect(textsIn(source)).toEqual(['A tip', 'A label', 'Remove it now', 'Add', 'It is said here.']);
});

test.each(globSync('**/*.svelte', { cwd: folder }))(
  '%s takes every text from the messages',
  (file) => {
    expect(textsIn(readFileSync(join(folder, file), 'utf8'))).toEqual([]);
  },
);

/** Phrases of the main process that have one form in every language: names, and what programs read. */
const fixedPhrases = new Set([
  ...['KDE Plasma', 'Windows WASAPI', 'Windows DirectSound', 'Ole Private Data'],
  ...[
    'CaptionKey captions',
    'CaptionKey dictation',
    'CaptionKey doctor',
    'Not found',
    'nop captionkey',
  ],
]);

const phrase = /^\p{L}+(?:,? \p{L}+)+$/u;

/** Each phrase of a module that is not the message of an Error, which no person reads. */
function phrasesIn(source: string): string[] {
  const phrases: string[] = [];
  function visit(node: ts.Node): void {
    if (ts.isNewExpression(node) && node.expression.getText().endsWith('Error')) return;
    if (ts.isStringLiteralLike(node) && phrase.test(node.text)) phrases.push(node.text);
    ts.forEachChild(node, visit);
  }
  visit(ts.createSourceFile('module.ts', source, ts.ScriptTarget.Latest, true));
  return phrases.filter((text) => !fixedPhrases.has(text));
}

test('phrases of a module are found, except the messages of errors', () => {
  const source = `
    const app = name || 'the other program';
    const keys = isMac ? '⌘, ⌃ or ⌥' : 'Ctrl, Alt or Super';
    const flags = 'npm start -- --demo', id = 'captions';
    throw new TypeError('no such window');`;
  expect(phrasesIn(source)).toEqual(['the other program', 'Ctrl, Alt or Super']);
});

test('the main process takes every phrase from the messages', () => {
  const modules = [...readProduct('electron/main/**/*.ts')].filter(
    // Its phrases are SQL.
    ([path]) => !path.startsWith('electron/main/storage/database/'),
  );
  const found = modules.flatMap(([path, source]) =>
    phrasesIn(source).map((text) => `${path}: ${text}`),
  );
  expect(found).toEqual([]);
});
