import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PolicySettings } from '@email-firewall/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blockEveryone, rule, settings } from '../../test/support/policies.ts';
import { startTestService, type TestService } from '../../test/support/service.ts';

let service: TestService;
beforeEach(async () => {
  service = await startTestService();
});
afterEach(async () => {
  await service.close();
});

const alice = 'alice@demo.test';
const blockGermany = settings({ rules: [rule('block', { kind: 'country', countries: ['DE'] })] });

const fileOf = (mailbox: string) => join(service.folder, 'policies', `${mailbox}.json`);
const markers = async () => (await readdir(join(service.folder, 'markers'))).toSorted();
const save = (revision: number, policy: PolicySettings, mailbox = alice) =>
  service.policies.save(mailbox, revision, policy, 'demo');
const isRefused = (login = alice) =>
  service.decider.answer({ login, address: '88.198.0.7', service: 'imap' }).kind === 'refuse';

/** The service as it is after a restart: another process, the same disk. */
async function restarted(): Promise<TestService> {
  const next = await startTestService();
  await rm(join(next.folder, 'policies'), { recursive: true });
  await rename(join(service.folder, 'policies'), join(next.folder, 'policies'));
  await mkdir(join(service.folder, 'policies'));
  return next;
}

describe('a save', () => {
  it('counts the revision up and says when and for whom', async () => {
    expect(await save(0, blockGermany)).toEqual({
      kind: 'saved',
      policy: {
        mailbox: alice,
        ...blockGermany,
        revision: 1,
        updatedAt: '2026-11-24T12:00:00.000Z',
        updatedBy: 'demo',
      },
    });
    expect(await save(1, blockEveryone)).toMatchObject({ kind: 'saved', policy: { revision: 2 } });
  });

  it('counts at once', async () => {
    expect(isRefused()).toBe(false);
    await save(0, blockGermany);
    expect(isRefused()).toBe(true);
  });

  it('leaves one file that a person can read, and nothing half done', async () => {
    await save(0, blockGermany);
    expect(await readdir(join(service.folder, 'policies'))).toEqual([`${alice}.json`]);
    expect(await readFile(fileOf(alice), 'utf8')).toContain('"countries": [\n          "DE"\n        ]');
  });

  it('against an old revision is refused with the policy as it stands, and changes nothing', async () => {
    await save(0, blockGermany);
    const before = await readFile(fileOf(alice), 'utf8');
    expect(await save(0, blockEveryone)).toMatchObject({
      kind: 'stale',
      policy: { revision: 1, defaultAction: 'allow' },
    });
    expect(await readFile(fileOf(alice), 'utf8')).toBe(before);
  });

  it('wins alone where ten of the same revision come at once', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, () => save(0, blockGermany)));
    expect(results.map((result) => result.kind).toSorted()).toEqual(['saved', ...Array(9).fill('stale')]);
  });

  it('that the disk refuses changes nothing: neither the policy nor the marker', async () => {
    await rm(join(service.folder, 'policies'), { recursive: true });
    await expect(save(0, blockEveryone)).rejects.toThrow('ENOENT');
    expect(await markers()).toEqual([]);
    expect(isRefused()).toBe(false);
    await mkdir(join(service.folder, 'policies'));
    expect(await save(0, blockEveryone)).toMatchObject({ kind: 'saved' });
  });

  it('outlives the process', async () => {
    await save(0, blockGermany);
    const next = await restarted();
    expect(next.policies.find(alice)).toMatchObject({ kind: 'good', value: { policy: { revision: 1 } } });
    await next.close();
  });
});

