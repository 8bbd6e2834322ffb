import { createServer, type RequestListener } from 'node:http';
import { loopback, portFailure } from './ports.ts';

/** A web server of this machine's own. */
export type WebServer = { port: number; stop(): Promise<void> };

/**
 * Starts a web server.
 *
 * @param port 0 takes a free one
 * @param createListener is told the port, by which the server is to be called
 */
export async function listen(
  port: number,
  createListener: (port: number) => RequestListener,
): Promise<WebServer> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portFailure(port, '--port', error)));
    server.listen(port, loopback, resolve);
  });
  const address = server.address();
  const actualPort = typeof address === 'object' && address !== null ? address.port : port;
  server.on('request', createListener(actualPort));
  return {
    port: actualPort,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
