import * as x509 from '@peculiar/x509';
import type { Authority, KeptPair } from './authority';
import { keepPair, makeKeys, openPair, randomSerial, readPair, SIGNING } from './authority';
import type { MachineNames } from './machine-names';

const DAY_MS = 86_400_000;
/** Phones refuse server certificates that run longer than 398 days. */
const VALID_MS = 397 * DAY_MS;
const RENEW_BEFORE_MS = 30 * DAY_MS;

/**
 * The server's certificate, signed by the own authority. The kept one is used again while it names exactly the machine's
 * names and has more than 30 days to go; otherwise a new one is made, which devices accept without doing anything.
 */
export async function takeServerCertificate(
  authority: Authority,
  names: MachineNames,
  folder: string,
  now: number
): Promise<KeptPair & { renewed: boolean }> {
  const kept = readPair(folder, 'server');
  if (kept) {
    const pair = await openPair(kept, folder).catch(() => null);
    if (pair && (await isGood(pair, authority, names, now))) return { ...pair, renewed: false };
  }
  return { ...(await makeServerCertificate(authority, names, folder, now)), renewed: true };
}

async function isGood(pair: KeptPair, authority: Authority, names: MachineNames, now: number): Promise<boolean> {
  const { certificate } = pair;
  if (certificate.notAfter.getTime() - now < RENEW_BEFORE_MS || certificate.notBefore.getTime() > now) return false;
  if (JSON.stringify(namesOf(certificate)) !== JSON.stringify(names)) return false;
  return certificate.verify({ publicKey: authority.certificate.publicKey, signatureOnly: true });
}

/** Names of a certificate, sorted as `machineNames` gives them. */
export function namesOf(certificate: x509.X509Certificate): MachineNames {
  const names = certificate.getExtension(x509.SubjectAlternativeNameExtension)?.names.items ?? [];
  const of = (type: string) =>
    names
      .filter((each) => each.type === type)
      .map(({ value }) => value)
      .sort();
  return { dns: of('dns'), ip: of('ip') };
}

async function makeServerCertificate(
  authority: Authority,
  names: MachineNames,
  folder: string,
  now: number
): Promise<KeptPair> {
  const keys = await makeKeys();
  const end = Math.min(now + VALID_MS, authority.certificate.notAfter.getTime());
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: randomSerial(),
    subject: 'CN=Greenlane server, O=Greenlane',
    issuer: authority.certificate.subject,
    notBefore: new Date(now - DAY_MS),
    notAfter: new Date(end),
    signingAlgorithm: SIGNING,
    publicKey: keys.publicKey,
    signingKey: authority.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        ...names.dns.map((value) => ({ type: 'dns' as const, value })),
        ...names.ip.map((value) => ({ type: 'ip' as const, value }))
      ]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(authority.certificate.publicKey)
    ]
  });
  return keepPair(folder, 'server', certificate, keys.privateKey);
}