describe('a marker', () => {
  it.each<[string, PolicySettings, boolean]>([
    ['a default action of block', blockEveryone, true],
    ['a rule that blocks', blockGermany, true],
    [
      'only rules that allow, and a default of allow',
      settings({ rules: [rule('allow', { kind: 'country', countries: ['DE'] })] }),
      false,
    ],
    [
      'a disabled rule that blocks',
      settings({ rules: [rule('block', { kind: 'country', countries: ['DE'] }, { enabled: false })] }),
      false,
    ],
    ['a watched mailbox', { ...blockEveryone, mode: 'monitor' }, false],
    ['a mailbox switched off', { ...blockEveryone, mode: 'off' }, false],
  ])('with %s: %#', async (_title, policy, isMarked) => {
    await save(0, policy);
    expect(await markers()).toEqual(isMarked ? [alice] : []);
  });

  it('goes when the mailbox refuses nobody any more', async () => {
    await save(0, blockEveryone);
    await save(1, settings());
    expect(await markers()).toEqual([]);
  });

  it('of a default mailbox stands under each of its names', async () => {
    await save(0, blockEveryone, 'demo');
    expect(await markers()).toEqual([
      '_mainaccount@demo.test',
      '_mainaccount@second.test',
      'demo',
      'demo@demo.test',
      'demo@second.test',
    ]);
  });

  it('that a crash left out or left behind is set right at the next start', async () => {
    await save(0, blockEveryone);
    const next = await restarted();
    await writeFile(join(next.folder, 'markers', 'bob@demo.test'), '');
    const again = await startTestService();
    await again.close();
    await next.policies.checkMarkers();
    expect(await readdir(join(next.folder, 'markers'))).toContain(alice);
    await next.close();
  });

  it('follows a hand edit within a second', async () => {
    await save(0, settings());
    const text = await readFile(fileOf(alice), 'utf8');
    await writeFile(fileOf(alice), text.replace('"defaultAction": "allow"', '"defaultAction": "block"'));
    await expect.poll(markers, { timeout: 1000 }).toEqual([alice]);
    await rm(fileOf(alice));
    await expect.poll(markers, { timeout: 1000 }).toEqual([]);
  });
});

describe('a hand edit', () => {
  it('counts within a second', async () => {
    await save(0, settings());
    expect(isRefused()).toBe(false);
    const text = await readFile(fileOf(alice), 'utf8');
    await writeFile(fileOf(alice), text.replace('"defaultAction": "allow"', '"defaultAction": "block"'));
    service.pass(1000);
    expect(isRefused()).toBe(true);
  });

  it('cannot be undone unseen by a page that was opened before it', async () => {
    await save(0, settings());
    const text = await readFile(fileOf(alice), 'utf8');
    await writeFile(fileOf(alice), text.replace('"defaultAction": "allow"', '"defaultAction": "block"'));
    service.pass(1000);
    expect(await save(1, settings())).toMatchObject({
      kind: 'stale',
      policy: { revision: 2, defaultAction: 'block' },
    });
  });

  it('that removes the file removes the policy', async () => {
    await save(0, blockEveryone);
    await rm(fileOf(alice));
    service.pass(1000);
    expect(isRefused()).toBe(false);
  });

  it.each<[string, string, string?]>([
    ['no JSON', '{ "mailbox": '],
    ['empty', ''],
    ['a wrong word', '"defaultAction": "block"', '"defaultAction": "deny"'],
    ['another mailbox', alice, 'bob@demo.test'],
  ])(
    'that makes no sense (%s) leaves the last good policy in force',
    async (_title, search, replacement?) => {
      await save(0, blockEveryone);
      const good = await readFile(fileOf(alice), 'utf8');
      await writeFile(fileOf(alice), replacement === undefined ? search : good.replace(search, replacement));
      service.pass(1000);
      expect(isRefused()).toBe(true);
      service.pass(1000);
      expect(isRefused()).toBe(true);
      const errors = service.lines.filter((line) => line.level === 'error');
      expect(errors).toMatchObject([{ detail: { mailbox: alice, file: fileOf(alice) } }]);
      await writeFile(fileOf(alice), good.replace('"defaultAction": "block"', '"defaultAction": "allow"'));
      service.pass(1000);
      expect(isRefused()).toBe(false);
    },
  );
});

describe('a policy file that was never readable', () => {
  beforeEach(async () => {
    await writeFile(fileOf(alice), '{');
    service.pass(1000);
  });

  it('gives its mailbox a temporary failure, and no other', () => {
    const answer = (login: string) =>
      service.decider.answer({ login, address: '90.12.34.56', service: 'imap' });
    expect(answer(alice)).toEqual({ kind: 'fault' });
    expect(answer('bob@demo.test')).toEqual({ kind: 'pass' });
  });

  it('is never overwritten by a save', async () => {
    expect(await save(0, settings())).toMatchObject({ kind: 'unreadable' });
    expect(await readFile(fileOf(alice), 'utf8')).toBe('{');
  });

  it('keeps its mailbox closed while the service is away', async () => {
    await service.policies.checkMarkers();
    expect(await markers()).toEqual([alice]);
  });
});

it.runIf(process.getuid?.() !== 0)('a file that may not be read now is read as soon as it may', async () => {
  await save(0, blockEveryone);
  await chmod(fileOf(alice), 0o000);
  service.pass(1000);
  expect(isRefused()).toBe(true);
  await chmod(fileOf(alice), 0o600);
  service.pass(1000);
  expect(isRefused()).toBe(true);
});
