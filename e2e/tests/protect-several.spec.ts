import { AxeBuilder } from '@axe-core/playwright';
import type { MailboxSummary } from '@email-firewall/contract';
import { demoMailboxes } from '../demo/account.ts';
import { call, onlyFrom, openToAll, setPolicy } from './support/api.ts';
import { expect, test } from './support/demo-fixture.ts';
import { readByImap } from './support/mail-programs.ts';
import { ProtectSeveralPage } from './support/protect-several-page.ts';

const alice = 'alice@demo.test';
const bob = 'bob@demo.test';
const info = 'info@demo.test';
const home = '90.12.34.56';
const rented = '8.8.8.8';

const more = Array.from({ length: 120 }, (_, i) => `user${i}@many.test`);
test.use({ mailboxes: more });

test.beforeEach(async ({ demo }) => {
  for (const mailbox of demoMailboxes) await setPolicy(demo, mailbox, openToAll);
  await setPolicy(demo, alice, onlyFrom(home));
});

test('rules are copied after one has seen what changes, and the next login meets them', async ({
  page,
  demo,
}) => {
  await setPolicy(demo, bob, onlyFrom(rented));
  expect(await readByImap(demo, { mailbox: info, from: rented })).toEqual({ mails: 1 });
  const screen = await ProtectSeveralPage.open(page, demo);
  await screen.expectPlan('Choose first whose rules to copy.');
  await screen.chooseSource(alice);
  await expect(page.getByText(`Mail programs may read this mailbox from ${home}.`)).toBeVisible();
  await screen.tick(bob, info);
  await screen.expectOutlook(bob, 'Protected', `Only ${home}`, 'Its own rule is replaced');
  await screen.expectOutlook(info, 'Protected', `Only ${home}`);
  await screen.expectPlan('2 mailboxes ticked.', '1 mailbox loses its own rules.');
  await screen.copyTo(2);
  await screen.expectOutcome('Rules copied to 2 mailboxes');
  await expect(screen.box(bob)).not.toBeChecked();
  for (const mailbox of [bob, info]) {
    expect(await readByImap(demo, { mailbox, from: home })).toEqual({ mails: 1 });
    expect(await readByImap(demo, { mailbox, from: rented })).toEqual({
      refusal: '[ALERT] Access denied by email firewall default action',
    });
  }
  await page.getByRole('link', { name: 'Go to the mailboxes' }).click();
  await expect(page.getByText(/of 124 mailboxes are protected/)).toBeVisible();
});

test('a mailbox that was changed meanwhile is left as it is, until one has looked again', async ({
  page,
  demo,
}) => {
  const screen = await ProtectSeveralPage.open(page, demo);
  await screen.tick(bob, info);
  await setPolicy(demo, bob, onlyFrom(rented));
  await screen.copyTo(2);
  await screen.expectOutcome(
    'Rules copied to 1 of 2 mailboxes',
    `${bob} was changed meanwhile, and left as it is. Now: Protected, Only ${rented}.`,
  );
  const { policy } = await call(demo, 'get_policy', { mailbox: bob });
  expect(policy).toMatchObject(onlyFrom(rented));
  await page.getByRole('button', { name: 'Copy again to 1 mailbox' }).click();
  await screen.expectOutcome('Rules copied to 1 mailbox');
  const { policy: after } = await call(demo, 'get_policy', { mailbox: bob });
  expect(after).toMatchObject(onlyFrom(home));
});

test('rules that were changed meanwhile are shown before they are copied', async ({ page, demo }) => {
  const screen = await ProtectSeveralPage.open(page, demo);
  await screen.tick(bob);
  await setPolicy(demo, alice, onlyFrom(rented));
  await screen.copyTo(1);
  await screen.expectOutcome(
    `The rules of ${alice} were changed meanwhile`,
    `Mail programs may read this mailbox from ${rented}.`,
  );
  expect((await call(demo, 'get_policy', { mailbox: bob })).policy).toMatchObject(openToAll);
  await expect(screen.box(bob)).toBeChecked();
  await page.getByRole('button', { name: 'Copy again to 1 mailbox' }).click();
  await screen.expectOutcome('Rules copied to 1 mailbox');
  expect((await call(demo, 'get_policy', { mailbox: bob })).policy).toMatchObject(onlyFrom(rented));
});

test('while the service is away nothing ticked is lost, and one click tries again', async ({
  page,
  demo,
}) => {
  const screen = await ProtectSeveralPage.open(page, demo);
  await screen.tick(bob, info);
  await demo.service.kill('SIGKILL');
  await screen.copyTo(2);
  await screen.expectOutcome('No rules were copied', 'The firewall does not answer at the moment.');
  await expect(screen.box(bob)).toBeChecked();
  await demo.service.restart();
  await page.getByRole('button', { name: 'Retry' }).click();
  await screen.expectOutcome('Rules copied to 2 mailboxes');
});

