import type { Demo } from '../demo/demo.ts';
import { logIn } from '../demo/mail-client.ts';
import { openToAll, setPolicy } from './support/api.ts';
import { expect, test } from './support/demo-fixture.ts';
import { readByImap, readByPop3 } from './support/mail-programs.ts';
import { RulesPage } from './support/rules-page.ts';

const alice = 'alice@demo.test';
const home = '90.12.34.56'; // France
const rented = '8.8.8.8'; // United States

const ruleOne = 'Access denied by email firewall rule no. 1';
const defaultAction = 'Access denied by email firewall default action';

/** Whether a mail program at an address reads the mailbox, by both protocols, or what it is told. */
async function expectLetIn(demo: Demo, from: string): Promise<void> {
  expect(await readByImap(demo, { mailbox: alice, from })).toEqual({ mails: 1 });
  expect(await readByPop3(demo, { mailbox: alice, from })).toEqual({ mails: 1 });
}

async function expectRefused(demo: Demo, from: string, text: string): Promise<void> {
  expect(await readByImap(demo, { mailbox: alice, from })).toEqual({ refusal: `[ALERT] ${text}` });
  expect(await readByPop3(demo, { mailbox: alice, from })).toEqual({
    refusal: expect.stringContaining(`[AUTH] ${text}`),
  });
  const login = { mailbox: alice, password: 'demo', from };
  const imap = await logIn({ ...login, protocol: 'imap', port: demo.ports.imap });
  expect(imap).toEqual({ outcome: 'refused', answer: `NO [ALERT] ${text}` });
  const pop3 = await logIn({ ...login, protocol: 'pop3', port: demo.ports.pop3 });
  expect(pop3).toEqual({ outcome: 'refused', answer: `-ERR [AUTH] ${text}` });
}

test.beforeEach(({ demo }) => setPolicy(demo, alice, openToAll));

test('a rule that a person adds refuses the next login, and one moved above it lets it in', async ({
  page,
  demo,
}) => {
  await expectLetIn(demo, home);
  const rules = await RulesPage.open(page, demo, alice);

  await rules.addAddressRule('Block', '90.12.34.0/24');
  await expectRefused(demo, home, ruleOne);
  await expectLetIn(demo, rented);

  await rules.addCountryRule('Allow', 'France');
  await rules.expectRules(/Block.*90\.12\.34\.0\/24/s, /Allow.*France/s);
  await expectRefused(demo, home, ruleOne);

  await rules.moveUp(2);
  await rules.expectRules(/Allow.*France/s, /Block.*90\.12\.34\.0\/24/s);
  await expectLetIn(demo, home);

  await rules.setDefaultAction('Block');
  await expectRefused(demo, rented, defaultAction);
  await expectLetIn(demo, home);

  await rules.setDefaultAction('Allow');
  await rules.delete(2);
  await rules.delete(1);
  await expectLetIn(demo, home);
  await expectLetIn(demo, rented);
});

test('rules can be dragged, by mouse and by keyboard', async ({ page, demo }) => {
  const rules = await RulesPage.open(page, demo, alice);
  await rules.addAddressRule('Block', '90.12.34.0/24');
  await rules.addCountryRule('Allow', 'France', 'Belgium');

  await rules.drag(2, 1);
  await rules.expectRules(/Allow.*France/s, /Block.*90\.12\.34\.0\/24/s);
  await expectLetIn(demo, home);

  await rules.handle(1).focus();
  await page.keyboard.press('Space');
  await page.waitForTimeout(300);
  await page.keyboard.press('ArrowDown');
  await page.waitForTimeout(300);
  await page.keyboard.press('Space');
  await rules.expectRules(/Block.*90\.12\.34\.0\/24/s, /Allow.*France/s);
  await rules.expectSaved();
  await expect
    .poll(() => readByImap(demo, { mailbox: alice, from: home }))
    .toEqual({ refusal: `[ALERT] ${ruleOne}` });
});

test('a second visit finds the rules of the first', async ({ page, demo }) => {
  const rules = await RulesPage.open(page, demo, alice);
  await rules.addAddressRule('Block', '198.51.100.1 - 198.51.100.9, 2001:db8::/32');
  await page.reload();
  await rules.expectRules(/Block.*198\.51\.100\.1.*198\.51\.100\.9.*2001:db8::\/32/s);
});

test('bad input is named, nothing typed is lost, and nothing is saved', async ({ page, demo }) => {
  const rules = await RulesPage.open(page, demo, alice);
  const dialog = await rules.addRule();
  await dialog.writeAddresses('10.0.0.0/33');
  await page.getByRole('button', { name: 'Save rule' }).click();
  await expect(page.getByText(/10\.0\.0\.0\/33.*not/)).toBeVisible();
  await expect(dialog.addresses).toHaveValue('10.0.0.0/33');
  await expect(dialog.addresses).toBeFocused();
  await expectLetIn(demo, '10.0.0.7');
});

test('while the service is away the page says so, and one click tries again', async ({ page, demo }) => {
  const rules = await RulesPage.open(page, demo, alice);
  await demo.service.kill('SIGKILL');
  await page
    .getByRole('radiogroup', { name: 'Everything else' })
    .getByRole('radio', { name: 'Block' })
    .click({ force: true });
  const retry = page.getByRole('button', { name: /try again|retry/i });
  await expect(retry).toBeVisible();
  await demo.service.restart();
  await retry.click();
  await rules.expectSaved();
  await expectRefused(demo, rented, defaultAction);
});
