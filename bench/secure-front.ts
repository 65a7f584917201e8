import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createServer, type TLSSocket } from 'node:tls';
import { generate } from 'selfsigned';
import * as v from 'valibot';

/** The official SDK speaks `wss:` only, so all clients reach their service through this. */
export interface SecureFront {
  /** What a client needs in its environment to trust and to find it. */
  env: { NODE_EXTRA_CA_CERTS: string; BENCH_URL: string; BENCH_KEY: string };
  /** Breaks off every connection; the next ones are well. */
  cut(): void;
  close(): Promise<void>;
}

/**
 * @param url the service's, with `ws:`
 * @param key that the service accepts
 * @param folder for the certificate
 */
export async function startSecureFront(
  url: string,
  key: string,
  folder: string,
): Promise<SecureFront> {
  const { private: privateKey, cert } = await generate([{ name: 'commonName', value: 'bench' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  const certificateFile = join(folder, 'certificate.pem');
  await writeFile(certificateFile, cert);
  const open = new Set<TLSSocket>();
  const server = createServer({ key: privateKey, cert }, (client) => {
    const service = connect({ host: '127.0.0.1', port: Number(new URL(url).port), noDelay: true });
    open.add(client.setNoDelay());
    client.on('close', () => {
      open.delete(client);
      service.destroy();
    });
    client.on('error', () => client.destroy());
    service.on('error', () => client.destroy());
    service.on('close', () => client.end());
    client.pipe(service).pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = v.parse(v.object({ port: v.number() }), server.address());
  const cut = (): void => {
    for (const client of open) client.destroy();
  };
  return {
    env: {
      NODE_EXTRA_CA_CERTS: certificateFile,
      BENCH_URL: `wss://127.0.0.1:${port}`,
      BENCH_KEY: key,
    },
    cut,
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
