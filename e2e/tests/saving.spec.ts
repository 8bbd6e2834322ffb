import { call, openToAll, setPolicy } from './support/api.ts';
import { expect, test } from './support/demo-fixture.ts';
import { RulesPage } from './support/rules-page.ts';

const alice = 'alice@demo.test';

test.beforeEach(({ demo }) => setPolicy(demo, alice, openToAll));

test('two people collide: the second sees what the first did, and chooses to add to it', async ({
  page,
  context,
  demo,
}) => {
  const first = await RulesPage.open(page, demo, alice);
  await first.addCountryRule('Block', 'France');
  const second = await RulesPage.open(await context.newPage(), demo, alice);

  await first.addCountryRule('Block', 'Italy');
  await first.setDefaultAction('Block');
  await second.page.getByRole('button', { name: 'Delete rule 1' }).click();

  const notice = second.page.getByRole('alert').filter({ hasText: 'The rules were changed elsewhere' });
  await expect(notice).toContainText('Rule 2 was added: block Italy.');
  await expect(notice).toContainText('Everything else: Block.');
  await expect(notice).toContainText('Rule 1 was deleted: block France.');
  await second.expectRules(/France/, /Italy/);

  await notice.getByRole('button', { name: 'Apply my change to them' }).click();
  await second.expectSaved();
  await second.expectRules(/Italy/);
  await expect(notice).toBeHidden();
});

test('two people collide: the second may leave it at what the first did', async ({ page, context, demo }) => {
  const first = await RulesPage.open(page, demo, alice);
  const second = await RulesPage.open(await context.newPage(), demo, alice);
  await first.addCountryRule('Block', 'Italy');
  const group = second.page.getByRole('radiogroup', { name: 'Everything else' });
  await group.getByRole('radio', { name: 'Block' }).check({ force: true });
  await second.page.getByRole('button', { name: 'Keep the current rules' }).click();
  await second.expectRules(/Italy/);
  await expect(group.getByRole('radio', { name: 'Allow' })).toBeChecked();
  const { policy } = await call(demo, 'get_policy', { mailbox: alice });
  expect(policy).toMatchObject({ defaultAction: 'allow', rules: [{ action: 'block' }] });
});

test('a rule that collides while it is being written stays in its dialog', async ({ page, demo }) => {
  const rules = await RulesPage.open(page, demo, alice);
  const dialog = await rules.addRule();
  await dialog.writeAddresses('203.0.113.7');
  await dialog.setAction('Block');
  await setPolicy(demo, alice, { ...openToAll, defaultAction: 'block' });
  await page.getByRole('button', { name: 'Save rule' }).click();
  await expect(dialog.dialog.getByRole('alert')).toContainText('Everything else: Block.');
  await expect(dialog.addresses).toHaveValue('203.0.113.7');
  await dialog.dialog.getByRole('button', { name: 'Apply my change to them' }).click();
  await expect(dialog.dialog).toBeHidden();
  await rules.expectRules(/203\.0\.113\.7/);
});

test('offline nothing is lost: the list moves back, says why, and one click saves', async ({
  page,
  context,
  demo,
}) => {
  const rules = await RulesPage.open(page, demo, alice);
  await rules.addCountryRule('Block', 'France');
  await rules.addCountryRule('Block', 'Italy');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Move rule 2 up' }).click();
  await page.getByRole('button', { name: 'Delete rule 2' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'changes were not saved' });
  await expect(notice).toContainText('The server could not be reached');
  // Back as the server has them; so it was rule 2, Italy, that was deleted.
  await rules.expectRules(/France/, /Italy/);
  await context.setOffline(false);
  await notice.getByRole('button', { name: 'Retry' }).click();
  await rules.expectSaved();
  await rules.expectRules(/France/);
});

test('a rule written offline stays in its dialog until it is saved', async ({ page, context, demo }) => {
  const rules = await RulesPage.open(page, demo, alice);
  const dialog = await rules.addRule();
  await dialog.writeAddresses('203.0.113.7');
  await dialog.leaveRestAsItIs();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Save rule' }).click();
  await expect(dialog.dialog.getByRole('alert')).toContainText('The server could not be reached');
  await context.setOffline(false);
  await dialog.dialog.getByRole('button', { name: 'Retry' }).click();
  await expect(dialog.dialog).toBeHidden();
  await rules.expectRules(/203\.0\.113\.7/);
});

