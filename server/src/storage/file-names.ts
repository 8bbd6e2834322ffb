const suffix = '.json';

/** The name of a mailbox's marker: the mailbox, with every character that has a meaning to a file system escaped. */
export function markerNameOf(mailbox: string): string {
  return mailbox.replace(/[^a-z0-9@._-]|^\./g, (character) =>
    encodeURIComponent(character).replace('.', '%2E'),
  );
}

/** The name of a mailbox's policy file. */
export function policyFileNameOf(mailbox: string): string {
  return `${markerNameOf(mailbox)}${suffix}`;
}

/** The mailbox whose policy file has this name, or undefined for any other file. */
export function mailboxOfFileName(name: string): string | undefined {
  if (!name.endsWith(suffix)) return undefined;
  const mailbox = decodeName(name.slice(0, -suffix.length));
  return mailbox !== undefined && policyFileNameOf(mailbox) === name ? mailbox : undefined;
}

function decodeName(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
