import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../../cli/cli-error';

x509.cryptoProvider.set(webcrypto as unknown as Crypto);

const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
export const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;
const DAY_MS = 86_400_000;
const YEARS_10_MS = 3653 * DAY_MS;

export interface KeptPair {
  certificate: x509.X509Certificate;
  privateKey: CryptoKey;
  certificatePem: string;
  privateKeyPem: string;
}

export interface Authority extends KeptPair {
  /** SHA-256 of the certificate, colon-separated upper-case pairs: what people compare before they trust it. */
  fingerprint: string;
  /** The certificate in DER, as phones take it. */
  der: Buffer;
}

/**
 * This installation's own certificate authority: made at the first start with TLS, kept in the data folder with the key
 * readable by the owner alone. It is never replaced while it is valid, since every phone trusts this very one.
 */
export async function takeAuthority(folder: string, now: number): Promise<Authority> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const kept = readPair(folder, 'ca');
  const pair = kept ? await openPair(kept, folder) : await makeAuthority(folder, now);
  if (pair.certificate.notAfter.getTime() <= now) {
    throw new CliError(
      `The certificate authority in ${folder} ended on ${pair.certificate.notAfter.toISOString().slice(0, 10)}. ` +
        'Delete ca.pem and ca.key there, start again, and install the new one on every device.'
    );
  }
  const { fingerprint256, raw } = new X509Certificate(pair.certificatePem);
  return { ...pair, fingerprint: fingerprint256, der: raw };
}

async function makeAuthority(folder: string, now: number): Promise<KeptPair> {
  const keys = await makeKeys();
  const name = `CN=Greenlane ${randomBytes(3).toString('hex')}, O=Greenlane`;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: randomSerial(),
    name,
    notBefore: new Date(now - DAY_MS),
    notAfter: new Date(now + YEARS_10_MS),
    signingAlgorithm: SIGNING,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey)
    ]
  });
  return keepPair(folder, 'ca', certificate, keys.privateKey);
}

export function makeKeys(): Promise<CryptoKeyPair> {
  return webcrypto.subtle.generateKey(KEY, true, ['sign', 'verify']) as Promise<CryptoKeyPair>;
}

/** 16 random bytes, positive as X.509 wants it. */
export function randomSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0] & 0x7f) | 0x40;
  return bytes.toString('hex');
}

/** Writes key and certificate, the key first and each whole or not at all. */
export async function keepPair(
  folder: string,
  name: string,
  certificate: x509.X509Certificate,
  privateKey: CryptoKey
): Promise<KeptPair> {
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', privateKey as webcrypto.CryptoKey);
  const privateKeyPem = x509.PemConverter.encode(pkcs8, 'PRIVATE KEY');
  const certificatePem = certificate.toString('pem');
  for (const [file, text] of [
    [`${name}.key`, privateKeyPem],
    [`${name}.pem`, certificatePem]
  ]) {
    const path = join(folder, file);
    writeFileSync(`${path}.new`, `${text}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
  return { certificate, privateKey, certificatePem, privateKeyPem };
}

/** The kept pair as text; null unless both halves are there. */
export function readPair(folder: string, name: string): { certificatePem: string; privateKeyPem: string } | null {
  const [certificate, key] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)];
  if (!existsSync(certificate) || !existsSync(key)) return null;
  chmodSync(key, 0o600);
  return { certificatePem: readFileSync(certificate, 'utf8'), privateKeyPem: readFileSync(key, 'utf8') };
}

/** @throws CliError where the two halves cannot be read or do not belong together. */
export async function openPair(
  { certificatePem, privateKeyPem }: { certificatePem: string; privateKeyPem: string },
  folder: string
): Promise<KeptPair> {
  try {
    const certificate = new x509.X509Certificate(certificatePem);
    const privateKey = (await webcrypto.subtle.importKey(
      'pkcs8',
      x509.PemConverter.decodeFirst(privateKeyPem),
      KEY,
      true,
      ['sign']
    )) as CryptoKey;
    const probe = new Uint8Array(randomBytes(16));
    const signature = await webcrypto.subtle.sign(SIGNING, privateKey as webcrypto.CryptoKey, probe);
    const publicKey = await certificate.publicKey.export(KEY, ['verify'], webcrypto as unknown as Crypto);
    if (!(await webcrypto.subtle.verify(SIGNING, publicKey as webcrypto.CryptoKey, signature, probe))) {
      throw new Error('the key does not belong to the certificate');
    }
    return { certificate, privateKey, certificatePem, privateKeyPem };
  } catch (error) {
    throw new CliError(
      `The certificate or key in ${folder} cannot be used (${(error as Error).message}). ` +
        'Restore both from a backup, or delete the .pem and .key files there to make new ones.'
    );
  }
}
