import { expect, type Locator, type Page } from '@playwright/test';
import type { Demo } from '../../demo/demo.ts';
import { type ActionName, RuleDialog } from './rule-dialog.ts';

/** The rules of one mailbox, as a person uses and reads them. */
export class RulesPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Goes there the way a person does: from the list of mailboxes. */
  static async open(page: Page, { url }: Pick<Demo, 'url'>, mailbox: string): Promise<RulesPage> {
    await page.goto(url);
    await page.getByRole('row', { name: mailbox }).getByRole('link', { name: 'Configure rules' }).click();
    return RulesPage.opened(page, mailbox);
  }

  /** Where it is open already. */
  static async opened(page: Page, mailbox: string): Promise<RulesPage> {
    await expect(page.getByRole('heading', { level: 1, name: mailbox })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add a rule' })).toBeVisible();
    return new RulesPage(page);
  }

  async addRule(): Promise<RuleDialog> {
    await this.page.getByRole('button', { name: 'Add a rule' }).click();
    return RuleDialog.opened(this.page, 'Add a rule');
  }

  async startFrom(name: string | RegExp): Promise<RuleDialog> {
    await this.page.getByRole('button', { name }).click();
    return RuleDialog.opened(this.page, 'Add a rule');
  }

  async addAddressRule(action: ActionName, addresses: string): Promise<void> {
    const dialog = await this.addRule();
    await dialog.writeAddresses(addresses);
    await this.#finish(dialog, action);
  }

  async addCountryRule(action: ActionName, ...countries: string[]): Promise<void> {
    const dialog = await this.addRule();
    await dialog.chooseCountries(...countries);
    await this.#finish(dialog, action);
  }

  async edit(rule: number): Promise<RuleDialog> {
    await this.page.getByRole('button', { name: `Edit rule ${rule}`, exact: true }).click();
    return RuleDialog.opened(this.page, `Edit rule ${rule}`);
  }

  async moveUp(rule: number): Promise<void> {
    await this.page.getByRole('button', { name: `Move rule ${rule} up`, exact: true }).click();
    await this.expectSaved();
  }

  async moveDown(rule: number): Promise<void> {
    await this.page.getByRole('button', { name: `Move rule ${rule} down`, exact: true }).click();
    await this.expectSaved();
  }

  async delete(rule: number): Promise<void> {
    await this.page.getByRole('button', { name: `Delete rule ${rule}`, exact: true }).click();
    await this.expectSaved();
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Undo' }).click();
    await this.expectSaved();
  }

  /** Chooses from the menu of a rule. */
  async choose(rule: number, entry: string): Promise<void> {
    await this.page.getByRole('button', { name: `More for rule ${rule}`, exact: true }).click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  /** Drags a rule by its handle onto another, with the mouse. */
  async drag(rule: number, onto: number): Promise<void> {
    const from = await centreOf(this.handle(rule));
    const to = await centreOf(this.handle(onto));
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x, (from.y + to.y) / 2, { steps: 5 });
    await this.page.mouse.move(to.x, to.y, { steps: 5 });
    await this.page.mouse.up();
    await this.expectSaved();
  }

  /** The same with a finger. */
  async dragByTouch(rule: number, onto: number): Promise<void> {
    const from = await centreOf(this.handle(rule));
    const to = await centreOf(this.handle(onto));
    const finger = await this.page.context().newCDPSession(this.page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
      finger.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: y === undefined ? [] : [{ x: from.x, y }],
      });
    await touch('touchStart', from.y);
    for (let step = 1; step <= 10; step++) await touch('touchMove', from.y + ((to.y - from.y) * step) / 10);
    await touch('touchEnd');
    await this.expectSaved();
  }

  handle(rule: number): Locator {
    return this.page.getByRole('button', { name: `Drag rule ${rule}`, exact: true });
  }

  async setDefaultAction(action: ActionName): Promise<void> {
    const group = this.page.getByRole('radiogroup', { name: 'Everything else' });
    await group.getByRole('radio', { name: action }).check({ force: true });
    await this.expectSaved();
  }

  async setMode(mode: 'Refusing' | 'Watching only' | 'Off'): Promise<void> {
    const group = this.page.getByRole('radiogroup', { name: 'What the firewall does for this mailbox' });
    await group.getByRole('radio', { name: mode }).check({ force: true });
    await this.expectSaved();
  }

  /** The rules as they read from top to bottom. */
  async expectRules(...sentences: RegExp[]): Promise<void> {
    const rows = this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button', { name: /^Delete rule/ }) });
    await expect(rows).toHaveText(sentences);
  }

  /** All the rules in a sentence or two. */
  async expectSummary(text: string | RegExp): Promise<void> {
    await expect(this.page.getByText(text)).toBeVisible();
  }

  async expectSaved(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: 'All changes saved' })).toBeVisible();
  }

  async #finish(dialog: RuleDialog, action: ActionName): Promise<void> {
    await dialog.setAction(action);
    await dialog.leaveRestAsItIs();
    await dialog.save();
    await this.expectSaved();
  }
}

async function centreOf(locator: Locator): Promise<{ x: number; y: number }> {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  if (!box) throw new Error('not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
