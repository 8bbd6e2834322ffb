import { expect, type Locator, type Page } from '@playwright/test';
import type { Demo } from '../../demo/demo.ts';

/** The list of mailboxes, as a person uses and reads it. */
export class MailboxesPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** @param query what stands in the address, as in a bookmark */
  static async open(page: Page, { url }: Pick<Demo, 'url'>, query = ''): Promise<MailboxesPage> {
    await page.goto(query === '' ? url : `${url}#/?${query}`);
    const mailboxes = new MailboxesPage(page);
    await mailboxes.expectOpen();
    return mailboxes;
  }

  async expectOpen(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'Email Firewall' })).toBeVisible();
    await expect(this.page.getByRole('searchbox')).toBeVisible();
  }

  get searchField(): Locator {
    return this.page.getByRole('searchbox', { name: /^Search [\d,]+ mailbox/ });
  }

  get domainMenu(): Locator {
    return this.page.getByRole('combobox', { name: 'Domain' });
  }

  get table(): Locator {
    return this.page.getByRole('table');
  }

  row(mailbox: string): Locator {
    return this.table
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: mailbox, exact: true }) });
  }

  configureLink(mailbox: string): Locator {
    return this.page.getByRole('link', { name: `Configure rules for ${mailbox}`, exact: true });
  }

  async search(text: string): Promise<void> {
    await this.searchField.fill(text);
  }

  /** What the table tells a screen reader of its length, and how many rows are drawn, without that of the headings. */
  async rowCounts(): Promise<{ told: number; drawn: number }> {
    return {
      told: Number(await this.table.getAttribute('aria-rowcount')) - 1,
      drawn: (await this.table.getByRole('row').count()) - 1,
    };
  }

  async expectCount(text: string): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: text })).toBeVisible();
  }

  /** The badge and the line of a mailbox. */
  async expectProtection(mailbox: string, badge: string, line: string): Promise<void> {
    const cell = this.row(mailbox).getByRole('cell').first();
    await expect(cell).toContainText(badge);
    await expect(cell).toContainText(line);
  }

  /** Where a row stands in the window. */
  async placeOf(mailbox: string): Promise<number> {
    const box = await this.configureLink(mailbox).boundingBox();
    if (!box) throw new Error(`${mailbox} is not drawn.`);
    return Math.round(box.y);
  }
}
