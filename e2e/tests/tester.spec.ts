import AxeBuilder from '@axe-core/playwright';
import type { PolicySettings } from '@email-firewall/contract';
import { setPolicy } from './support/api.ts';
import { expect, test } from './support/demo-fixture.ts';
import { readByImap } from './support/mail-programs.ts';
import { RulesPage } from './support/rules-page.ts';
import { TesterPage } from './support/tester-page.ts';

const alice = 'alice@demo.test';
const home = '90.12.34.56'; // Orange, France: also where the page's visitor is
const abroad = '177.32.1.7'; // Claro, Brazil
const rented = '88.198.0.7'; // Hetzner, Germany
const unheard = '2001:db8::7'; // of the documentation's own block: no data know it

const settings: PolicySettings = {
  mode: 'enforce',
  protocols: ['imap', 'pop3'],
  rules: [
    {
      id: 'office',
      action: 'allow',
      enabled: true,
      condition: { kind: 'address', ranges: ['203.0.113.0/28'] },
    },
    {
      id: 'servers',
      action: 'block',
      enabled: true,
      condition: { kind: 'network', networks: ['hosting', 'vpn', 'tor'] },
    },
    { id: 'fr', action: 'allow', enabled: true, condition: { kind: 'country', countries: ['FR', 'BE'] } },
    {
      id: 'trip',
      action: 'allow',
      enabled: true,
      expiresAt: '2099-01-01T00:00:00.000Z',
      condition: { kind: 'country', countries: ['BR'] },
    },
    { id: 'off', action: 'allow', enabled: false, condition: { kind: 'operator', asns: [28573] } },
  ],
  defaultAction: 'block',
};

/** The same without the trip to Brazil. */
const atHome: PolicySettings = { ...settings, rules: settings.rules.filter(({ id }) => id !== 'trip') };

const nothingFits = 'Refused: no rule fits, and everything else is blocked.';
const byServers = 'Refused by rule 2: block hosting networks, VPNs or Tor.';
const byFrance = 'Let in by rule 3: allow France or Belgium.';

test.beforeEach(({ demo }) => setPolicy(demo, alice, atHome));

test('a person finds out whether a phone abroad would get in, and why not', async ({ page, demo }) => {
  const tester = await TesterPage.open(page, demo, alice);
  await tester.openDialog();
  await expect(tester.address).toBeFocused();
  await tester.ask({ address: abroad });
  await tester.expectAnswer(nothingFits);
  await expect(tester.told).toHaveText('Access denied by email firewall default action');
  await expect(tester.dialog.getByText(/177\.32\.1\.7.*Brazil · .*\(AS28573\)/)).toBeVisible();
  await tester.expectRulesRead(
    /1.*allow 203\.0\.113\.0\/28.*does not fit · not in these addresses/s,
    /2.*block hosting networks, VPNs or Tor.*not known to fit · not on any list of such networks/s,
    /3.*allow France or Belgium.*does not fit · country: Brazil/s,
    /4.*passed over: switched off/s,
    /Everything else: Block.*decides · no rule fits/s,
  );
});

test('the answer says what decides: a rule, everything else, or that no rule is asked', async ({
  page,
  demo,
}) => {
  const tester = await TesterPage.open(page, demo, alice);
  await tester.openDialog();
  await tester.ask({ address: rented });
  await tester.expectAnswer(byServers);
  await tester.expectRulesRead(/does not fit/, /fits, and decides · kind: hosting network/);
  await expect(tester.dialog.getByText('2 rules below it were not read')).toBeVisible();
  await tester.ask({ address: home });
  await tester.expectAnswer(byFrance);
  await expect(tester.told).toHaveCount(0);
  await tester.ask({ address: '127.0.0.1' });
  await tester.expectAnswer(
    'Let in: this is the server itself, where webmail comes from. It always gets in, so no rule is read.',
  );
  await tester.ask({ address: rented, what: 'Read (POP)' });
  await tester.expectAnswer(byServers);
  await tester.ask({ address: rented, what: 'Send (SMTP)' });
  await tester.expectAnswer('Let in: mail sending is not watched for this mailbox.');
});

test('a mailbox that is watched, or off, says what its rules would do', async ({ page, demo }) => {
  await setPolicy(demo, alice, { ...atHome, mode: 'monitor' });
  let tester = await TesterPage.follow(page, demo, alice, `test=${rented}`);
  await tester.expectAnswer('Would be refused by rule 2: block hosting networks, VPNs or Tor.');
  await expect(tester.dialog.getByText('this mailbox is only watched')).toBeVisible();
  expect(await readByImap(demo, { mailbox: alice, from: rented })).toEqual({ mails: 1 });

  await setPolicy(demo, alice, { ...atHome, mode: 'off' });
  tester = await TesterPage.follow(page, demo, alice, `test=${rented}`);
  await tester.expectAnswer('Let in: the rules of this mailbox are switched off.');
  await expect(tester.dialog.getByText(`Were they switched on: ${byServers}`)).toBeVisible();
  await tester.expectRulesRead(/does not fit/, /fits, and decides/);
});

