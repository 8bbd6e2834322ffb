import { readFile } from 'node:fs/promises';
import { replaceFile } from '../../files/durable-files.ts';
import type { OperatorEntry } from '../catalogue/index.ts';

const mode = 0o644;

/** Writes the operators, a line for each: AS number, IPv4 addresses, country, name; tabs between. */
export async function writeProviderFile(path: string, entries: readonly OperatorEntry[]): Promise<void> {
  const lines = entries.map(({ asn, addresses, country = '', name }) =>
    [asn, addresses, country, name.replaceAll(/\s+/g, ' ')].join('\t'),
  );
  await replaceFile(path, `${lines.join('\n')}\n`, mode);
}

/** @throws where the file cannot be read */
export async function readProviderFile(path: string): Promise<OperatorEntry[]> {
  const text = await readFile(path, 'utf8');
  return text.split('\n').flatMap((line) => {
    const [asn, addresses, country, name] = line.split('\t');
    if (name === undefined) return [];
    return [{ asn: Number(asn), addresses: Number(addresses), name, ...(country && { country }) }];
  });
}
