import { json } from 'node:stream/consumers';
import * as v from 'valibot';
import { XConnection } from '../../../electron/main/insertion/x-server/connection.ts';
import { OwnedSelection } from '../../../electron/main/insertion/x-server/owned-selection.ts';
import type { Value } from '../../../electron/main/insertion/x-server/content.ts';

/* A program of X that copies: reads the content from standard input, in base 64 by MIME type. */
const base64ByType = v.parse(v.record(v.string(), v.string()), await json(process.stdin));
const connection = await XConnection.open(process.env.DISPLAY ?? '');
const content = new Map<number, Value>();
for (const [name, base64] of Object.entries(base64ByType)) {
  const type = await connection.ask<number>((cb) => connection.X.InternAtom(false, name, cb));
  content.set(type, { type, format: 8, data: Buffer.from(base64, 'base64') });
}
const selection = new OwnedSelection(connection, connection.atom('CLIPBOARD'), {
  asked: () => undefined,
  hasRead: () => process.send?.('read'),
  lost: () => connection.close(),
});
if (!(await selection.take(content))) throw new Error('The clipboard went to another program.');
console.log('copied');
