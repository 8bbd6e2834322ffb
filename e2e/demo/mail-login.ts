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