test('an answer that is lost on its way is no reason to copy twice', async ({ page, demo }) => {
  const screen = await ProtectSeveralPage.open(page, demo);
  await screen.tick(bob);
  const { policy: before } = await call(demo, 'get_policy', { mailbox: bob });
  await page.route('**/api/copy_policy', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.route('**/api/list_mailboxes', (route) => route.abort());
  await screen.copyTo(1);
  await screen.expectOutcome('No rules were copied', 'For 1 mailbox the answer was lost.');
  await page.unroute('**/api/copy_policy');
  await page.unroute('**/api/list_mailboxes');
  await page.getByRole('button', { name: 'Retry' }).click();
  await screen.expectOutcome('Rules copied to 1 mailbox');
  expect((await call(demo, 'get_policy', { mailbox: bob })).policy).toMatchObject({
    ...onlyFrom(home),
    revision: before.revision + 1,
  });
});

test('what cannot be copied to cannot be ticked, and says why', async ({ page, demo }) => {
  await page.route('**/api/list_mailboxes', async (route) => {
    const response = await route.fetch();
    const { mailboxes }: { mailboxes: MailboxSummary[] } = await response.json();
    await route.fulfill({
      json: {
        mailboxes: mailboxes.map((one) => (one.mailbox === bob ? { ...one, isReadable: false } : one)),
      },
    });
  });
  const screen = await ProtectSeveralPage.open(page, demo);
  await expect(screen.box(alice)).toBeDisabled();
  await screen.expectOutlook(alice, 'Its rules are the ones to be copied.');
  await expect(screen.box(bob)).toBeDisabled();
  await screen.expectOutlook(bob, 'Nothing can be copied to it while its own rules cannot be read.');
});

test('rules that refuse the person’s own connection say so before', async ({ page, demo }) => {
  await setPolicy(demo, alice, onlyFrom(rented));
  await ProtectSeveralPage.open(page, demo);
  await expect(page.getByText('These rules refuse the connection you are on now')).toBeVisible();
});

test('all of it works with the keyboard alone', async ({ page, demo }) => {
  await setPolicy(demo, info, onlyFrom(rented));
  await page.goto(demo.url);
  await page.getByRole('link', { name: 'Protect several…' }).focus();
  await page.keyboard.press('Enter');
  const screen = ProtectSeveralPage.at(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(screen.sourceMenu).toBeFocused();
  await page.keyboard.type('alice');
  await expect(page).toHaveURL(/from=alice/);
  for (let presses = 0; presses < 20; presses++) {
    if (await screen.box(bob).evaluate((box) => box === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  await expect(screen.box(bob)).toBeChecked();
  await screen.copyButton(1).focus();
  await page.keyboard.press('Enter');
  await screen.expectOutcome('Rules copied to 1 mailbox');
  await expect(screen.copyButton()).toBeFocused();
});

test('French is spoken', async ({ page, demo }) => {
  await page.goto(`${demo.url}?lang=fr#/protect-several?from=${encodeURIComponent(alice)}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Protéger plusieurs boîtes mail' })).toBeVisible();
  await page.getByRole('checkbox', { name: bob }).check();
  await expect(page.getByRole('button', { name: 'Copier vers 1 boîte mail' })).toBeVisible();
});

for (const width of [1280, 360]) {
  test(`no barrier is found in it, ${width} pixels wide`, async ({ page, demo }) => {
    await page.setViewportSize({ width, height: 800 });
    const screen = await ProtectSeveralPage.open(page, demo);
    await screen.tick(bob);
    const { violations } = await new AxeBuilder({ page }).include('#email-firewall').analyze();
    expect(violations).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });
}

// The last: it leaves more mailboxes with rules than the tests above begin with.
test('a hundred mailboxes are ticked with one click, and copied to in stretches', async ({ page, demo }) => {
  const stretches: number[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('copy_policy')) stretches.push(request.postDataJSON().to.length);
  });
  const screen = await ProtectSeveralPage.open(page, demo);
  await page.getByRole('searchbox').fill('many.test');
  await screen.allBox.check();
  await screen.expectPlan('120 mailboxes ticked.');
  await page.getByRole('searchbox').fill('');
  await expect(screen.allBox).not.toBeChecked();
  await screen.copyTo(120);
  await screen.expectOutcome('Rules copied to 120 mailboxes');
  expect(stretches).toEqual([50, 50, 20]);
  await page.getByRole('checkbox', { name: 'Show only those not protected' }).check();
  await expect(page).toHaveURL(/only=unprotected/);
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '4');
});
