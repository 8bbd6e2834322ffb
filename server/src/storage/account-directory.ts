import { type Account, accountsFileSchema, parse } from '@email-firewall/contract';
import type { Log } from '../log.ts';
import { watchFile } from './watched-file.ts';

/** Knows which cPanel user owns which domains and mailboxes. */
export type AccountDirectory = {
  /** The account of that name. */
  account(name: string): Account | undefined;
  /** The account that has this mailbox. */
  ownerOf(mailbox: string): Account | undefined;
  /** The account whose domain this is. */
  ownerOfDomain(domain: string): Account | undefined;
  /** Every canonical name that opens a mailbox; more than one for a default mailbox. */
  namesOf(mailbox: string): string[];
  /** Changes whenever the accounts do. */
  version(): object;
};

/** What cPanel writes before the `@` for the account's default mailbox. */
const mainAccount = '_mainaccount';

type Index = {
  byName: Map<string, Account>;
  byMailbox: Map<string, Account>;
  byDomain: Map<string, Account>;
};

const nobody: Index = { byName: new Map(), byMailbox: new Map(), byDomain: new Map() };

/**
 * Opens the accounts file and follows its changes. While it is missing or cannot be read for the first time, nobody
 * owns anything: the page shows no mailbox, and logins are decided all the same.
 */
export function openAccountDirectory(path: string, log: Log, clock: () => number): AccountDirectory {
  const file = watchFile<Index>({
    path,
    clock,
    parse: readAccounts,
    onFault: (fault) =>
      log('error', 'The accounts file cannot be used.', { file: path, fault: fault.message }),
  });
  function index(): Index {
    const state = file.get();
    return state.kind === 'good' ? state.value : nobody;
  }
  return {
    account: (name) => index().byName.get(name),
    ownerOf: (mailbox) => index().byMailbox.get(mailbox),
    ownerOfDomain: (domain) => index().byDomain.get(domain),
    namesOf: (mailbox) => [mailbox, ...aliasesOf(mailbox, index().byName.get(mailbox))],
    version: index,
  };
}

/**
 * A default mailbox is named like its user; cPanel's webmail and mail programs in the field also write
 * `user@domain` and `_mainaccount@domain`, for any domain of the account.
 */
function aliasesOf(mailbox: string, account: Account | undefined): string[] {
  if (!account) return [];
  const names = account.domains.flatMap((domain) => [`${mailbox}@${domain}`, `${mainAccount}@${domain}`]);
  return names.filter((name) => !account.mailboxes.includes(name));
}

function readAccounts(text: string): Index {
  const result = parse(accountsFileSchema, JSON.parse(text));
  if (!result.ok) throw new Error(result.faults.map(({ path, message }) => `${path}: ${message}`).join(' '));
  const { accounts } = result.value;
  return {
    byName: new Map(accounts.map((account) => [account.account, account])),
    byMailbox: new Map(accounts.flatMap((account) => account.mailboxes.map((mailbox) => [mailbox, account]))),
    byDomain: new Map(accounts.flatMap((account) => account.domains.map((domain) => [domain, account]))),
  };
}
