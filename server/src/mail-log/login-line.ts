import { formatAddress, type Protocol, parseAddress } from '@email-firewall/contract';
import { readLineTime } from './line-time.ts';

/**
 * What Dovecot's log says of a connection that tried to log in. `failed`: the last attempt was answered like a wrong
 * password. A refusal by the firewall is logged in the same words (measured on 2.3.19 and 2.4.1), so it is `failed` too.
 */
export type LoginLine = {
  /** As Dovecot logged it: as typed, or, once it knows the user, as it spells the user's name. */
  login: string;
  /** In its usual spelling. */
  address: string;
  protocol: Protocol;
  outcome: 'logged-in' | 'failed';
  /** When the line was written, in milliseconds since 1970; many forms of log know no more than the second. */
  time: number;
  /** When the connection's first attempt began, in milliseconds since 1970; where Dovecot does not say, `time`. */
  firstAttempt: number;
  /** Dovecot's name of the connection. */
  session?: string;
};

/** Dovecot cuts a login at 80 bytes; the rest of a line comes to a few hundred. */
const maxLine = 4096;

const protocolOf: Readonly<Record<string, Protocol>> = {
  imap: 'imap',
  pop3: 'pop3',
  submission: 'smtp',
  managesieve: 'sieve',
};

/** `vm dovecot[123]: imap-login: ` from syslog, `imap-login: Info: ` where Dovecot writes the file itself. */
const source = /^(?:\S+ dovecot(?:\[\d+\])?: )?(imap|pop3|submission|managesieve)-login: (?:Info: )?/;

/** 2.3 says "Login", 2.4 "Logged in". */
const success = /^(?:Login|Logged in)$/;

/** 2.2 and 2.3 end with the round bracket, 2.4 adds `(auth_failed)`; the reason before it may hold brackets of its own. */
const failure =
  /^(?:Disconnected|Aborted login|Login aborted|Remote closed connection|Client has quit the connection)(?:: .*)? \(auth failed, \d+ attempts?(?: in (\d+) secs)?\)(?: \(auth_failed\))?$/s;

const startOfUser = ': user=<';

/**
 * The end of the line. What a client types as its login cannot stand in for it: after the bracket that ends the login
 * Dovecot writes none but those around the session, and this allows no other. So there is one way to read a line, and
 * in a login like `a>, rip=192.0.2.1, lip=…` the client's own words stay part of the login.
 */
const fields =
  /^(.*)>(?:, method=[\w-]+)?, rip=([\da-fA-F:.]+), lip=[\da-fA-F:.]+(?:, mpid=\d+)?(?:, (?:secured|TLS)[^<>]*)?(?:, session=<([\w+/=-]+)>)?$/s;

/**
 * Reads a line of Dovecot's log, of versions 2.2 to 2.4.
 *
 * Nothing is proved by it: on a server with shell accounts anyone may write into syslog. Fit to be shown, never to decide.
 *
 * @param now when it is read, in milliseconds since 1970; lines of many logs have no year
 * @returns undefined where the line tells neither of a login nor of a failed one, or does not name it in full
 */
export function parseLoginLine(line: string, now: number): LoginLine | undefined {
  // Most lines of a mail log are others': they are told without looking at their time.
  if (line.length > maxLine || !line.includes('-login: ')) return undefined;
  const head = readLineTime(line, now);
  const from = head && source.exec(head.rest);
  const protocol = from?.[1] === undefined ? undefined : protocolOf[from[1]];
  if (!head || !from || !protocol) return undefined;

  const message = head.rest.slice(from[0].length);
  const end = message.indexOf(startOfUser);
  if (end < 0) return undefined;
  const what = message.slice(0, end);
  const failed = failure.exec(what);
  if (!failed && !success.test(what)) return undefined;

  const [, login = '', rip = '', session] = fields.exec(message.slice(end + startOfUser.length)) ?? [];
  const address = parseAddress(rip);
  if (!address || !isWhole(login)) return undefined;
  return {
    login,
    address: formatAddress(address),
    protocol,
    outcome: failed ? 'failed' : 'logged-in',
    time: head.time,
    firstAttempt: head.time - Number(failed?.[1] ?? 0) * 1000,
    ...(session === undefined ? {} : { session }),
  };
}

/** A long login is cut and ends in three dots: what is left of it could be the name of somebody else's mailbox. */
function isWhole(login: string): boolean {
  return login !== '' && !login.endsWith('...');
}
