import { expect, type Locator, type Page } from '@playwright/test';
import type { Demo } from '../../demo/demo.ts';

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
    await expect(page.getByRole('heading', { level: 1, name: mailbox })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add a rule' })).toBeVisible();
    return new RulesPage(page);
  }

  /** Opens what a rule is made with, and leaves it open. */
  async openEditor(): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a rule' }).click();
    await expect(this.page.getByRole('radio', { name: 'Address or range' })).toBeVisible();
  }

  async addAddressRule(action: 'Allow' | 'Block', addresses: string): Promise<void> {
    await this.openEditor();
    await this.page.getByRole('radio', { name: 'Address or range' }).check();
    await this.page.getByRole('textbox', { name: 'Addresses' }).fill(addresses);
    await this.#finish(action);
  }

  async addCountryRule(action: 'Allow' | 'Block', ...countries: string[]): Promise<void> {
    await this.openEditor();
    await this.page.getByRole('radio', { name: 'Country', exact: true }).check();
    const input = this.page.getByLabel('Countries').and(this.page.locator('input'));
    for (const country of countries) {
      await input.fill(country);
      await input.press('Enter');
    }
    await this.#finish(action);
  }

  async moveUp(rule: number): Promise<void> {
    await this.page.getByRole('button', { name: `Move rule ${rule} up` }).click();
    await this.expectSaved();
  }

  async moveDown(rule: number): Promise<void> {
    await this.page.getByRole('button', { name: `Move rule ${rule} down` }).click();
    await this.expectSaved();
  }

  async delete(rule: number): Promise<void> {
    await this.page.getByRole('button', { name: `Delete rule ${rule}` }).click();
    await this.expectSaved();
  }

  /** Drags a rule by its handle onto another. */
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

  handle(rule: number): Locator {
    return this.page.getByRole('button', { name: `Drag rule ${rule}` });
  }

  async setDefaultAction(action: 'Allow' | 'Block'): Promise<void> {
    const group = this.page.getByRole('radiogroup', { name: 'Everything else' });
    await group.getByRole('radio', { name: action }).check({ force: true });
    await this.expectSaved();
  }

  /** The rules as they read from top to bottom. */
  async expectRules(...sentences: RegExp[]): Promise<void> {
    const rows = this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button', { name: /^Delete rule/ }) });
    await expect(rows).toHaveText(sentences);
  }

  async expectSaved(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: 'All changes saved' })).toBeVisible();
  }

  async #finish(action: 'Allow' | 'Block'): Promise<void> {
    const group = this.page.getByRole('radiogroup', { name: 'What should happen?' });
    await group.getByRole('radio', { name: action }).check({ force: true });
    await this.page.getByRole('button', { name: 'Save rule' }).click();
    await expect(this.page.getByRole('button', { name: 'Save rule' })).toBeHidden();
    await this.expectSaved();
  }
}

async function centreOf(locator: Locator): Promise<{ x: number; y: number }> {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  if (!box) throw new Error('not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
