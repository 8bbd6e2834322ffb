import type { PolicySettings } from '@email-firewall/contract';
import type { Page } from '@playwright/test';
import { frames, type HostPage, startHostPage } from '../host-page/server.ts';
import { ActivityPage } from './support/activity-page.ts';
import { call, openToAll, setPolicy } from './support/api.ts';
import { differences, hostStyles, ownStyles, type Styles } from './support/computed-styles.ts';
import { test as base, expect } from './support/demo-fixture.ts';
import { readByImap } from './support/mail-programs.ts';
import { RulesPage } from './support/rules-page.ts';
import { settle } from './support/settle.ts';

const alice = 'alice@demo.test';

/** A rule of each kind, and what a rule can have beside. */
const allKinds: PolicySettings = {
  ...openToAll,
  rules: [
    {
      id: 'address',
      action: 'allow',
      enabled: true,
      note: 'Office fibre',
      condition: { kind: 'address', ranges: ['203.0.113.0/28', '2001:db8::/32'] },
    },
    {
      id: 'network',
      action: 'block',
      enabled: true,
      condition: { kind: 'network', networks: ['hosting', 'vpn', 'tor'] },
    },
    { id: 'operator', action: 'block', enabled: false, condition: { kind: 'operator', asns: [24_940] } },
    {
      id: 'country',
      action: 'allow',
      enabled: true,
      expiresAt: '2099-12-31T23:00:00.000Z',
      condition: { kind: 'country', countries: ['FR', 'BE'] },
    },
  ],
  defaultAction: 'block',
};

const test = base.extend<object, { hostPage: HostPage }>({
  hostPage: [
    async ({ demo }, use) => {
      const hostPage = await startHostPage(demo);
      await use(hostPage);
      await hostPage.stop();
    },
    { scope: 'worker' },
  ],
});

test.use({ colorScheme: 'light', contextOptions: { reducedMotion: 'reduce' } });
test.beforeAll(async ({ demo }) => {
  await setPolicy(demo, alice, allKinds);
  await readByImap(demo, { mailbox: alice, from: '88.198.0.7' });
  const events = async () => (await call(demo, 'list_events', { mailbox: alice })).events.length;
  await expect.poll(events).toBe(1);
});
test.beforeEach(({ demo }) => setPolicy(demo, alice, allKinds));

/** Goes through the screens as a person does, and reads the styles of each when all of it is there. */
async function visit(
  page: Page,
  url: string,
  read: (page: Page) => Promise<Styles>,
): Promise<Record<string, Styles>> {
  await page.goto(url);
  await expect(page.getByRole('link', { name: 'Configure rules' }).first()).toBeVisible();
  await settle(page);
  const mailboxes = await read(page);
  const rulesPage = await RulesPage.open(page, { url }, alice);
  await settle(page);
  const rules = await read(page);
  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  await ActivityPage.opened(page, alice);
  await expect(page.getByRole('button', { name: 'Allow this: 88.198.0.7' })).toBeVisible();
  await settle(page);
  const activity = await read(page);
  await page.goBack();
  await rulesPage.addRule();
  await settle(page);
  return { mailboxes, rules, activity, editor: await read(page) };
}

for (const frame of frames) {
  test(`${frame}: the host page looks the same with the plugin and without`, async ({ page, hostPage }) => {
    await page.goto(hostPage.urlOf(frame, { plugin: false }));
    const without = await hostStyles(page);
    const screens = await visit(page, hostPage.urlOf(frame), hostStyles);
    const { editor = {}, ...others } = screens;
    for (const [name, styles] of Object.entries(others)) {
      expect.soft(differences(without, onlyOf(without, styles)), name).toEqual([]);
    }
    // While a dialog is open, the page behind it does not scroll.
    const whileOpen = differences(without, onlyOf(without, editor));
    expect
      .soft(whileOpen.filter((one) => !/ > body[^>]*: overflow-[xy]: hidden/.test(` > ${one}`)))
      .toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    const closed = await hostStyles(page);
    expect.soft(differences(without, onlyOf(without, closed)), 'closed').toEqual([]);
  });

  test(`${frame}: the plugin looks the same inside the host page and alone`, async ({
    page,
    demo,
    hostPage,
  }) => {
    const alone = await visit(page, demo.url, ownStyles);
    const inside = await visit(page, hostPage.urlOf(frame), ownStyles);
    for (const [name, styles] of Object.entries(alone)) {
      expect.soft(differences(styles, inside[name] ?? {}), name).toEqual([]);
    }
  });

  test(`${frame}: a rule can be saved under a deep path, beside RequireJS, without a fault`, async ({
    page,
    demo,
    hostPage,
  }) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    const strays: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(hostPage.base) && !request.url().startsWith('data:'))
        strays.push(request.url());
    });
    await setPolicy(demo, alice, openToAll);
    const rules = await RulesPage.open(page, { url: hostPage.urlOf(frame) }, alice);
    await rules.addAddressRule('Block', '198.51.100.0/24');
    const { policy } = await call(demo, 'get_policy', { mailbox: alice });
    expect(policy.rules).toMatchObject([
      { action: 'block', condition: { kind: 'address', ranges: ['198.51.100.0/24'] } },
    ]);
    expect(await page.evaluate('defined')).toBe(0);
    expect(await page.evaluate('define("probe", []), defined'), 'the counting works').toBe(1);
    expect({ faults, strays }).toEqual({ faults: [], strays: [] });
  });
}

test('a link of the host page to a part of itself leaves the screen as it is', async ({ page, hostPage }) => {
  const rules = await RulesPage.open(page, { url: hostPage.urlOf('reset') }, alice);
  const dialog = await rules.addRule();
  await dialog.writeAddresses('203.0.113.7');
  await page.evaluate(() => location.assign('#more'));
  await expect(page).toHaveURL(/#more$/);
  await expect(dialog.addresses).toHaveValue('203.0.113.7');
  await dialog.dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('link', { name: 'Mailboxes' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Email Firewall' })).toBeVisible();
});

/** Without what the plugin adds to the page: its lazy style sheets, at the end of the head. */
function onlyOf(known: Styles, found: Styles): Styles {
  return Object.fromEntries(Object.entries(found).filter(([path]) => path in known));
}
