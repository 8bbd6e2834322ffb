import { AxeBuilder } from '@axe-core/playwright';
import type { PolicySettings } from '@email-firewall/contract';
import type { Browser, Page } from '@playwright/test';
import type { Demo } from '../demo/demo.ts';
import { openToAll, setPolicy } from './support/api.ts';
import { expect, test } from './support/demo-fixture.ts';
import { readByImap } from './support/mail-programs.ts';
import { settle } from './support/settle.ts';

/** The names by which the screens are walked through, in each language. */
const names = {
  en: {
    add: 'Add a rule',
    save: 'Save rule',
    delete: 'Delete rule 1',
    more: 'More for rule 1',
    kinds: ['Address', 'Country', 'Internet provider', 'Kind of network'],
    block: 'Block',
    test: 'Test an address',
    several: /several…$/,
    refused: 'Refused',
    allow: /^Allow this/,
  },
  fr: {
    add: 'Ajouter une règle',
    save: 'Enregistrer',
    delete: 'Supprimer la règle 1',
    more: 'Autres actions pour la règle 1',
    kinds: ['Adresse', 'Pays', 'Fournisseur d’accès', 'Type de réseau'],
    block: 'Bloquer',
    test: 'Tester une adresse',
    several: /plusieurs…$/,
    refused: 'Refusées',
    allow: /^Autoriser/,
  },
} as const;

type Language = keyof typeof names;
type Look = { language: Language; scheme: 'light' | 'dark'; width: number };

const alice = 'alice@demo.test';
const bob = 'bob@demo.test';

/** Rules of every kind and in every state. */
const everything: PolicySettings = {
  ...openToAll,
  rules: [
    {
      id: 'address',
      action: 'allow',
      enabled: true,
      note: 'Office',
      condition: { kind: 'address', ranges: ['203.0.113.0/28'] },
    },
    {
      id: 'network',
      action: 'block',
      enabled: true,
      condition: { kind: 'network', networks: ['vpn', 'tor'] },
    },
    { id: 'operator', action: 'block', enabled: false, condition: { kind: 'operator', asns: [3215] } },
    {
      id: 'country',
      action: 'allow',
      enabled: true,
      expiresAt: '2099-01-01T00:00:00Z',
      condition: { kind: 'country', countries: ['FR', 'BE'] },
    },
    {
      id: 'over',
      action: 'allow',
      enabled: true,
      expiresAt: '2020-01-01T00:00:00Z',
      condition: { kind: 'country', countries: ['IT'] },
    },
  ],
  defaultAction: 'block',
};

/** Holds what is on the screen against WCAG 2.2, levels A and AA, and axe's own best practices. */
async function expectAccessible(page: Page, state: string): Promise<void> {
  await settle(page);
  // The document's title and landmarks are the host page's; what stands in it is ours.
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target }) => `${impact} ${id}: ${target.join(' ')}`),
  );
  expect.soft(found, state).toEqual([]);
}

async function openLook(browser: Browser, { language, scheme, width }: Look): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    locale: language,
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

async function walkMailboxes(page: Page, demo: Demo, language: Language): Promise<void> {
  const { several } = names[language];
  const search = page.getByRole('searchbox');
  await page.goto(demo.url);
  await expect(page.getByRole('row', { name: bob })).toBeVisible();
  await expectAccessible(page, 'mailboxes');
  await search.fill('nobody');
  await expect(page.getByRole('row', { name: bob })).toBeHidden();
  await expectAccessible(page, 'no mailbox found');
  await search.fill('');
  await page.getByRole('link', { name: several }).click();
  const target = page.getByRole('checkbox', { name: bob });
  await target.check();
  await expectAccessible(page, 'protect several');
}

