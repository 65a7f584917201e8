import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generate } from 'selfsigned';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import { problem } from '#shared/problem.ts';
import { sessionUrl } from '#core/assemblyai/address.ts';
import { describeFailure, type Failure } from '#core/assemblyai/failure.ts';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { startConnectProxy, type ConnectProxy } from '../../../test/support/connect-proxy.ts';
import { recording } from '../../../test/support/recording.ts';
import { startDemoServer, type DemoServer } from '../../demo-server/server.ts';
import { dial, type SocketEvent } from './dial.ts';
import { proxyFor } from './proxy.ts';
import { patient } from '../../../test/support/patient.ts';

const key = 'a-key-for-tests';
const service = 'streaming.example';

/** The variables in both spellings. This machine may have set some. */
const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'WS_PROXY', 'WSS_PROXY', 'ALL_PROXY', 'NO_PROXY'];
beforeEach(() => {
  for (const name of [...names, ...names.map((upper) => upper.toLowerCase())])
    vi.stubEnv(name, undefined);
});

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp();
});

describe('the proxy for an address', () => {
  const hostFor = (url: string): string | null | undefined => {
    const proxy = proxyFor(url);
    return proxy.ok ? (proxy.value?.host ?? null) : undefined;
  };
  const url = `wss://${service}/v3/ws`;

  test('is null if the environment names none', () => {
    expect(hostFor(url)).toBeNull();
  });

  test.each([
    ['HTTPS_PROXY', 'http://proxy.example:8080', 'proxy.example:8080'],
    ['https_proxy', 'http://proxy.example:8080', 'proxy.example:8080'],
    ['ALL_PROXY', 'https://proxy.example', 'proxy.example'],
    ['HTTPS_PROXY', 'proxy.example:8080', 'proxy.example:8080'],
    ['HTTPS_PROXY', 'http://anna:p%40ss@proxy.example:8080', 'proxy.example:8080'],
    ['HTTP_PROXY', 'http://proxy.example:8080', null],
  ])('with %s=%s is %s', (name, value, host) => {
    vi.stubEnv(name, value);
    expect(hostFor(url)).toBe(host);
  });

  test('without a scheme does not speak TLS', () => {
    vi.stubEnv('HTTPS_PROXY', 'proxy.example:8080');
    const proxy = proxyFor(url);
    expect(proxy.ok && proxy.value?.agent.proxy.href).toBe('http://proxy.example:8080/');
  });

  test('is null for hosts in NO_PROXY', () => {
    vi.stubEnv('HTTPS_PROXY', 'http://proxy.example:8080');
    vi.stubEnv('NO_PROXY', 'other.example, .example');
    expect(hostFor(url)).toBeNull();
  });

  test.each(['ws://127.0.0.1:1', 'ws://localhost:1', 'ws://[::1]:1', 'wss://127.9.9.9'])(
    'is null for %s on this machine',
    (own) => {
      for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'])
        vi.stubEnv(name, 'http://proxy.example:8080');
      expect(hostFor(own)).toBeNull();
    },
  );

  test.each(['socks5://anna:secret@proxy.example', 'http://', '://'])(
    'that is %s is a sentence',
    (value) => {
      vi.stubEnv('ALL_PROXY', value);
      expect(proxyFor(url)).toEqual({
        ok: false,
        problem: problem('bad-proxy', {}),
      });
    },
  );

  test('has its password in no place that could be logged', () => {
    vi.stubEnv('HTTPS_PROXY', 'http://anna:secret@proxy.example:8080');
    const proxy = proxyFor(url);
    expect(proxy.ok && proxy.value?.agent.proxy.href).toBe('http://proxy.example:8080/');
  });
});

