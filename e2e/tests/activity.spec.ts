import { readFile } from 'node:fs/promises';
import type { PolicySettings } from '@email-firewall/contract';
import { ActivityPage } from './support/activity-page.ts';
import { call, onlyFrom, openToAll, setPolicy } from './support/api.ts';
import { expect, test } from './support/demo-fixture.ts';
import { readByImap, readByPop3 } from './support/mail-programs.ts';
import { MailboxesPage } from './support/mailboxes-page.ts';
import { RulesPage } from './support/rules-page.ts';

const alice = 'alice@demo.test';
const bob = 'bob@demo.test';
const shop = 'shop@demo.test';
const home = '90.12.34.56'; // France
const rented = '88.198.0.7'; // Germany, a data centre
const abroad = '8.8.8.8'; // United States

/** Servers are blocked, the country is let in, nobody else is. */
const careful: PolicySettings = {
  ...openToAll,
  rules: [
    {
      id: 'office',
      action: 'allow',
      enabled: true,
      condition: { kind: 'address', ranges: ['203.0.113.0/28'] },
    },
    { id: 'servers', action: 'block', enabled: true, condition: { kind: 'network', networks: ['hosting'] } },
    { id: 'country', action: 'allow', enabled: true, condition: { kind: 'country', countries: ['FR'] } },
  ],
  defaultAction: 'block',
};

// A demo that no other file has logged in to: with a mailbox more it is one of its own.
test.use({ mailboxes: ['quiet@demo.test'] });

/** The tests follow each other in time, as a log does; each has its own mailbox or looks at the newest alone. */
test.describe.configure({ mode: 'serial' });

test('what happens is read in words, without asking for it', async ({ page, demo }) => {
  await setPolicy(demo, alice, careful);
  const activity = await ActivityPage.open(page, demo, { mailbox: alice });
  await expect(page.getByText('Nobody has tried to log in')).toBeVisible();

  await readByImap(demo, { mailbox: alice, from: rented });
  await activity.expectNewest({
    result: 'Refused',
    because: 'rule 2: block hosting networks',
    from: rented,
    with: 'IMAP',
  });
  await readByPop3(demo, { mailbox: alice, from: abroad });
  await activity.expectNewest({ result: 'Refused', because: 'everything else', from: abroad, with: 'POP' });
  await readByImap(demo, { mailbox: alice, from: home });
  await activity.expectNewest({ result: 'Logged in', because: 'rule 3: allow France', from: home });
  await readByImap(demo, { mailbox: alice, from: home, password: 'wrong' });
  await activity.expectNewest({ result: 'Wrong password', because: 'rule 3: allow France', from: home });
  await setPolicy(demo, alice, { ...careful, mode: 'monitor' });
  await readByImap(demo, { mailbox: alice, from: abroad });
  await activity.expectNewest({ result: 'Would be refused', because: 'watching only', from: abroad });
});

test('attempts are found by what became of them, by address, by message and by country', async ({
  page,
  demo,
}) => {
  const activity = await ActivityPage.open(page, demo, { mailbox: alice });
  await activity.expectAddresses(abroad, home, home, abroad, rented);
  await activity.show('Refused');
  await activity.expectAddresses(abroad, rented);
  await activity.show('Would be refused');
  await activity.expectAddresses(abroad);
  await activity.show('All');
  await activity.search('88.198');
  await activity.expectAddresses(rented);
  await activity.search('default action');
  await activity.expectAddresses(abroad, abroad);
  await activity.search('germany');
  await activity.expectAddresses(rented);
  await page.reload();
  await activity.expectAddresses(rented);
  await activity.search('192.0.2.99');
  await expect(page.getByText('No attempt fits this search')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).last().click();
  await activity.expectAddresses(abroad, home, home, abroad, rented);
});

test('the pictures say in a table what they show, and a country leads to its attempts', async ({
  page,
  demo,
}) => {
  const activity = await ActivityPage.open(page, demo, { mailbox: alice, query: 'span=24h' });
  const table = page.getByRole('table', { name: 'Attempts over time' });
  const cells = table.getByRole('row').last().getByRole('cell');
  await expect(cells).toHaveText([/\d/, /\d/, /\d/]);
  await page.getByRole('button', { name: 'Show the attempts from Germany' }).click();
  await expect(activity.searchField).toHaveValue('Germany');
  await activity.expectAddresses(rented);
});

