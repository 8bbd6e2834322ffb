import { expect, type Locator, type Page } from '@playwright/test';
import type { Demo } from '../../demo/demo.ts';
import { RulesPage } from './rules-page.ts';

/** What a person asks of the tester besides the address. */
type Asked = { address: string; what?: 'Read (IMAP)' | 'Read (POP)' | 'Send (SMTP)' };

/** "Would these get in?" and the tester behind it, as a person uses and reads them. */
export class TesterPage {
  readonly page: Page;
  readonly dialog: Locator;

  private constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Test an address' });
  }

  /** The rules screen, with the panel beside the rules. */
  static async open(page: Page, demo: Demo, mailbox: string): Promise<TesterPage> {
    await RulesPage.open(page, demo, mailbox);
    const tester = new TesterPage(page);
    await expect(tester.check('You, here')).toBeVisible();
    return tester;
  }

  /** Follows a link to what is tested. */
  static async follow(page: Page, demo: Demo, mailbox: string, query: string): Promise<TesterPage> {
    // A change behind the "#" alone would not load the page anew.
    await page.goto('about:blank');
    await page.goto(`${demo.url}#/mailboxes/${encodeURIComponent(mailbox)}?${query}`);
    const tester = new TesterPage(page);
    await expect(tester.dialog).toBeVisible();
    return tester;
  }

  /** Somebody's row in the panel. */
  check(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^(let in|refused) ${name} `) });
  }

  async expectCheck(name: string, outcome: 'let in' | 'refused', reason: string): Promise<void> {
    await expect(this.check(name)).toHaveAccessibleName(new RegExp(`^${outcome} ${name} ${reason} Test `));
  }

  async openDialog(): Promise<void> {
    await this.page.getByRole('button', { name: 'Test an address' }).click();
    await expect(this.dialog).toBeVisible();
  }

  get address(): Locator {
    return this.dialog.getByRole('textbox', { name: 'Address' });
  }

  async ask({ address, what = 'Read (IMAP)' }: Asked): Promise<void> {
    await this.address.fill(address);
    await this.dialog.getByRole('radio', { name: what }).check({ force: true });
  }

  /** What is said aloud, and stands there to be read. */
  async expectAnswer(text: string): Promise<void> {
    await expect(this.dialog.getByRole('status')).toHaveText(text);
    await expect(this.dialog.getByText(text).last()).toBeVisible();
  }

  /** The exact words for the mail program. */
  get told(): Locator {
    return this.dialog.getByRole('code');
  }

  async expectRulesRead(...rows: (RegExp | string)[]): Promise<void> {
    await expect(this.dialog.getByRole('list', { name: 'Rule by rule' }).getByRole('listitem')).toContainText(
      rows,
    );
  }
}
