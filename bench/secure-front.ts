import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createServer, type TLSSocket } from 'node:tls';
import { generate } from 'selfsigned';
import { portOf } from '../tools/port-of.ts';

/** A TLS proxy in front of the service for all clients, because the official SDK only speaks `wss:`. */
export interface SecureFront {
  /** The environment that a client needs to find and trust it. */
  env: { NODE_EXTRA_CA_CERTS: string; BENCH_URL: string; BENCH_KEY: string };
  /** Cuts all connections. New ones work. */
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
  const port = portOf(server);
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
