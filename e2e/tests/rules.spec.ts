import { openToAll, setPolicy } from './support/api.ts';
import { expect, test } from './support/demo-fixture.ts';
import { readByImap } from './support/mail-programs.ts';
import { RuleDialog } from './support/rule-dialog.ts';
import { RulesPage } from './support/rules-page.ts';

const alice = 'alice@demo.test';
const home = '90.12.34.56'; // Orange, France: also where the page's visitor is
const free = '82.64.0.7'; // Free, France
const rented = '88.198.0.7'; // Hetzner, Germany
const frenchServer = '51.68.1.7'; // OVH, France
const outlook = '52.125.140.7'; // Microsoft's cloud, which fetches mail for Outlook's phone app

test.beforeEach(({ demo }) => setPolicy(demo, alice, openToAll));

test('allow only France and the office: three steps, and the words say so', async ({ page, demo }) => {
  const rules = await RulesPage.open(page, demo, alice);
  await rules.expectSummary('Mail programs may read this mailbox from anywhere.');

  const country = await rules.startFrom(/Only my country \(France\)/);
  await expect(country.dialog.getByRole('checkbox', { name: 'Refuse everything else' })).toBeChecked();
  await country.save();

  const office = await rules.addRule();
  await office.writeAddresses('203.0.113.0 - 203.0.113.15');
  await office.dialog.getByRole('textbox', { name: 'Note (optional)' }).fill('Office');
  await office.save();

  await rules.expectSummary(
    /Mail programs may read this mailbox from France or Office \(203\.0\.113\.0-203\.0\.113\.15\)/,
  );
  await rules.expectSummary('Everything else is refused.');
  for (const from of [home, '203.0.113.9']) {
    expect(await readByImap(demo, { mailbox: alice, from })).toEqual({ mails: 1 });
  }
  expect(await readByImap(demo, { mailbox: alice, from: rented })).toEqual({
    refusal: '[ALERT] Access denied by email firewall default action',
  });
});

test('servers and VPNs are blocked above the country that holds them, and Outlook’s app is kept', async ({
  page,
  demo,
}) => {
  const rules = await RulesPage.open(page, demo, alice);
  const country = await rules.addRule();
  await country.chooseCountries('France');
  await country.save();

  const servers = await rules.addRule();
  await servers.setKind('Kind of network');
  await servers.tick('Servers and data centres', 'VPNs', 'Tor');
  await servers.setAction('Block');
  await servers.tick('Keep Outlook’s phone app working');
  await expect(servers.dialog.getByLabel('Place in the list')).toHaveValue('0');
  await servers.save();

  await rules.expectRules(
    /Allow.*Outlook’s phone app/s,
    /Block.*hosting networks, VPNs or Tor/s,
    /Allow.*France/s,
  );
  for (const from of [home, outlook]) {
    expect(await readByImap(demo, { mailbox: alice, from })).toEqual({ mails: 1 });
  }
  expect(await readByImap(demo, { mailbox: alice, from: frenchServer })).toEqual({
    refusal: '[ALERT] Access denied by email firewall rule no. 2',
  });
});

test('Outlook’s app is let in again where a rule that blocks servers is edited', async ({ page, demo }) => {
  await setPolicy(demo, alice, {
    ...openToAll,
    rules: [
      {
        id: 'servers',
        action: 'block',
        enabled: true,
        condition: { kind: 'network', networks: ['hosting'] },
      },
    ],
    defaultAction: 'block',
  });
  const rules = await RulesPage.open(page, demo, alice);
  const dialog = await rules.edit(1);
  await dialog.tick('Outlook’s phone app');
  await expect(dialog.dialog.getByText(/^This refuses Outlook’s phone app wherever/)).toBeVisible();
  await dialog.dialog.getByRole('checkbox', { name: 'Outlook’s phone app', exact: true }).uncheck();
  await dialog.tick('Keep Outlook’s phone app working');
  await dialog.save();
  await rules.expectRules(/Allow.*Outlook’s phone app/s, /Block.*hosting networks/s);
  expect(await readByImap(demo, { mailbox: alice, from: outlook })).toEqual({ mails: 1 });
  expect(await readByImap(demo, { mailbox: alice, from: home })).toHaveProperty('refusal');
});

test('whoever shuts themselves out is let in again by the rule that is offered', async ({ page, demo }) => {
  const rules = await RulesPage.open(page, demo, alice);
  await rules.setDefaultAction('Block');
  await expect(page.getByText('With these rules your own connection is refused.')).toBeVisible();
  await page.getByRole('button', { name: 'Allow my address' }).click();
  const dialog = await RuleDialog.opened(page, 'Add a rule');
  await expect(dialog.addresses).toHaveValue(demo.visitor.address);
  await dialog.save();
  await rules.expectRules(new RegExp(demo.visitor.address));
  await expect(page.getByText('With these rules your own connection is refused.')).toBeHidden();
  expect(await readByImap(demo, { mailbox: alice, from: demo.visitor.address })).toEqual({ mails: 1 });
});

