import { AxeBuilder } from '@axe-core/playwright';
import { demoMailboxes } from '../demo/account.ts';
import { onlyFrom, openToAll, setPolicy } from './support/api.ts';
import { expect, test } from './support/demo-fixture.ts';
import { MailboxesPage } from './support/mailboxes-page.ts';

const alice = 'alice@demo.test';
const bob = 'bob@demo.test';
const info = 'info@demo.test';

const domains = ['shop.example', 'bakery.example', 'garage.example'];
const more = Array.from({ length: 996 }, (_, i) => `user${i}@${domains[i % domains.length]}`);
test.use({ mailboxes: more });

/** The order of the list is by domain, then by number: this one stands far below the window, in a list that is long. */
const far = 'user190@bakery.example';

test.beforeEach(async ({ demo }) => {
  for (const mailbox of demoMailboxes) await setPolicy(demo, mailbox, openToAll);
});

test('each mailbox says in one line how far it is protected, and the page how many are', async ({
  page,
  demo,
}) => {
  await setPolicy(demo, alice, {
    ...openToAll,
    rules: [
      { id: 'a', action: 'allow', enabled: true, condition: { kind: 'country', countries: ['FR', 'BE'] } },
      { id: 'b', action: 'allow', enabled: true, condition: { kind: 'operator', asns: [3215] } },
    ],
    defaultAction: 'block',
  });
  await setPolicy(demo, bob, { ...onlyFrom('203.0.113.0/24'), mode: 'monitor' });
  await setPolicy(demo, info, { ...onlyFrom('203.0.113.0/24'), mode: 'off' });
  const mailboxes = await MailboxesPage.open(page, demo);
  await mailboxes.expectCount('1 of 1,000 mailboxes is protected');
  await mailboxes.domainMenu.selectOption('demo.test');
  await mailboxes.expectProtection(alice, 'Protected', 'Only France, Belgium and Orange');
  await mailboxes.expectProtection(bob, 'Watching only', 'Only 203.0.113.0/24; nothing is refused yet');
  await mailboxes.expectProtection(info, 'Off', 'Only 203.0.113.0/24; nothing is refused');
  await mailboxes.expectProtection(
    'shop@demo.test',
    'Not protected',
    'Readable from anywhere with the password',
  );
});

test('the page says where the person is', async ({ page, demo }) => {
  await MailboxesPage.open(page, demo);
  await expect(page.getByText(/You are here:.*France.*Orange \(AS3215\).*90\.12\.34\.56/s)).toBeVisible();
});

test('a search stands in the address, and is cleared with one click', async ({ page, demo }) => {
  const mailboxes = await MailboxesPage.open(page, demo);
  await mailboxes.search('user99 bakery');
  await mailboxes.expectCount('2 of 1,000 mailboxes found');
  expect(await mailboxes.rowCounts()).toEqual({ told: 2, drawn: 2 });
  await expect(page).toHaveURL(/q=user99\+bakery/);
  await page.reload();
  await expect(mailboxes.searchField).toHaveValue('user99 bakery');
  await mailboxes.expectCount('2 of 1,000 mailboxes found');

  await mailboxes.search('nobody');
  await expect(page.getByText('No mailbox fits this search')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).last().click();
  await mailboxes.expectCount('0 of 1,000 mailboxes are protected');
  await expect(mailboxes.searchField).toHaveValue('');
});

test('typing is no step of the browser’s history, choosing a domain is one', async ({ page, demo }) => {
  await page.goto('about:blank');
  const mailboxes = await MailboxesPage.open(page, demo);
  await mailboxes.search('user1');
  await mailboxes.domainMenu.selectOption('garage.example');
  await mailboxes.search('user12');
  await page.goBack();
  await expect(mailboxes.domainMenu).toHaveValue('');
  await expect(mailboxes.searchField).toHaveValue('user1');
  await page.goBack();
  await expect(page).toHaveURL('about:blank');
});

test('a bookmark opens one domain; one that is gone opens all', async ({ page, demo }) => {
  const mailboxes = await MailboxesPage.open(page, demo, 'domain=demo.test');
  await expect(mailboxes.domainMenu).toHaveValue('demo.test');
  expect(await mailboxes.rowCounts()).toEqual({ told: 4, drawn: 4 });
  await page.goto('about:blank');
  await MailboxesPage.open(page, demo, 'domain=gone.test');
  await expect(mailboxes.domainMenu).toHaveValue('');
  expect((await mailboxes.rowCounts()).told).toBe(1000);
});