test('who was refused is let in by a rule above the one that refused', async ({ page, demo }) => {
  await setPolicy(demo, bob, careful);
  await readByImap(demo, { mailbox: bob, from: rented });
  const activity = await ActivityPage.open(page, demo, { mailbox: bob });
  await activity.expectNewest({ result: 'Refused', from: rented });
  const dialog = await activity.allow(rented, /^This address/);
  await expect(dialog.addresses).toHaveValue(rented);
  await expect(dialog.dialog.getByLabel('Place in the list')).toHaveValue('1');
  await expect(dialog.dialog.getByText(`Newly let in: ${rented}`)).toBeVisible();
  await dialog.save();
  await expect(page.getByText('The next login from there gets in.')).toBeFocused();
  expect(await readByImap(demo, { mailbox: bob, from: rented })).toEqual({ mails: 1 });
  const { policy } = await call(demo, 'get_policy', { mailbox: bob });
  expect(policy.rules.map(({ action }) => action)).toEqual(['allow', 'allow', 'block', 'allow']);
});

test('new attempts wait while the person is at work in the list', async ({ page, demo }) => {
  const activity = await ActivityPage.open(page, demo, { mailbox: bob });
  await activity.expectAddresses(rented, rented);
  await activity.rows.first().hover();
  await readByImap(demo, { mailbox: bob, from: home });
  await expect(page.getByRole('button', { name: 'Show 1 new' })).toBeVisible();
  await activity.expectAddresses(rented, rented);
  await page.getByRole('button', { name: 'Show 1 new' }).click();
  await activity.expectAddresses(home, rented, rented);
});

test('somebody is let in with the keyboard alone', async ({ page, demo }) => {
  await setPolicy(demo, shop, onlyFrom('203.0.113.4'));
  await readByImap(demo, { mailbox: shop, from: abroad });
  await expect.poll(async () => (await call(demo, 'list_events', { mailbox: shop })).events.length).toBe(1);
  await page.goto(demo.url);
  const link = page.getByRole('link', { name: `1 refused, last 7 days: activity of ${shop}` });
  await expect(link).toBeVisible();
  await link.focus();
  await page.keyboard.press('Enter');
  const activity = await ActivityPage.opened(page, shop);
  await expect(page.getByRole('radio', { name: 'Refused', exact: true })).toBeChecked();
  const button = activity.allowButton(abroad);
  await expect(button).toBeVisible();
  for (let stop = 0; stop < 30 && !(await isFocused(button)); stop++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'This address' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'This provider' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add a rule' });
  await expect(dialog.getByRole('radio', { name: 'Country' })).toBeFocused();
  await expect(dialog.getByText('allow United States')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The next login from there gets in.')).toBeFocused();
  expect(await readByImap(demo, { mailbox: shop, from: abroad })).toEqual({ mails: 1 });
});

test('a refusal leads to its rule, as long as that stands', async ({ page, demo }) => {
  await ActivityPage.open(page, demo, { mailbox: bob, query: 'show=refused' });
  await page.getByRole('link', { name: 'rule 2: block hosting networks' }).click();
  const rules = await RulesPage.opened(page, bob);
  await expect(page.getByRole('listitem').filter({ hasText: 'hosting networks' }).first()).toBeFocused();
  await expect(page.getByRole('region', { name: 'Last attempts' })).toContainText('Refused');
  await rules.delete(3);
  await page.getByRole('link', { name: 'All activity' }).click();
  await ActivityPage.opened(page, bob);
  await expect(page.getByText('rule 2: block hosting networks')).toBeVisible();
  await expect(page.getByRole('link', { name: 'rule 2: block hosting networks' })).toBeHidden();
});

test('all mailboxes of the account are read together, and taken along as a table', async ({ page, demo }) => {
  const mailboxes = await MailboxesPage.open(page, demo);
  await mailboxes.page.getByRole('link', { name: 'Activity', exact: true }).click();
  const activity = await ActivityPage.opened(page);
  await expect(activity.rows.filter({ hasText: alice }).first()).toBeVisible();
  await expect(activity.rows.filter({ hasText: bob }).first()).toBeVisible();
  await activity.search(rented);
  await expect(activity.rows.filter({ hasText: home })).toHaveCount(0);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: /^CSV/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^email-firewall-all-mailboxes-\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(lines.slice(1).every((line) => line.includes(rented))).toBe(true);
  await expect(page.getByRole('status').filter({ hasText: 'was downloaded' })).toBeVisible();
});

test('a failure says what to do, and nothing is lost', async ({ page, demo }) => {
  await page.route('**/api/list_events', (route) => route.abort());
  await ActivityPage.open(page, demo, { mailbox: alice });
  await expect(page.getByRole('alert')).toContainText('The activity could not be loaded');
  await page.unroute('**/api/list_events');
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await page.route('**/api/list_events', (route) => route.abort());
  await expect(page.getByText('New attempts cannot be fetched just now')).toBeVisible();
});

test('a mailbox that is none is said to be none', async ({ page, demo }) => {
  await ActivityPage.open(page, demo, { mailbox: 'nobody@demo.test' });
  await expect(page.getByRole('alert')).toContainText('This mailbox was not found');
});

async function isFocused(locator: ReturnType<ActivityPage['allowButton']>): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}
