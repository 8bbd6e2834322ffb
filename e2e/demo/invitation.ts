import { demoMailboxes, demoPassword } from './account.ts';
import type { Demo } from './demo.ts';
import { defaultPorts } from './port-option.ts';

/** What the person reads when the demo runs: where it is, and what to try. */
export function invitation({ url, ports, visitor, dataDir }: Demo): string {
  const port = (name: 'imap' | 'pop3') =>
    ports[name] === defaultPorts[name] ? '' : ` --port ${ports[name]}`;
  return `
Email Firewall is running.

  The page:   ${url}
  IMAP:       127.0.0.1 port ${ports.imap}      POP3: 127.0.0.1 port ${ports.pop3}
  Mailboxes:  ${demoMailboxes.join(', ')} (password: ${demoPassword})
  Rules:      ${dataDir}
  You:        at ${visitor.address}, as far as the page knows; for another: npm start -- --visitor ADDRESS

Try it: block 203.0.113.0/24 for bob@demo.test in the page. Then, in another terminal, log in as if from there:

  npm run -s demo:login -- --mailbox bob@demo.test --from 203.0.113.7${port('imap')}
      NO [ALERT] Access denied by email firewall rule no. 1

and from elsewhere, by POP3:

  npm run -s demo:login -- --mailbox bob@demo.test --from 198.51.100.7 --protocol pop3${port('pop3')}
      +OK Logged in.

Ctrl-C stops it.
`;
}
