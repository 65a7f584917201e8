import type { Net } from 'electron';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { answerOwn } from './protocol.ts';
import { strictly } from './strict.ts';

const contentTypes: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

const fetchFile = async (url: string): Promise<Response> => {
  const file = fileURLToPath(url);
  const isFile = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
  // As in Electron, the request for a missing file fails; it gets no HTTP status.
  if (!isFile) throw new Error('net::ERR_FILE_NOT_FOUND');
  const type = contentTypes[extname(file)] ?? 'application/octet-stream';
  const body = Readable.toWeb(createReadStream(file)) as ReadableStream;
  return new Response(body, { headers: { 'content-type': type } });
};

export const net = strictly<Net>('net', {
  fetch: async (input, init) => {
    const url = typeof input === 'string' ? input : input.url;
    if (url.startsWith('file:')) return fetchFile(url);
    return (await answerOwn(url, init)) ?? fetch(input, init);
  },
});