test('what no data know is said to be unknown, and fits no rule', async ({ page, demo }) => {
  const tester = await TesterPage.follow(page, demo, alice, `test=${unheard}`);
  await tester.expectAnswer(nothingFits);
  await expect(tester.dialog.getByText(/2001:db8::7.*nothing is known of this address/)).toBeVisible();
  await tester.expectRulesRead(
    /not in these/,
    /not known to fit/,
    /not known to fit · country unknown/,
    /passed/,
    /Everything/,
  );
  await expect(tester.dialog.getByText('What is not known of an address fits no rule.')).toBeVisible();
});

test('the tester and a real login say the same', async ({ page, demo }) => {
  const tester = await TesterPage.open(page, demo, alice);
  await tester.openDialog();
  const expected = [
    [home, byFrance],
    [rented, byServers],
    [abroad, nothingFits],
  ] as const;
  for (const [address, answer] of expected) {
    await tester.ask({ address });
    await tester.expectAnswer(answer);
    const fetched = await readByImap(demo, { mailbox: alice, from: address });
    if (answer === byFrance) expect(fetched).toEqual({ mails: 1 });
    else expect(fetched).toEqual({ refusal: `[ALERT] ${await tester.told.textContent()}` });
  }
});

test('an address is read as it is pasted, and what is none is named', async ({ page, demo }) => {
  const tester = await TesterPage.open(page, demo, alice);
  await tester.openDialog();
  await tester.address.fill(` rip=${rented}:993, `);
  await tester.expectAnswer(byServers);
  await tester.address.fill('mail.shop.example');
  await tester.address.press('Enter');
  await expect(tester.dialog.getByText('“mail.shop.example” is a name.')).toBeVisible();
  await expect(tester.address).toHaveAttribute('aria-invalid', 'true');
  await expect(tester.address).toHaveValue('mail.shop.example');
  await expect(tester.address).toBeFocused();
  await expect(tester.dialog.getByRole('status')).toBeEmpty();
  await tester.address.fill('203.0.113.0/24');
  // Left standing, it is found fault with by itself.
  await expect(tester.dialog.getByText('is a range of addresses')).toBeVisible();
  await tester.address.fill('192.168.1.20');
  await expect(tester.dialog.getByText('exists only inside a home or office network')).toBeVisible();
  // As Windows writes it, with the number of the network card.
  await tester.address.fill('fe80::1%12');
  await expect(tester.dialog.getByText('fe80::1 exists only inside')).toBeVisible();
  await expect(tester.address).toHaveValue('fe80::1%12');
  await tester.dialog.getByRole('button', { name: `Use my address: ${home}` }).click();
  await expect(tester.address).toHaveValue(home);
  await tester.expectAnswer(byFrance);
});

test('what is tested stands in the page’s address: it can be sent, reloaded and gone back from', async ({
  page,
  demo,
}) => {
  await setPolicy(demo, alice, settings);
  const link = `test=${abroad}&protocol=pop3&time=2100-01-01T00:00:00.000Z`;
  let tester = await TesterPage.follow(page, demo, alice, link);
  await tester.expectAnswer(nothingFits);
  await expect(tester.dialog.getByRole('radio', { name: 'Read (POP)' })).toBeChecked();
  await tester.expectRulesRead(/1/, /2/, /3/, /4.*passed over: ended 1 January 2099/s, /5/, /Everything/);
  await tester.dialog.getByRole('combobox', { name: 'When?' }).selectOption('Now');
  await tester.expectAnswer('Let in by rule 4: allow Brazil.');

  tester = await TesterPage.open(page, demo, alice);
  await tester.openDialog();
  await tester.ask({ address: rented });
  await tester.expectAnswer(byServers);
  await page.reload();
  await tester.expectAnswer(byServers);
  await expect(tester.address).toHaveValue(rented);
  await page.goBack();
  await expect(tester.dialog).toBeHidden();
  await expect(page).toHaveURL(/alice%40demo\.test$/);
  await page.goForward();
  await tester.expectAnswer(byServers);
});

test('closing gives the focus back, and leaves "back" to the mailboxes', async ({ page, demo }) => {
  const tester = await TesterPage.open(page, demo, alice);
  await tester.check('A Tor exit').click();
  await tester.expectAnswer(byServers);
  await tester.dialog.getByRole('button', { name: 'Close' }).click();
  await expect(tester.dialog).toBeHidden();
  await expect(tester.check('A Tor exit')).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Email Firewall' })).toBeVisible();
});

