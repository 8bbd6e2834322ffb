import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countryCodes, type PolicySettings, type Rule } from '@email-firewall/contract';
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumOptions } from '../chromium.ts';
import { type Demo, startDemo } from '../demo/demo.ts';
import { openToAll, setPolicy } from '../tests/support/api.ts';
import { measureActivity } from './activity.ts';
import { type Delays, delaysOf, watchInteractions } from './interactions.ts';

// How the page feels with many mailboxes and rules, beside a small account in the same run: npm run bench.

/** Beyond this an interaction no longer feels immediate (Interaction to Next Paint, web.dev: "good" up to 200 ms). */
const goal = 200;

const sizes = {
  small: { mailboxes: 10, rules: 5 },
  large: { mailboxes: 1000, rules: 200 },
} as const;

type Size = { mailboxes: number; rules: number };
type Measured = Record<string, Delays>;

function manyRules(count: number): PolicySettings {
  const rules = Array.from({ length: count }, (_, index): Rule => {
    const condition: Rule['condition'] =
      index % 4 === 0
        ? { kind: 'address', ranges: [`198.51.${index % 256}.0/24`] }
        : { kind: 'country', countries: [countryCodes[index % countryCodes.length] ?? 'FR'] };
    return { id: `rule-${index}`, action: index % 3 === 0 ? 'block' : 'allow', enabled: true, condition };
  });
  return { ...openToAll, rules, defaultAction: 'block' };
}

async function measure(browser: Browser, { mailboxes, rules }: Size) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'email-firewall-bench-'));
  const more = Array.from({ length: mailboxes - 4 }, (_, index) => `person${index}@demo.test`);
  const demo = await startDemo({ dataFolder, delayFailures: false, mailboxes: more });
  try {
    await setPolicy(demo, 'alice@demo.test', manyRules(rules));
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    await watchInteractions(page);
    const interactions = { ...(await measureMailboxes(page, demo)), ...(await measureRules(page, demo)) };
    return { interactions, activity: await measureActivity(page, demo) };
  } finally {
    await demo.stop();
    await rm(dataFolder, { recursive: true });
  }
}

async function measureMailboxes(page: Page, demo: Demo): Promise<Measured> {
  await page.goto(demo.url);
  await page.getByRole('row', { name: 'alice@demo.test' }).waitFor();
  const search = page.getByRole('searchbox');
  const typing = await delaysOf(page, 15, async () => {
    await search.click();
    await page.keyboard.type('person3', { delay: 80 });
    for (let letter = 0; letter < 7; letter++) await page.keyboard.press('Backspace', { delay: 20 });
  });
  return { 'type into the search of mailboxes': typing };
}

async function measureRules(page: Page, demo: Demo): Promise<Measured> {
  await page.goto(`${demo.url}#/mailboxes/alice%40demo.test`);
  await page.reload();
  await page.getByRole('button', { name: 'Add a rule' }).waitFor();
  await page.waitForTimeout(1000);
  const move = await delaysOf(page, 4, async () => {
    for (let step = 1; step <= 4; step++) {
      await page.getByRole('button', { name: `Move rule ${step} down`, exact: true }).click();
      await page.waitForTimeout(150);
    }
  });
  const drag = await delaysOf(page, 5, async () => {
    await page.getByRole('button', { name: 'Drag rule 2', exact: true }).focus();
    await page.keyboard.press('Space');
    for (let step = 0; step < 3; step++) {
      await page.waitForTimeout(200);
      await page.keyboard.press('ArrowDown');
    }
    await page.waitForTimeout(200);
    await page.keyboard.press('Space');
  });
  const menu = await delaysOf(page, 2, async () => {
    await page.getByRole('button', { name: 'More for rule 3', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Switch off' }).click();
  });
  const dialog = await delaysOf(page, 9, async () => {
    await page.getByRole('button', { name: 'Edit rule 2', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await page.getByRole('textbox', { name: 'Note (optional)' }).click();
    await page.keyboard.type('office', { delay: 80 });
    await page.keyboard.press('Escape');
  });
  return {
    'move a rule by its button': move,
    'drag a rule by keyboard': drag,
    'switch a rule off in its menu': menu,
    'open, write in and close the rule dialog': dialog,
  };
}

function report(small: Measured, large: Measured): void {
  const rows = Object.entries(large).map(([interaction, delays]) => {
    const reference = small[interaction] ?? delays;
    return {
      interaction,
      'small, ms': `${reference.median} / ${reference.worst}`,
      'large, ms': `${delays.median} / ${delays.worst}`,
      ratio: (delays.median / reference.median).toFixed(1),
      [`worst <= ${goal} ms`]: delays.worst <= goal ? 'yes' : 'NO',
    };
  });
  const words = ({ mailboxes, rules }: Size) => `${mailboxes} mailboxes, ${rules} rules`;
  process.stdout.write(
    `From a key or click to the drawing that shows what came of it (median / worst).\n` +
      `Small: ${words(sizes.small)}. Large: ${words(sizes.large)}. Ratio of the medians.\n`,
  );
  console.table(rows);
}

const browser = await chromium.launch(chromiumOptions);
try {
  const small = await measure(browser, sizes.small);
  const large = await measure(browser, sizes.large);
  report(small.interactions, large.interactions);
  process.stdout.write('From the end of a login to its row on an open page of activity, ms (goal: 2000):\n');
  console.table({ small: small.activity, large: large.activity });
} finally {
  await browser.close();
}