test('a provider is found by name, and its networks are there to be seen', async ({ page, demo }) => {
  const rules = await RulesPage.open(page, demo, alice);
  const dialog = await rules.addRule();
  await dialog.chooseProviders('Orange');
  await dialog.dialog.getByRole('button', { name: /Show their networks/ }).click();
  await expect(dialog.dialog.getByRole('button', { name: 'Remove AS3215' })).toBeVisible();
  await dialog.setAction('Block');
  await dialog.save();
  await rules.expectRules(/Block.*Orange \(AS3215/s);
  expect(await readByImap(demo, { mailbox: alice, from: home })).toEqual({
    refusal: '[ALERT] Access denied by email firewall rule no. 1',
  });
  expect(await readByImap(demo, { mailbox: alice, from: free })).toEqual({ mails: 1 });
});

test('several countries at once: the European Union', async ({ page, demo }) => {
  const rules = await RulesPage.open(page, demo, alice);
  const dialog = await rules.addRule();
  await dialog.chooseCountries('European Union');
  await expect(dialog.dialog.getByRole('button', { name: 'Remove France' })).toBeVisible();
  await dialog.save();
  await rules.expectRules(/Allow.*Austria.*17 more.*Show all 27/s);
  await page.getByRole('button', { name: 'Show all 27' }).click();
  await rules.expectRules(/Sweden/);
});

test('the person’s own address is one click away', async ({ page, demo }) => {
  const rules = await RulesPage.open(page, demo, alice);
  const dialog = await rules.startFrom('Only these addresses…');
  await dialog.dialog.getByRole('button', { name: `Use my address: ${home}` }).click();
  await expect(dialog.addresses).toHaveValue(home);
  await dialog.save();
  await rules.expectRules(/Allow.*90\.12\.34\.56/s);
  await expect(page.getByText('Everything else is refused.')).toBeVisible();
});

test('a rule is edited in place, duplicated, switched off and on', async ({ page, demo }) => {
  const rules = await RulesPage.open(page, demo, alice);
  await rules.addCountryRule('Block', 'France');

  const edited = await rules.edit(1);
  await edited.chooseCountries('Belgium');
  await edited.dialog.getByRole('textbox', { name: 'Note (optional)' }).fill('Too much spam');
  await edited.save();
  await rules.expectRules(/Block.*France or Belgium.*Too much spam/s);
  await expect(page.getByRole('button', { name: 'Edit rule 1' })).toBeFocused();

  await rules.choose(1, 'Switch off');
  await rules.expectSaved();
  await rules.expectRules(/switched off/);
  expect(await readByImap(demo, { mailbox: alice, from: home })).toEqual({ mails: 1 });
  await rules.choose(1, 'Switch on');
  await rules.expectSaved();
  expect(await readByImap(demo, { mailbox: alice, from: home })).toEqual({
    refusal: '[ALERT] Access denied by email firewall rule no. 1',
  });

  await rules.choose(1, 'Duplicate…');
  const copy = page.getByRole('dialog', { name: 'Add a rule' });
  await copy.getByRole('radio', { name: 'Allow' }).check({ force: true });
  await copy.getByRole('button', { name: 'Save rule' }).click();
  await rules.expectRules(/Block.*France or Belgium/s, /Allow.*France or Belgium/s);
});

test('a rule with an end says until when, and one that would end in the past is not saved', async ({
  page,
  demo,
}) => {
  const rules = await RulesPage.open(page, demo, alice);
  const dialog = await rules.addRule();
  await dialog.chooseCountries('Italy');
  await dialog.leaveRestAsItIs();
  await dialog.dialog.getByLabel('Ends', { exact: true }).selectOption({ label: 'On a date…' });
  await dialog.dialog.getByLabel('Last day').fill('2020-01-01');
  await page.getByRole('button', { name: 'Save rule' }).click();
  await expect(page.getByText('Choose today or a later day.')).toBeVisible();
  await dialog.dialog.getByLabel('Last day').fill('2099-01-01');
  await dialog.save();
  await rules.expectRules(/Italy.*until 1 January 2099(?! at)/s);
});

test('a rule deleted by mistake comes back where it was', async ({ page, demo }) => {
  const rules = await RulesPage.open(page, demo, alice);
  await rules.addCountryRule('Block', 'France');
  await rules.addCountryRule('Block', 'Italy');
  await rules.delete(1);
  await rules.expectRules(/Italy/);
  expect(await readByImap(demo, { mailbox: alice, from: home })).toEqual({ mails: 1 });
  await rules.undo();
  await rules.expectRules(/France/, /Italy/);
  expect(await readByImap(demo, { mailbox: alice, from: home })).toEqual({
    refusal: '[ALERT] Access denied by email firewall rule no. 1',
  });
});

test('a mailbox that is only watched, or switched off, refuses nobody', async ({ page, demo }) => {
  const rules = await RulesPage.open(page, demo, alice);
  await rules.setDefaultAction('Block');
  await rules.setMode('Watching only');
  await rules.expectSummary(/nothing is refused yet/);
  expect(await readByImap(demo, { mailbox: alice, from: rented })).toEqual({ mails: 1 });
  await rules.setMode('Off');
  expect(await readByImap(demo, { mailbox: alice, from: rented })).toEqual({ mails: 1 });
  await rules.setMode('Refusing');
  expect(await readByImap(demo, { mailbox: alice, from: rented })).toHaveProperty('refusal');
});

test('the rules can be made to count for sending mail, too', async ({ page, demo }) => {
  const rules = await RulesPage.open(page, demo, alice);
  const sending = page.getByRole('checkbox', { name: 'Use these rules for sending mail, too (SMTP)' });
  await expect(sending).not.toBeChecked();
  await sending.check();
  await rules.expectSaved();
  await page.reload();
  await expect(sending).toBeChecked();
});

test('what was typed outlives a dialog that was closed by accident', async ({ page, demo }) => {
  const rules = await RulesPage.open(page, demo, alice);
  const dialog = await rules.addRule();
  await dialog.writeAddresses('203.0.113.7');
  await dialog.addresses.press('Escape');
  await expect(dialog.dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Add a rule' })).toBeFocused();
  const again = await rules.addRule();
  await expect(again.addresses).toHaveValue('203.0.113.7');
  await again.dialog.getByRole('button', { name: 'Start over' }).click();
  await expect(again.addresses).toHaveValue('');

  await again.writeAddresses('203.0.113.8');
  await again.dialog.getByRole('button', { name: 'Cancel' }).click();
  const third = await rules.addRule();
  await expect(third.addresses).toHaveValue('');
});

test('what was typed outlives "back", and a rule that was begun elsewhere', async ({ page, demo }) => {
  const rules = await RulesPage.open(page, demo, alice);
  await rules.addCountryRule('Block', 'France');
  const dialog = await rules.addRule();
  await dialog.writeAddresses('203.0.113.7');
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Email Firewall' })).toBeVisible();
  await page.goForward();

  await rules.choose(1, 'Duplicate…');
  await page.getByRole('dialog').getByRole('button', { name: 'Save rule' }).click();
  await rules.expectRules(/France/, /France/);
  const again = await rules.addRule();
  await expect(again.addresses).toHaveValue('203.0.113.7');
});

test('rules can be dragged with a finger', async ({ browser, demo }) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 780 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const rules = await RulesPage.open(page, demo, alice);
  await rules.addCountryRule('Block', 'France');
  await rules.addCountryRule('Block', 'Italy');
  await rules.dragByTouch(1, 2);
  await rules.expectRules(/Italy/, /France/);
  await context.close();
});

test('with the keyboard alone: a rule is added, moved, deleted and brought back', async ({ page, demo }) => {
  await setPolicy(demo, alice, {
    ...openToAll,
    rules: [{ id: 'it', action: 'block', enabled: true, condition: { kind: 'country', countries: ['IT'] } }],
  });
  await page.goto(demo.url);
  await tabTo(page, 'Configure rules for alice@demo.test');
  await page.keyboard.press('Enter');
  const rules = await RulesPage.opened(page, alice);

  await tabTo(page, 'Add a rule');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Add a rule' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await tabTo(page, 'Countries');
  await page.keyboard.type('France');
  await expect(page.getByRole('option', { name: 'France' })).toBeVisible();
  await page.keyboard.press('Enter');
  await tabTo(page, 'Allow');
  await page.keyboard.press('ArrowRight');
  await tabTo(page, 'Save rule');
  await page.keyboard.press('Enter');
  await rules.expectSaved();
  await rules.expectRules(/Block.*Italy/s, /Block.*France/s);

  await tabTo(page, 'Move rule 2 up');
  await page.keyboard.press('Enter');
  await rules.expectRules(/France/, /Italy/);
  await tabTo(page, 'Delete rule 1');
  await page.keyboard.press('Space');
  await rules.expectRules(/Italy/);
  await expect(page.getByRole('button', { name: 'Delete rule 1' })).toBeFocused();
  // The way to a message that came up, as in other pages (Base UI, WCAG 2.1.1).
  await page.keyboard.press('F6');
  await tabTo(page, 'Undo');
  await page.keyboard.press('Enter');
  await rules.expectRules(/France/, /Italy/);
  await rules.expectSaved();
});

/** Goes on with the Tab key until the element of that name has the focus. */
async function tabTo(page: import('@playwright/test').Page, name: string): Promise<void> {
  const focused = page.locator(':focus');
  for (let presses = 0; presses < 60; presses++) {
    if ((await focused.count()) > 0 && (await accessibleName(focused)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`"${name}" is not reached with the Tab key.`);
}

async function accessibleName(element: import('@playwright/test').Locator): Promise<string> {
  const [line = ''] = (await element.ariaSnapshot()).split('\n');
  return /"(.*)"/.exec(line)?.[1] ?? '';
}
