import { expect, type Locator, type Page } from '@playwright/test';
import type { Demo } from '../../demo/demo.ts';

/** The screen that copies one mailbox's rules to others, as a person uses and reads it. */
export class ProtectSeveralPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Goes there the way a person does: from the list of mailboxes. */
  static async open(page: Page, { url }: Pick<Demo, 'url'>): Promise<ProtectSeveralPage> {
    await page.goto(url);
    await page.getByRole('link', { name: 'Protect several…' }).click();
    const screen = new ProtectSeveralPage(page);
    await screen.expectOpen();
    return screen;
  }

  /** Where the person has come there by themselves. */
  static at(page: Page): ProtectSeveralPage {
    return new ProtectSeveralPage(page);
  }

  async expectOpen(): Promise<void> {
    await expect(
      this.page.getByRole('heading', { level: 1, name: 'Protect several mailboxes' }),
    ).toBeVisible();
  }

  get sourceMenu(): Locator {
    return this.page.getByRole('combobox', { name: 'Copy the rules of' });
  }

  async chooseSource(mailbox: string): Promise<void> {
    await this.sourceMenu.selectOption({ label: mailbox });
  }

  box(mailbox: string): Locator {
    return this.page.getByRole('checkbox', { name: mailbox, exact: true });
  }

  get allBox(): Locator {
    return this.page.getByRole('checkbox', { name: /^Tick (all|the) [\d,]+ shown$/ });
  }

  async tick(...mailboxes: string[]): Promise<void> {
    for (const mailbox of mailboxes) await this.box(mailbox).check();
  }

  /** What the row of a mailbox says that it then has. */
  async expectOutlook(mailbox: string, ...texts: string[]): Promise<void> {
    const row = this.page.getByRole('row').filter({ has: this.box(mailbox) });
    for (const text of texts) await expect(row.getByRole('cell').last()).toContainText(text);
  }

  /** What the bar at the lower edge says. */
  async expectPlan(...texts: string[]): Promise<void> {
    const bar = this.page.getByRole('status').filter({ hasText: /ticked|Tick|Choose/ });
    for (const text of texts) await expect(bar).toContainText(text);
  }

  copyButton(count?: number): Locator {
    const name = count === undefined ? /^Copy/ : `Copy to ${count} mailbox${count === 1 ? '' : 'es'}`;
    return this.page.getByRole('button', { name });
  }

  async copyTo(count: number): Promise<void> {
    await this.copyButton(count).click();
  }

  /** What is said, aloud as well, of how it ended. */
  async expectOutcome(...texts: string[]): Promise<void> {
    const alert = this.page.getByRole('alert');
    for (const text of texts) await expect(alert).toContainText(text);
  }
}
