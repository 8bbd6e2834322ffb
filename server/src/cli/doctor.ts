import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mailboxOfFileName, readPolicyFile } from '../storage/index.ts';
import type { Settings } from './settings.ts';

/**
 * Looks at every policy file.
 *
 * @returns a line for each file that cannot be used, which names it and says why
 */
export async function examinePolicies({ policies }: Pick<Settings, 'policies'>): Promise<string[]> {
  const findings: string[] = [];
  for (const name of (await readdir(policies)).toSorted()) {
    const path = join(policies, name);
    const mailbox = mailboxOfFileName(name);
    if (mailbox === undefined) {
      if (!name.startsWith('.')) findings.push(`${path}: not the name of a policy file`);
      continue;
    }
    try {
      readPolicyFile(await readFile(path, 'utf8'), mailbox);
    } catch (error) {
      findings.push(`${path}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return findings;
}
