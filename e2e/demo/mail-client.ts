import { isIP } from 'node:net';
import { logInByImap } from './imap-login.ts';
import { connectLines } from './line-connection.ts';
import type { LoginAnswer, LoginRequest } from './mail-login.ts';
import { logInByPop3 } from './pop3-login.ts';
import { loopback } from './ports.ts';

/**
 * Logs in as a mail program does, and out again. Libraries for IMAP and POP3 hide the server's exact words, and cannot
 * say from which address they come.
 *
 * @throws NoAnswer where no server answers
 */
export async function logIn(request: LoginRequest): Promise<LoginAnswer> {
  const { protocol, port, from, ...login } = request;
  if (from !== undefined && (isIP(from) === 0 || from.includes('%'))) {
    throw new Error(`"${from}" is not an address.`);
  }
  const connection = await connectLines(loopback, port);
  try {
    const talk = protocol === 'imap' ? logInByImap : logInByPop3;
    return await talk(connection, { ...login, from });
  } finally {
    connection.close();
  }
}
