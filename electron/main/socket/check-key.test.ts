import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startService, validKey, type Service } from '../../../test/support/service.ts';
import { checkKey } from './check-key.ts';
import { patient } from '../../../test/support/patient.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const check = (key: string) => checkKey(service.env.CAPTIONKEY_STREAMING_URL, key);

test('a key that is accepted costs one session without sound, ended at once', async () => {
  expect(await check(validKey)).toEqual({ ok: true, value: null });
  await vi.waitFor(() => expect(service.commands).toEqual(['Terminate']), patient);
  expect(service.sessions).toHaveLength(1);
  expect(service.sound()).toHaveLength(0);
});

test('a key that is refused is a sentence that does not repeat it', async () => {
  const result = await check('wrong-key-0815');
  expect(result).toEqual({
    ok: false,
    problem: {
      code: 'wrong-key',
      sentence: 'AssemblyAI did not accept the API key. Open CaptionKey and paste a valid key.',
    },
  });
});

test('a key that is refused on the upgrade is the same sentence', async () => {
  const http = createServer().on('upgrade', (_request, socket) => {
    socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const result = await checkKey(`ws://127.0.0.1:${port}`, validKey);
  expect(result).toMatchObject({ ok: false, problem: { code: 'wrong-key' } });
  http.close();
});

test('a host that cannot be reached is named, without the path', async () => {
  expect(await checkKey('ws://127.0.0.1:9', validKey)).toEqual({
    ok: false,
    problem: {
      code: 'unreachable',
      sentence:
        'Cannot reach 127.0.0.1:9 (ECONNREFUSED). Check the internet connection, then start again.',
    },
  });
});
