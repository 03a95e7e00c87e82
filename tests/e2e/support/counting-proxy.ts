import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that lets nothing through, answers in its own name and remembers whoever came. */
export interface CountingProxy {
  /** Chromium's switches that send every connection here, also those to this very machine. */
  readonly switches: readonly string[];
  /** What was asked for, such as `GET http://example.com/` or `CONNECT example.com:443`. */
  readonly asked: readonly string[];
  /** Connections so far, also those on which nothing was asked. */
  readonly connections: () => number;
  close(): Promise<void>;
}

export async function startCountingProxy(): Promise<CountingProxy> {
  const asked: string[] = [];
  let connections = 0;
  const server: Server = createServer(({ method, url }, response) => {
    asked.push(`${method} ${url}`);
    response.end('counted');
  });
  server.on('connection', () => (connections += 1));
  server.on('connect', ({ url }, socket) => {
    asked.push(`CONNECT ${url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume));
  const { port } = server.address() as AddressInfo;
  return {
    switches: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
    asked,
    connections: () => connections,
    close: () =>
      new Promise((resume) => {
        server.closeAllConnections();
        server.close(() => resume());
      }),
  };
}
