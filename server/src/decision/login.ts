import type { AccountDirectory } from '../storage/index.ts';

/** What cPanel's published code splits a login at: `@`, else the first of these that occurs. */
const otherSeparators = ['%', ':', '+'];

const mainAccount = '_mainaccount';

/**
 * The mailboxes that a login may open. Dovecot and cPanel accept many spellings, and which mailbox one of them opens is
 * for them to say: so every mailbox that it may mean is named, and a login has to pass the rules of them all. A
 * mailbox that bears exactly the name that was typed is meant alone.
 *
 * @param login as the client typed it, or as Dovecot passed it on
 * @param directory tells which mailboxes there are
 */
export function mailboxesFor(login: string, directory: AccountDirectory): string[] {
  const typed = login.normalize('NFKC').trim().toLowerCase();
  if (directory.ownerOf(typed)) return [typed];
  // "alice@x*master" and "alice@x/…": what follows names who logs in, not the mailbox that is opened.
  const name = typed.replace(/\*.*$/s, '');
  const spellings = splits(name).flatMap(([local, domain]) => meanings(local, domain, directory));
  return [...new Set([name, typed, ...spellings])];
}

/** Every way to read a name as local part and domain. */
function splits(name: string): [string, string][] {
  const separator = name.includes('@') ? '@' : otherSeparators.find((candidate) => name.includes(candidate));
  if (separator === undefined) return [];
  return [...name].flatMap((character, at, all): [string, string][] =>
    character === separator ? [[all.slice(0, at).join(''), all.slice(at + 1).join('')]] : [],
  );
}

function meanings(local: string, domainTyped: string, directory: AccountDirectory): string[] {
  const domain = domainTyped.trim().replace(/\.+$/, '');
  const owner = directory.ownerOfDomain(domain);
  const locals = [local.trim(), local.trim().replace(/\+.*$/s, '')];
  return locals.flatMap((part) => {
    const mailbox = `${part}@${domain}`;
    if (directory.ownerOf(mailbox)) return [mailbox];
    const isDefault = owner !== undefined && (part === mainAccount || part === owner.account);
    return isDefault ? [mailbox, owner.account] : [mailbox];
  });
}
