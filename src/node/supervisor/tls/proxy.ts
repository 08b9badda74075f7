import { Agent, request, type IncomingMessage, type ServerResponse } from 'node:http';

export interface ProxyTarget {
  host: string;
  port: number;
  /** Proves to the server that the client's address comes from the front. */
  token: string;
}

/** Hop by hop, or words about the client that only the front itself may say. */
const DROPPED =
  /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|forwarded|via|x[-_](forwarded|real[-_]ip|client[-_]ip|cluster[-_]client[-_]ip|original|greenlane).*|true[-_]client[-_]ip|cf[-_]connecting[-_]ip|fastly[-_]client[-_]ip)$/i;
const HOP_BY_HOP = /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade)$/i;

/**
 * Passes requests on to the server behind: bodies both ways as they come, so that the event stream is not held back and
 * a range stays a range. The client's address travels in X-Forwarded-For and, with the proof, in X-Greenlane-Client.
 */
export function createProxy({ host, port, token }: ProxyTarget) {
  const agent = new Agent({ keepAlive: true, timeout: 60_000 });

  return (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const client = (incoming.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
    const headers = kept(incoming.rawHeaders, DROPPED);
    if (incoming.headers['transfer-encoding']) headers.push('Transfer-Encoding', 'chunked');
    headers.push('X-Forwarded-For', client, 'X-Forwarded-Proto', 'https');
    headers.push('X-Greenlane-Client', client, 'X-Greenlane-Front', token);

    const onward = request({ host, port, agent, method: incoming.method, path: incoming.url, headers, setHost: false });
    onward.once('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, kept(answer.rawHeaders, HOP_BY_HOP));
      outgoing.flushHeaders();
      answer.pipe(outgoing);
      answer.once('error', () => outgoing.destroy());
    });
    onward.once('error', () => {
      if (outgoing.headersSent) return outgoing.destroy();
      outgoing.writeHead(502, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', Connection: 'close' });
      outgoing.end(JSON.stringify({ status: 502, message: 'The server behind does not answer.', data: {} }));
    });
    // A screen that leaves must end its stream at the server too.
    outgoing.once('close', () => onward.destroy());
    incoming.pipe(onward);
  };
}

/** Raw header list without those whose name matches. */
function kept(raw: readonly string[], dropped: RegExp): string[] {
  const list: string[] = [];
  for (let i = 0; i < raw.length; i += 2) if (!dropped.test(raw[i])) list.push(raw[i], raw[i + 1]);
  return list;
}
