import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DataSource, staleAfterDays } from '@email-firewall/contract';
import { openNetworkData, readUpdateFaults } from '../network/index.ts';
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

/**
 * Looks at the files of network data, and at what the last update said.
 *
 * @returns `faults`: a line for each file that cannot be used and each source that failed; `warnings`: one for old data
 * @throws where what is installed with the service is missing
 */
export async function examineData({
  networkData,
}: Pick<Settings, 'networkData'>): Promise<{ faults: string[]; warnings: string[] }> {
  const data = await openNetworkData({ ...networkData, log: () => undefined, now: () => new Date() });
  data.close();
  const failed = networkData?.folder === undefined ? [] : await readUpdateFaults(networkData.folder);
  return {
    faults: [
      ...data.faults().map(({ path, fault }) => `${path}: ${fault}`),
      ...failed.map(({ id, fault }) => `The source "${id}" of network data could not be updated: ${fault}`),
    ],
    warnings: data.sources().filter(isOld).map(oldSentence),
  };
}

/** Whether data in use are so old that an administrator should be told. */
export function isOld({ isInUse, isStale }: DataSource): boolean {
  return isInUse && isStale;
}

/** Tells the administrator what to do about it. */
export function oldSentence({ name, date }: DataSource): string {
  return `The network data "${name}" are of ${date.slice(0, 10)}, more than ${staleAfterDays} days old. Run: email-firewall update-data`;
}