test('a dialog closed while its rule is being saved leaves the rule saved once, and nothing behind', async ({
  page,
  demo,
}) => {
  const rules = await RulesPage.open(page, demo, alice);
  const dialog = await rules.addRule();
  await dialog.writeAddresses('203.0.113.7');
  await dialog.leaveRestAsItIs();
  await page.route('**/api/save_policy', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await page.getByRole('button', { name: 'Save rule' }).click();
  await expect(page.getByRole('button', { name: 'Saving…' })).toBeVisible();
  await dialog.addresses.press('Escape');
  await expect(dialog.dialog).toBeHidden();
  await rules.expectSaved();
  await rules.expectRules(/203\.0\.113\.7/);
  const next = await rules.addRule();
  await expect(next.addresses).toHaveValue('');
});

test('a change that is given up closes its dialog, is not said to be saved, and is not tried again', async ({
  page,
  context,
  demo,
}) => {
  const rules = await RulesPage.open(page, demo, alice);
  await rules.addCountryRule('Block', 'France');
  const dialog = await rules.edit(1);
  await dialog.setAction('Allow');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Save rule' }).click();
  await dialog.dialog.getByRole('button', { name: 'Discard my change' }).click();
  await expect(dialog.dialog).toBeHidden();
  await context.setOffline(false);
  await expect(page.getByText(/^Rule 1, .* saved\.$/)).toHaveCount(0);
  await rules.expectRules(/Block.*France/s);
  await expect(page.getByRole('button', { name: 'Retry' })).toHaveCount(0);
});

test('a rule that is changed elsewhere while it is edited is not overwritten unseen', async ({
  page,
  demo,
}) => {
  const rules = await RulesPage.open(page, demo, alice);
  await rules.addCountryRule('Block', 'France');
  const { policy } = await call(demo, 'get_policy', { mailbox: alice });
  const [rule] = policy.rules;
  if (!rule) throw new Error('there is a rule');
  const dialog = await rules.edit(1);
  const theirs = { ...rule, enabled: false, condition: { kind: 'country' as const, countries: ['IT'] } };
  await setPolicy(demo, alice, { ...openToAll, rules: [theirs] });
  // The page asks for the rules again when the person comes back to it.
  await expect(async () => {
    await page.evaluate(() => dispatchEvent(new Event('visibilitychange')));
    await expect(dialog.dialog.getByRole('alert')).toContainText('block Italy', { timeout: 500 });
  }).toPass();
  await dialog.setAction('Allow');
  await dialog.save();
  await rules.expectRules(/Allow.*France.*off/s);

  await rules.edit(1);
  await setPolicy(demo, alice, openToAll);
  await expect(async () => {
    await page.evaluate(() => dispatchEvent(new Event('visibilitychange')));
    await expect(page.getByRole('dialog', { name: 'Add a rule' }).getByRole('alert')).toContainText(
      'no longer in the list',
      { timeout: 500 },
    );
  }).toPass();
});

test('many quick changes arrive in order', async ({ page, demo }) => {
  const rules = await RulesPage.open(page, demo, alice);
  await rules.addCountryRule('Block', 'France');
  await rules.addCountryRule('Block', 'Italy');
  await rules.addCountryRule('Block', 'Spain');
  for (let step = 0; step < 6; step++) {
    await page.getByRole('button', { name: 'Move rule 1 down', exact: true }).click();
    await page.getByRole('button', { name: 'Move rule 3 up', exact: true }).click();
  }
  await rules.expectSaved();
  const shown = await page.getByRole('listitem').filter({ hasText: /Block/ }).allInnerTexts();
  await page.reload();
  await rules.expectRules(
    ...shown.slice(0, 3).map((text) => new RegExp(/France|Italy|Spain/.exec(text)?.[0] ?? '^$')),
  );
});
