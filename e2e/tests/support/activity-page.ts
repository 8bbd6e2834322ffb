import { expect, type Locator, type Page } from '@playwright/test';
import type { Demo } from '../../demo/demo.ts';
import { RuleDialog } from './rule-dialog.ts';

type Wanted = { result: string; because?: string | RegExp; from?: string; with?: 'IMAP' | 'POP' };

/** Who tried to log in, and what happened, as a person uses and reads it. */
export class ActivityPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /**
   * Follows a link to it.
   *
   * @param mailbox all of the account's, if left out
   * @param query what stands in the address, as in a bookmark
   */
  static async open(
    page: Page,
    { url }: Pick<Demo, 'url'>,
    { mailbox, query = '' }: { mailbox?: string; query?: string } = {},
  ): Promise<ActivityPage> {
    const path = mailbox === undefined ? '/activity' : `/mailboxes/${encodeURIComponent(mailbox)}/activity`;
    // A change behind the "#" alone would not load the page anew.
    await page.goto('about:blank');
    await page.goto(`${url}#${path}${query === '' ? '' : `?${query}`}`);
    return ActivityPage.opened(page, mailbox);
  }

  /** Where it is open already. */
  static async opened(page: Page, mailbox?: string): Promise<ActivityPage> {
    const name = mailbox === undefined ? 'Activity' : `Activity of ${mailbox}`;
    await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
    return new ActivityPage(page);
  }

  get rows(): Locator {
    return this.page
      .getByRole('table', { name: 'Attempts to log in, the newest first' })
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader') });
  }

  get searchField(): Locator {
    return this.page.getByRole('searchbox');
  }

  async show(name: 'All' | 'Refused' | 'Let in' | 'Would be refused'): Promise<void> {
    await this.page.getByRole('radio', { name, exact: true }).check({ force: true });
  }

  async search(text: string): Promise<void> {
    await this.searchField.fill(text);
  }

  /** The newest attempt, in words, without anybody reloading the page. */
  async expectNewest(wanted: Wanted): Promise<void> {
    const row = this.rows.first();
    const { result, because, from, with: spoken } = wanted;
    for (const text of [result, because, from, spoken]) {
      if (text !== undefined) await expect(row).toContainText(text);
    }
  }

  async expectAddresses(...addresses: string[]): Promise<void> {
    await expect(this.rows).toHaveText(
      addresses.map((address) => new RegExp(address.replaceAll('.', '\\.'))),
    );
  }

  /** Opens the menu of the newest attempt from an address. */
  async allow(address: string, choice: RegExp): Promise<RuleDialog> {
    await this.allowButton(address).click();
    await this.page.getByRole('menuitem', { name: choice }).click();
    return RuleDialog.opened(this.page, 'Add a rule');
  }

  allowButton(address: string): Locator {
    return this.page.getByRole('button', { name: `Allow this: ${address}` }).first();
  }
}
