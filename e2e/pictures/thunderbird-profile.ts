import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loopback } from '../demo/ports.ts';

/** Values of `authMethod` and `socketType` (nsMsgSocketType, nsMsgAuthMethod in Thunderbird's MailNewsTypes2.idl). */
const passwordInClear = 3;
const withoutTls = 0;

/** Makes a profile of Thunderbird's with one IMAP account, that asks and tells nothing of its own accord. */
export async function makeThunderbirdProfile(folder: string, mailbox: string, port: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const lines = Object.entries({ ...accountOf(mailbox, port), ...quiet }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  await writeFile(join(folder, 'prefs.js'), lines.join(''));
  await writeFile(join(folder, 'xulstore.json'), JSON.stringify(looks));
}

function accountOf(mailbox: string, port: number) {
  const server = 'mail.server.server1';
  const local = 'mail.server.server2';
  return {
    'mail.accountmanager.accounts': 'account1,account2',
    'mail.accountmanager.defaultaccount': 'account1',
    'mail.accountmanager.localfoldersserver': 'server2',
    'mail.account.account1.identities': 'id1',
    'mail.account.account1.server': 'server1',
    'mail.account.account2.server': 'server2',
    'mail.identity.id1.useremail': mailbox,
    'mail.identity.id1.valid': true,
    [`${server}.type`]: 'imap',
    [`${server}.name`]: mailbox,
    [`${server}.hostname`]: loopback,
    [`${server}.port`]: port,
    [`${server}.userName`]: mailbox,
    [`${server}.authMethod`]: passwordInClear,
    [`${server}.socketType`]: withoutTls,
    [`${server}.login_at_startup`]: true,
    [`${local}.type`]: 'none',
    [`${local}.name`]: 'Local Folders',
    [`${local}.hostname`]: 'Local Folders',
    [`${local}.userName`]: 'nobody',
    [`${local}.hidden`]: true,
  };
}

/** No first-run pages, no questions, no calls home, no motion. */
const quiet = {
  'intl.locale.requested': 'en-US',
  'mail.rights.version': 1,
  'mail.shell.checkDefaultClient': false,
  'mail.spotlight.firstRunDone': true,
  'mail.inappnotifications.enabled': false,
  'mailnews.start_page.enabled': false,
  'mailnews.start_page_override.mstone': 'ignore',
  'app.donation.eoy.version.viewed': 999,
  'app.update.enabled': false,
  'extensions.update.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'services.settings.server': 'data:,',
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'toolkit.telemetry.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'ui.prefersReducedMotion': 1,
};

const looks = {
  'chrome://messenger/content/messenger.xhtml': {
    // It moves as long as the program waits.
    'status-bar': { hidden: 'true', collapsed: 'true' },
    // There is no message to show.
    messagepaneboxwrapper: { collapsed: 'true' },
  },
};