async function walkRules(page: Page, demo: Demo, language: Language): Promise<void> {
  const { add, save, kinds, block, more, delete: remove } = names[language];
  await page.goto(`${demo.url}#/mailboxes/${encodeURIComponent(bob)}`);
  await expect(page.getByRole('button', { name: add })).toBeVisible();
  await expectAccessible(page, 'no rules');

  await page.getByRole('button', { name: add }).click();
  const dialog = page.getByRole('dialog');
  for (const kind of kinds) {
    await dialog.getByRole('radio', { name: kind, exact: true }).check({ force: true });
    await dialog.getByRole('radio', { name: block }).check({ force: true });
    await expectAccessible(page, `a rule by ${kind}`);
    await dialog.getByRole('button', { name: save }).click();
    await expectAccessible(page, `a rule by ${kind}, with a fault`);
  }
  await dialog.getByRole('radio', { name: kinds[1], exact: true }).check({ force: true });
  await dialog.getByRole('combobox').first().fill('fr');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectAccessible(page, 'countries to choose from');

  await page.goto(`${demo.url}#/mailboxes/${encodeURIComponent(alice)}`);
  await page.reload();
  await expect(page.getByRole('button', { name: more })).toBeVisible();
  await expectAccessible(page, 'rules of every kind');
  await page.getByRole('button', { name: more }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page, 'the menu of a rule');
  await page.keyboard.press('Escape');
  await setPolicy(demo, alice, { ...everything, defaultAction: 'allow' });
  await page.getByRole('button', { name: remove }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'a collision, and a rule that can be brought back');
  await setPolicy(demo, alice, everything);
}

async function walkTester(page: Page, demo: Demo, language: Language): Promise<void> {
  await page.goto(`${demo.url}#/mailboxes/${encodeURIComponent(alice)}`);
  await page.reload();
  await page.getByRole('button', { name: names[language].test }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page, 'the tester');
  await dialog.getByRole('textbox').first().fill('88.198.0.7');
  await expect(dialog.getByRole('listitem').first()).toBeVisible();
  await expectAccessible(page, 'the tester, with an answer');
  await dialog.getByRole('textbox').first().fill('300.1.1.1');
  await dialog.getByRole('textbox').first().press('Enter');
  await expectAccessible(page, 'the tester, with a fault');
}

async function walkActivity(page: Page, demo: Demo, language: Language): Promise<void> {
  const { refused, allow } = names[language];
  await page.goto(`${demo.url}#/activity`);
  await page.reload();
  await expect(page.getByRole('button', { name: allow }).first()).toBeVisible();
  await expectAccessible(page, 'the activity of all mailboxes');
  await page.goto(`${demo.url}#/mailboxes/${encodeURIComponent(alice)}/activity`);
  await page.getByRole('radio', { name: refused, exact: true }).check({ force: true });
  const button = page.getByRole('button', { name: allow }).first();
  await expect(button).toBeVisible();
  await expectAccessible(page, 'the activity of a mailbox');
  await button.click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page, 'the ways to let somebody in');
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').fill('192.0.2.99');
  await expect(button).toBeHidden();
  await expectAccessible(page, 'no attempt found');
}

async function walkFailures(page: Page, demo: Demo): Promise<void> {
  await page.goto(`${demo.url}#/mailboxes/nobody%40demo.test`);
  await page.reload();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'an unknown mailbox');
  await page.goto(`${demo.url}#/nowhere`);
  await page.reload();
  await expectAccessible(page, 'an unknown place');
}

// Each look has a demo of its own: two workers share them out.
test.describe.configure({ mode: 'parallel' });

test.beforeEach(async ({ demo }) => {
  await setPolicy(demo, alice, everything);
  await readByImap(demo, { mailbox: alice, from: '8.8.8.8' });
  await setPolicy(demo, bob, openToAll);
});

for (const language of ['en', 'fr'] as const) {
  for (const scheme of ['light', 'dark'] as const) {
    for (const width of [360, 1280]) {
      test(`nothing bars the way: ${language}, ${scheme}, ${width} px`, async ({ browser, demo }) => {
        test.setTimeout(120_000);
        const page = await openLook(browser, { language, scheme, width });
        await walkMailboxes(page, demo, language);
        await walkRules(page, demo, language);
        await walkTester(page, demo, language);
        await walkActivity(page, demo, language);
        await walkFailures(page, demo);
        await expectNoSidewaysScroll(page, demo);
        await page.context().close();
      });
    }
  }
}

async function expectNoSidewaysScroll(page: Page, demo: Demo): Promise<void> {
  for (const place of ['/', `/mailboxes/${encodeURIComponent(alice)}`, '/protect-several', '/activity']) {
    await page.goto(`${demo.url}#${place}`);
    await page.reload();
    await settle(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(overflow, place).toBe(0);
  }
}
