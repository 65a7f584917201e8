import { createServer as createPlainServer } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generate } from 'selfsigned';
import { afterEach, expect, test, vi } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import { describeFailure } from '#core/assemblyai/failure.ts';
import { patient } from '../../../test/support/patient.ts';
import { afterwards, cleanUp, connect, listen, texts } from './dial.fixture.ts';

/* Real servers with wrong certificates and versions of TLS, and the problems that they become. */

afterEach(cleanUp);

const dayMs = 86_400_000;

/** A certificate that this machine trusts from now on. */
async function trusted(host: string, { daysAgo = 0 } = {}): Promise<ServerOptions> {
  const notBeforeDate = new Date(Date.now() - daysAgo * dayMs);
  const { private: key, cert } = await generate([{ name: 'commonName', value: host }], {
    notBeforeDate,
    notAfterDate: new Date(notBeforeDate.getTime() + dayMs),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] }],
  });
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, cert]);
  afterwards(() => setDefaultCACertificates(before));
  return { key, cert };
}

async function untrusted(): Promise<ServerOptions> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  return { key, cert };
}

test.each<[string, () => Promise<ServerOptions> | null, RegExp, string]>([
  ['signed by itself', untrusted, /^DEPTH_ZERO_SELF_SIGNED_CERT$/, 'untrusted'],
  [
    'out of date',
    () => trusted('localhost', { daysAgo: 9 }),
    /^CERT_HAS_EXPIRED$/,
    'certificate-outdated',
  ],
  [
    'of another host',
    () => trusted('hotel.example'),
    /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    'untrusted',
  ],
  [
    'only good for a version of TLS that is too old',
    async () => ({
      ...(await trusted('localhost')),
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    }),
    /^TLS_ALERT$/,
    'no-encryption',
  ],
  [
    'missing: the answer is in clear text',
    () => null,
    /^(?:EPROTO|ERR_SSL_)/,
    'answered-otherwise',
  ],
])('a certificate that is %s', async (_what, certificate, reason, code) => {
  const options = await certificate();
  const port = await listen(options === null ? createPlainServer() : createServer(options));
  const { events } = connect(`wss://localhost:${port}`);
  await vi.waitFor(() => expect(events).toHaveLength(1), patient);
  const [failure] = texts(events);
  expect(failure).toEqual({
    cause: 'unreachable',
    reason: expect.stringMatching(reason) as string,
  });
  if (typeof failure === 'string' || failure === undefined) return;
  const described = describeFailure(failure, { host: 'x', model: 'u3-rt-pro' });
  expect([described.code, sentenceOf(described)]).toEqual([
    code,
    expect.stringMatching(/^[^.]+\. [^.]+\.$/) as string,
  ]);
});
