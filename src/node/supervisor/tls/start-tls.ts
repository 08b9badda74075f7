import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { join } from 'node:path';
import { say } from '../say';
import { takeAuthority } from './authority';
import { answerGuide } from './guide';
import { machineNames } from './machine-names';
import { createProxy } from './proxy';
import { takeServerCertificate } from './server-certificate';

export interface TlsFrontOptions {
  host: string;
  /** Of the plain page that tells how to trust the authority. */
  guidePort: number;
  tlsPort: number;
  /** More names for the certificate than the machine knows of itself. */
  addedNames: readonly string[];
  dataDir: string;
  target: { host: string; port: number };
  token: string;
}
export interface TlsFront {
  fingerprint: string;
  authorityFile: string;
  stop(): Promise<void>;
}

/** Names of interfaces change with a new lease; a certificate nears its end while the server runs for a year. */
const CHECK_MS = 15 * 60_000;
/** The server behind ends a silent event stream after five minutes; what is silent for longer is gone. */
const SILENT_MS = 6 * 60_000;

/** Certificates, the HTTPS front, and the plain page beside it. */
export async function startTls(options: TlsFrontOptions): Promise<TlsFront> {
  const { host, guidePort, tlsPort, addedNames, target, token } = options;
  const folder = join(options.dataDir, 'tls');
  const authority = await takeAuthority(folder, Date.now());
  const current = () => takeServerCertificate(authority, machineNames(host, addedNames), folder, Date.now());
  let certificate = await current();

  const secure = createSecureServer(
    { key: certificate.privateKeyPem, cert: certificate.certificatePem, minVersion: 'TLSv1.2', requestTimeout: 0 },
    createProxy({ ...target, token })
  );
  secure.timeout = SILENT_MS;
  const guide = createServer((request, response) =>
    answerGuide(request, response, { authority, tlsPort, names: machineNames(host, addedNames) })
  );
  await listen(secure, tlsPort, host);
  await listen(guide, guidePort, host);

  const timer = setInterval(() => {
    current()
      .then((next) => {
        if (next.renewed) {
          certificate = next;
          secure.setSecureContext({ key: certificate.privateKeyPem, cert: certificate.certificatePem });
          say('the server certificate was renewed (names or date); devices need nothing.');
        }
      })
      .catch((error: Error) => say(`the server certificate could not be renewed: ${error.message}`));
  }, CHECK_MS);
  timer.unref();

  return {
    fingerprint: authority.fingerprint,
    authorityFile: join(folder, 'ca.pem'),
    async stop() {
      clearInterval(timer);
      await Promise.all([close(secure), close(guide)]);
    }
  };
}

function listen(server: Pick<Server, 'once' | 'listen' | 'off'>, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Pick<Server, 'close' | 'closeAllConnections'>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