test('everything works with the keyboard alone', async ({ page, demo }) => {
  const tester = await TesterPage.open(page, demo, alice);
  await page.getByRole('button', { name: 'Test an address' }).focus();
  await page.keyboard.press('Enter');
  await expect(tester.address).toBeFocused();
  await page.keyboard.type(rented);
  await page.keyboard.press('Enter');
  await tester.expectAnswer(byServers);
  await page.keyboard.press('Tab'); // to "Test"
  await page.keyboard.press('Tab'); // to "Use my address"
  await page.keyboard.press('Enter');
  await tester.expectAnswer(byFrance);
  await page.keyboard.press('Tab'); // to the protocols
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await tester.expectAnswer('Let in: mail sending is not watched for this mailbox.');
  await page.keyboard.press('Escape');
  await expect(tester.dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Test an address' })).toBeFocused();
});

test('the panel follows the rules while they are edited, and warns of shutting oneself out', async ({
  page,
  demo,
}) => {
  const tester = await TesterPage.open(page, demo, alice);
  await tester.expectCheck('You, here', 'let in', 'rule 3: France');
  await tester.expectCheck('A rented server in Germany', 'refused', 'rule 2: hosting network');
  await tester.expectCheck('A VPN exit in Switzerland', 'refused', 'rule 2: VPN');
  await tester.expectCheck('A Tor exit', 'refused', 'rule 2: Tor exit');
  await tester.expectCheck('A home in Brazil', 'refused', 'everything else');
  const rules = await RulesPage.opened(page, alice);
  await rules.setDefaultAction('Allow');
  await tester.expectCheck('A home in Brazil', 'let in', 'everything else');
  await rules.setDefaultAction('Block');
  await rules.delete(3);
  await tester.expectCheck('You, here', 'refused', 'everything else');
  await expect(page.getByText('With these rules your own connection is refused.')).toBeVisible();
});

test('a change is tried once, and not again with every letter of its note', async ({ page, demo }) => {
  const rules = await RulesPage.open(page, demo, alice);
  const dialog = await rules.addRule();
  await dialog.setAction('Block');
  await dialog.writeAddresses(home);
  await expect(dialog.dialog.getByText('Newly refused')).toBeVisible();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await dialog.dialog
    .getByRole('textbox', { name: 'Note (optional)' })
    .pressSequentially('Café by the station');
  await dialog.dialog.getByRole('textbox', { name: 'Note (optional)' }).press('Tab');
  await expect(dialog.dialog.getByText('Newly refused')).toBeVisible();
  expect(asked.filter((url) => url.endsWith('evaluate_several'))).toEqual([]);
});

test('where no answer comes, panel and tester say so, and one click asks again', async ({ page, demo }) => {
  await page.route('**/api/evaluate*', (route) => route.abort());
  await RulesPage.open(page, demo, alice);
  await expect(page.getByText('The rules could not be tried out just now.')).toBeVisible();
  await page.unroute('**/api/evaluate*');
  await page.getByRole('button', { name: 'Check again' }).click();

  const tester = await TesterPage.open(page, demo, alice);
  await tester.openDialog();
  await page.route('**/api/evaluate', (route) => route.abort());
  await tester.ask({ address: rented });
  await expect(tester.dialog.getByRole('alert')).toContainText('The address could not be tested');
  await page.unroute('**/api/evaluate');
  await tester.dialog.getByRole('button', { name: 'Retry' }).click();
  await tester.expectAnswer(byServers);
});

test('of many rules the deciding one is shown, and all of them on demand', async ({ page, demo }) => {
  const rules = Array.from({ length: 200 }, (_, index) => ({
    id: `r${index}`,
    action: 'block' as const,
    enabled: true,
    condition: { kind: 'address' as const, ranges: [`10.${index}.0.0/16`] },
  }));
  await setPolicy(demo, alice, { ...atHome, rules });
  const tester = await TesterPage.follow(page, demo, alice, `test=${abroad}`);
  await tester.expectRulesRead(/198/, /199/, /200/, /Everything else/);
  await expect(tester.dialog.getByText('Rules 1 to 197: none of them fits.')).toBeVisible();
  await tester.dialog.getByRole('button', { name: 'Show all 200' }).click();
  await expect(tester.dialog.getByRole('list', { name: 'Rule by rule' }).getByRole('listitem')).toHaveCount(
    201,
  );
});

test('it speaks French', async ({ page, demo }) => {
  await page.goto(`${demo.url}?lang=fr#/mailboxes/${encodeURIComponent(alice)}`);
  await page
    .getByRole('button', { name: /^accès refusé Un serveur loué \(Allemagne\) règle 2\s: réseau/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Tester une adresse' });
  await expect(dialog.getByRole('status')).toHaveText(
    /Accès refusé par la règle 2 \(bloquer\s: réseaux d’hébergeurs, VPN ou Tor\)\./,
  );
  await expect(dialog.getByText('correspond, et décide · type')).toBeVisible();
});

for (const width of [1280, 360]) {
  test(`at ${width} pixels nothing stands in the way of a person or of their aids`, async ({
    page,
    demo,
  }) => {
    await page.setViewportSize({ width, height: 780 });
    const tester = await TesterPage.open(page, demo, alice);
    const panel = await new AxeBuilder({ page }).include('#email-firewall').analyze();
    expect(panel.violations).toEqual([]);
    await tester.check('A rented server in Germany').click();
    await tester.expectAnswer(byServers);
    const dialog = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
    expect(dialog.violations).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
}
