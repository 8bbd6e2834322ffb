import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoPassword } from '../demo/account.ts';
import { createCleanup } from '../demo/cleanup.ts';
import type { Demo } from '../demo/demo.ts';
import { DemoFailure } from '../demo/failure.ts';
import { waitUntil } from '../demo/wait.ts';
import { openToAll, setPolicy } from '../tests/support/api.ts';
import { startAddressForwarder } from './address-forwarder.ts';
import { startScreen } from './screen.ts';
import { makeThunderbirdProfile } from './thunderbird-profile.ts';

const mailbox = 'alice@demo.test';
const stranger = '198.51.100.7';

/** The titles of Thunderbird's windows. */
const question = `Enter your password for ${mailbox}`;
const alert = 'Alert';

/** How long Thunderbird may take to start and be refused, in milliseconds. */
const patience = 60_000;

/** Before the password is typed again, should the window not have been ready for it. */
const answerTime = 3000;

/** Takes a picture of Thunderbird when the firewall refuses it. The rule that does stays in the demo. */
export async function takeThunderbirdPicture(demo: Demo, file: string): Promise<void> {
  await setPolicy(demo, mailbox, {
    ...openToAll,
    rules: [
      { id: 'stranger', action: 'block', enabled: true, condition: { kind: 'address', ranges: [stranger] } },
    ],
  });
  const cleanup = createCleanup();
  try {
    const folder = join(demo.runtimeDir, 'thunderbird');
    const port = await startAddressForwarder(demo.ports.imap, stranger, cleanup);
    const profile = join(folder, 'profile');
    await makeThunderbirdProfile(profile, mailbox, port);
    const screen = await startScreen(folder, cleanup);
    await screen.start('thunderbird', '--no-remote', '--profile', profile);
    let titles: string[] = [];
    const isRefused = await waitUntil(async () => {
      titles = await screen.titles();
      if (titles.includes(question)) {
        await screen.type(question, demoPassword);
        await sleep(answerTime);
      }
      return titles.includes(alert);
    }, patience);
    if (!isRefused) throw new DemoFailure(`Thunderbird shows no alert, but: ${titles.join(', ')}.`);
    await mkdir(dirname(file), { recursive: true });
    await screen.capture(file);
  } finally {
    await cleanup.run();
  }
}
