import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeProviderFile } from './provider-file.ts';
import { openProviderSearch, type ProviderSearch } from './provider-search.ts';

let folder: string;
let path: string;
let providers: ProviderSearch;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'email-firewall-providers-'));
  path = join(folder, 'providers.tsv');
  await writeProviderFile(path, [
    { asn: 3215, name: 'Orange S.A.', addresses: 2, country: 'FR' },
    { asn: 65001, name: 'Example', addresses: 1 },
  ]);
  providers = openProviderSearch(() => path);
});
afterEach(async () => {
  await providers.close();
  await rm(folder, { recursive: true });
});

const orange = { asn: 3215, name: 'Orange S.A.', provider: 'Orange' };

it('questions of both sorts, asked at once, each get their own answer', async () => {
  const [found, names, none, unknown] = await Promise.all([
    providers.search('example', 'FR'),
    providers.namesOf([3215]),
    providers.search('nobody', undefined),
    providers.namesOf([65999]),
  ]);
  expect(found.map(({ name }) => name)).toEqual(['Example']);
  expect(names).toEqual([orange]);
  expect([none, unknown]).toEqual([[], []]);
});

it('where the list of operators cannot be read every question fails, and the next one tries again', async () => {
  const good = path;
  path = join(folder, 'nowhere.tsv');
  const asked = [providers.search('orange', 'FR'), providers.namesOf([3215])];
  for (const { status } of await Promise.allSettled(asked)) expect(status).toBe('rejected');
  path = good;
  expect(await providers.namesOf([3215])).toEqual([orange]);
});

it('whoever closes it keeps nobody waiting', async () => {
  const asked = providers.namesOf([3215]);
  await providers.close();
  await expect(asked).rejects.toThrow('The search was stopped.');
});
