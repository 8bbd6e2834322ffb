import { expect, type Locator, type Page } from '@playwright/test';

export type ActionName = 'Allow' | 'Block';

/** A rule being written. */
export class RuleDialog {
  readonly dialog: Locator;
  readonly page: Page;

  private constructor(page: Page, dialog: Locator) {
    this.page = page;
    this.dialog = dialog;
  }

  static async opened(page: Page, title: string): Promise<RuleDialog> {
    const dialog = page.getByRole('dialog', { name: title });
    await expect(dialog).toBeVisible();
    return new RuleDialog(page, dialog);
  }

  async setKind(name: 'Address' | 'Country' | 'Internet provider' | 'Kind of network'): Promise<void> {
    await this.dialog.getByRole('radio', { name, exact: true }).check({ force: true });
  }

  get addresses(): Locator {
    return this.dialog.getByRole('textbox', { name: 'Addresses or ranges' });
  }

  async writeAddresses(text: string): Promise<void> {
    await this.setKind('Address');
    await this.addresses.fill(text);
  }

  /** Types each, and takes the first that is offered. */
  async chooseCountries(...names: string[]): Promise<void> {
    await this.setKind('Country');
    for (const name of names) await this.#choose('Countries', name);
  }

  async chooseProviders(...names: string[]): Promise<void> {
    await this.setKind('Internet provider');
    for (const name of names) await this.#choose('Internet providers', name);
  }

  async tick(...names: string[]): Promise<void> {
    for (const name of names) await this.dialog.getByRole('checkbox', { name, exact: true }).check();
  }

  async setAction(action: ActionName): Promise<void> {
    const group = this.dialog.getByRole('radiogroup', { name: 'What should happen?' });
    await group.getByRole('radio', { name: action }).check({ force: true });
  }

  /** Answers the question about everything else, where it is asked. */
  async leaveRestAsItIs(): Promise<void> {
    const rest = this.dialog.getByRole('checkbox', { name: 'Refuse everything else' });
    if (await rest.isVisible()) await rest.uncheck();
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Save rule' }).click();
    await expect(this.dialog).toBeHidden();
  }

  async #choose(label: string, name: string): Promise<void> {
    const field = this.dialog.getByRole('combobox', { name: label, exact: true });
    await field.fill(name);
    await this.page.getByRole('option', { name }).first().click();
    await expect(field).toHaveValue('');
  }
}
