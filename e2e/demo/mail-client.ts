import { isIP } from 'node:net';
import { logInByImap } from './imap-login.ts';
import { connectLines } from './line-connection.ts';
import { logInByPop3 } from './pop3-login.ts';
import { loopback } from './ports.ts';
import type { Mechanism } from './sasl.ts';

export const mailProtocols = ['imap', 'pop3'] as const;
export type MailProtocol = (typeof mailProtocols)[number];

export type LoginRequest = {
  protocol: MailProtocol;
  port: number;
  /** As a person would type it into a mail program; spellings of a mailbox included. */
  mailbox: string;
  password: string;
  /** The address to log in from; left out, the login comes from this machine. */
  from?: string | undefined;
  /** Left out: LOGIN in IMAP, USER and PASS in POP3. */
  mechanism?: Mechanism | undefined;
};

export type LoginAnswer = {
  outcome: 'let-in' | 'refused' | 'temporary-failure';
  /** The server's line, as it was sent, without an IMAP command's tag. */
  answer: string;
};

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
