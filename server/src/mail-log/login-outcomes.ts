import type { Protocol } from '@email-firewall/contract';
import { mailboxesFor } from '../decision/index.ts';
import type { AccountDirectory } from '../storage/index.ts';
import type { LoginLine } from './login-line.ts';
import type { Refusals } from './refusals.ts';

/** What became of a login that the firewall let pass. */
export type LoginOutcome = {
  mailbox: string;
  /** The cPanel user whose mailbox it is. */
  account: string;
  /** In its usual spelling. */
  address: string;
  protocol: Protocol;
  outcome: 'logged-in' | 'wrong-password';
  /** When Dovecot logged it, in milliseconds since 1970: of a wrong password, at the end of the connection. */
  time: number;
  /** When the connection's first attempt began, in milliseconds since 1970. */
  firstAttempt: number;
  session?: string;
};

type Options = {
  accounts: AccountDirectory;
  refusals: Refusals;
  report: (outcome: LoginOutcome) => void;
};

/** Logs know whole seconds, cut off; and Dovecot reads its clock before it asks, in milliseconds. */
const imprecision = 2000;

/**
 * Takes lines of the mail log, and reports those that tell what became of a login to a mailbox of an account.
 *
 * A failed login is a wrong password unless the firewall refused that mailbox to that address while the connection
 * lasted, or may have before anything was remembered. Dovecot writes one line for a connection however often it tried,
 * and names the last login alone: so earlier wrong passwords of a connection are not told, be it for another mailbox
 * or before the right one.
 */
export function reportLogins({ accounts, refusals, report }: Options): (line: LoginLine) => void {
  return ({ login, outcome, ...line }) => {
    const names = mailboxesFor(login, accounts);
    const [owned, another] = names.flatMap((mailbox) => {
      const owner = accounts.ownerOf(mailbox);
      return owner ? [{ mailbox, account: owner.account }] : [];
    });
    // Which of two it opens is for Dovecot to say, and the log does not.
    if (!owned || another) return;
    if (outcome === 'failed' && names.some((mailbox) => mayBeRefused(mailbox, line))) return;
    report({ ...owned, ...line, outcome: outcome === 'failed' ? 'wrong-password' : outcome });
  };

  function mayBeRefused(
    mailbox: string,
    { address, protocol, firstAttempt, time }: Omit<LoginLine, 'login' | 'outcome'>,
  ): boolean {
    const attempt = { mailbox, address, protocol };
    return refusals.wasRefused(attempt, firstAttempt - imprecision, time + imprecision) !== false;
  }
}
