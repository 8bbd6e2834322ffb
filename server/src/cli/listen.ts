import { chmod, chown, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { connect } from 'node:net';

/**
 * Listens on a unix socket that only those may open whom `mode` lets in.
 *
 * @param group number of the group that the socket is given to, if not the process's own
 * @throws where another process answers on it already
 */
export async function listenOn(server: Server, path: string, mode: number, group?: number): Promise<void> {
  if (await isAnswered(path)) throw new Error(`${path} is served by another process already.`);
  await rm(path, { force: true });
  // Between bind and chmod the socket must not stand open to others.
  const umask = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, () => resolve(server.off('error', reject) && undefined));
    });
  } finally {
    process.umask(umask);
  }
  if (group !== undefined) await chown(path, process.getuid?.() ?? 0, group);
  await chmod(path, mode);
}

/** Stops a server and whatever connections stand idle. */
export async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

/** Whether somebody listens there; a socket file that a killed process has left behind does not count. */
function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(socket.destroy() && true));
    socket.once('error', () => resolve(false));
  });
}