test('of a thousand mailboxes only those near the window are drawn, and all can be reached', async ({
  page,
  demo,
}) => {
  const mailboxes = await MailboxesPage.open(page, demo);
  const { told, drawn } = await mailboxes.rowCounts();
  expect(told).toBe(1000);
  expect(drawn).toBeLessThan(60);
  // Rows turn out higher than was thought while they come into sight.
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(mailboxes.row('user993@shop.example')).toBeInViewport({ timeout: 500 });
  }).toPass();
  await expect(mailboxes.row('user993@shop.example')).toHaveAttribute('aria-rowindex', '1001');
});

for (const host of ['window', 'element'] as const) {
  test(`coming back from a mailbox leads to the row one left, where the host page scrolls its ${host}`, async ({
    page,
    demo,
  }) => {
    const mailboxes = await MailboxesPage.open(page, demo, 'domain=bakery.example');
    if (host === 'element') {
      await page.addStyleTag({
        content:
          'html, body { height: 100%; margin: 0; overflow: hidden } #email-firewall { height: 100vh; overflow: auto }',
      });
    }
    await page.mouse.move(600, 500);
    await expect(async () => {
      // Less than a window at a time, so that no row is passed by.
      await page.mouse.wheel(0, 400);
      await expect(mailboxes.configureLink(far)).toBeInViewport({ timeout: 200 });
    }).toPass({ intervals: [0] });
    await page.waitForTimeout(300);
    for (const goBack of [
      () => page.goBack(),
      () => page.getByRole('link', { name: 'Mailboxes', exact: true }).click(),
    ]) {
      const place = await mailboxes.placeOf(far);
      await mailboxes.configureLink(far).click();
      await expect(page.getByRole('heading', { level: 1, name: far })).toBeVisible();
      await goBack();
      await expect(mailboxes.configureLink(far)).toBeFocused();
      await expect.poll(() => mailboxes.placeOf(far)).toBeGreaterThan(place - 3);
      await expect.poll(() => mailboxes.placeOf(far)).toBeLessThan(place + 3);
    }
  });
}

test('the row with the focus stays while it is scrolled away, and Tab goes on from it', async ({
  page,
  demo,
}) => {
  const mailboxes = await MailboxesPage.open(page, demo);
  await mailboxes.search('bakery');
  await mailboxes.configureLink('user1@bakery.example').focus();
  for (let press = 0; press < 40; press++) {
    await page.keyboard.press('Tab');
    // As fast as a screen can follow, and no faster: the next rows are drawn with the picture that shows this one.
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
  }
  await expect(mailboxes.configureLink('user121@bakery.example')).toBeFocused();
  await expect(mailboxes.configureLink('user121@bakery.example')).toBeInViewport();
  await expect(async () => {
    // Rows that have not been seen are of a guessed height: the end may move while it is scrolled to.
    await page.evaluate('scrollTo(0, 1e6)');
    await expect(mailboxes.row('user994@bakery.example')).toBeInViewport({ timeout: 500 });
  }).toPass();
  await expect(mailboxes.configureLink('user121@bakery.example')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(mailboxes.configureLink('user124@bakery.example')).toBeFocused();
  await expect(mailboxes.configureLink('user124@bakery.example')).toBeInViewport();
});

test('an account without mailboxes is told how to get one', async ({ page, demo }) => {
  await page.route('**/api/list_mailboxes', (route) => route.fulfill({ json: { mailboxes: [] } }));
  await page.goto(demo.url);
  await expect(page.getByText('There are no mailboxes yet')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Protect several…' })).toBeHidden();
});

test('a list that cannot be loaded says why, and one click tries again', async ({ page, demo }) => {
  await page.route('**/api/list_mailboxes', (route) => route.abort());
  await page.goto(`${demo.url}#/?q=alice`);
  await expect(page.getByRole('alert')).toContainText('The server could not be reached.');
  await page.unroute('**/api/list_mailboxes');
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('rowheader', { name: alice })).toBeVisible();
});

test('French is spoken', async ({ page, demo }) => {
  await setPolicy(demo, alice, { ...openToAll, defaultAction: 'block' });
  await page.goto(`${demo.url}?lang=fr`);
  await expect(page.getByRole('heading', { level: 1, name: 'Pare-feu e-mail' })).toBeVisible();
  await expect(page.getByRole('searchbox', { name: /boîtes mail/ })).toBeVisible();
  await expect(page.getByText('1 boîte mail protégée sur 1\u202f000')).toBeVisible();
  await page.getByRole('searchbox').fill('alice');
  await expect(page.getByText('Personne\u00a0: tout est refusé')).toBeVisible();
});

for (const width of [1280, 360]) {
  test(`no barrier is found in it, ${width} pixels wide`, async ({ page, demo }) => {
    await page.setViewportSize({ width, height: 800 });
    await MailboxesPage.open(page, demo);
    const { violations } = await new AxeBuilder({ page }).include('#email-firewall').analyze();
    expect(violations).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });
}