describe('through a proxy', () => {
  /** The service with its own certificate, and a proxy in front of it. */
  async function start(refusal?: number | null): Promise<[DemoServer, ConnectProxy, string]> {
    const certificate = await generate([{ name: 'commonName', value: service }], {
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: service }] }],
    });
    const tls = { key: certificate.private, cert: certificate.cert };
    const server = await startDemoServer({ key, recording, tls });
    cleanups.push(() => server.close());
    const proxy = await startConnectProxy(server.port, refusal);
    cleanups.push(() => proxy.close());
    return [server, proxy, certificate.cert];
  }

  const connect = () => {
    const events: SocketEvent[] = [];
    const url = sessionUrl(`wss://${service}`, plainParameters);
    const connection = dial(url, key, (event) => events.push(event));
    cleanups.push(() => connection.close());
    return { events, connection };
  };

  /** The failure of a connection. Its sentence must not contain a password. */
  async function failure(): Promise<Failure | undefined> {
    const { events } = connect();
    await vi.waitFor(() => expect(events).toHaveLength(1), patient);
    const [event] = events;
    const found = event?.type === 'disconnected' ? event.failure : undefined;
    const shown =
      found && sentenceOf(describeFailure(found, { host: service, model: 'u3-rt-pro' }));
    expect(JSON.stringify([found, shown])).not.toMatch(/secret|anna/);
    return found;
  }

  const trust = (certificate: string): void => {
    const before = getCACertificates('default');
    setDefaultCACertificates([...before, certificate]);
    cleanups.push(() => setDefaultCACertificates(before));
  };

  test('a session begins, encrypted end to end, with the proxy’s password', async () => {
    const [, proxy, certificate] = await start();
    trust(certificate);
    vi.stubEnv('HTTPS_PROXY', `http://anna:p%40ss%25@${proxy.host}`);
    const { events } = connect();
    await vi.waitFor(() => expect(events).toHaveLength(1), patient);
    expect(events).toEqual([{ type: 'text', text: expect.stringContaining('"Begin"') as string }]);
    const credentials = `Basic ${Buffer.from('anna:p@ss%').toString('base64')}`;
    expect(proxy.requests).toEqual([{ target: `${service}:443`, credentials }]);
  });

  test('the certificate is the service’s, or nothing is sent', async () => {
    const [, proxy] = await start();
    vi.stubEnv('HTTPS_PROXY', `http://${proxy.host}`);
    expect(await failure()).toEqual({
      cause: 'unreachable',
      reason: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
  });

  test.each([407, 502, 403, 204])('a refusal with %d names the proxy', async (httpStatus) => {
    const [, proxy] = await start(httpStatus);
    vi.stubEnv('HTTPS_PROXY', `http://anna:secret@${proxy.host}`);
    expect(await failure()).toEqual({ cause: 'proxy-refused', proxy: proxy.host, httpStatus });
  });

  test('a proxy that hangs up is unreachable', async () => {
    const [, proxy] = await start(null);
    vi.stubEnv('HTTPS_PROXY', `http://anna:secret@${proxy.host}`);
    expect(await failure()).toMatchObject({ cause: 'proxy-unreachable', proxy: proxy.host });
  });

  test('a missing proxy is named', async () => {
    vi.stubEnv('HTTPS_PROXY', 'http://anna:secret@127.0.0.1:9');
    expect(await failure()).toEqual({
      cause: 'proxy-unreachable',
      proxy: '127.0.0.1:9',
      reason: 'ECONNREFUSED',
    });
  });

  test('an unusable proxy is a sentence, and nothing is dialled', async () => {
    vi.stubEnv('ALL_PROXY', 'socks5://anna:secret@127.0.0.1:9');
    expect(await failure()).toMatchObject({
      cause: 'unavailable',
      problem: { code: 'bad-proxy' },
    });
  });

  test('nothing is reported after close, also while the proxy is asked', async () => {
    const [, proxy] = await start(502);
    vi.stubEnv('HTTPS_PROXY', `http://${proxy.host}`);
    const { events, connection } = connect();
    connection.close();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(events).toEqual([]);
  });
});
