import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** Stands between a browser and a server of this machine, as a proxy does; it can be ended and started again. */
export interface TcpProxy {
  url: string;
  /** Every connection breaks and none can be made. */
  down(): Promise<void>;
  /** On the same port again. */
  up(): Promise<void>;
}

export async function startTcpProxy(target: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let server: Server;
  const listen = async (at: number) => {
    server = createServer((near) => {
      const far = connect(Number(port), hostname);
      for (const [one, other] of [
        [near, far],
        [far, near]
      ]) {
        open.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => open.delete(one) && other.destroy());
        one.pipe(other);
      }
    });
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as { port: number }).port;
  };
  const own = await listen(0);
  return {
    url: `http://127.0.0.1:${own}`,
    async down() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
    async up() {
      await listen(own);
    }
  };
}
