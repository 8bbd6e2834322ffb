import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { demoPassword } from './account.ts';
import { messageOf } from './failure.ts';
import { logIn } from './mail-client.ts';
import { type LoginRequest, type MailProtocol, mailProtocols } from './mail-login.ts';
import { defaultPorts, readPort } from './port-option.ts';
import { mechanisms } from './sasl.ts';

const usage = `Usage: npm run -s demo:login -- --mailbox MAILBOX --from ADDRESS [OPTION]...

Logs in to the running demo with a mail program's own words, as if from ADDRESS, and prints the server's answer.

  --mailbox MAILBOX     alice@demo.test, bob@demo.test, info@demo.test, shop@demo.test, or any other
  --from ADDRESS        IPv4 or IPv6
  --protocol PROTOCOL   ${mailProtocols.join(' or ')} (default imap)
  --password PASSWORD   (default ${demoPassword})
  --mechanism NAME      ${mechanisms.join(', ')} (default LOGIN in IMAP, USER and PASS in POP3)
  --port PORT           (default ${defaultPorts.imap} for imap, ${defaultPorts.pop3} for pop3)

Exit code: 0 let in, 1 refused or wrong password, 2 temporary failure or no server, 64 wrong usage.
`;

const exitCodes = { 'let-in': 0, refused: 1, 'temporary-failure': 2 } as const;
const noServer = 2;
const wrongUsage = 64; // EX_USAGE, sysexits.h

function readRequest(): LoginRequest | undefined {
  const { values } = parseArgs({
    options: {
      mailbox: { type: 'string' },
      from: { type: 'string' },
      protocol: { type: 'string', default: 'imap' },
      password: { type: 'string', default: demoPassword },
      mechanism: { type: 'string' },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return undefined;
  const { mailbox, from, password, port, mechanism } = values;
  if (!mailbox) throw new Error('--mailbox is missing.');
  if (!from) throw new Error('--from is missing.');
  if (isIP(from) === 0 || from.includes('%')) throw new Error(`--from: "${from}" is not an address.`);
  for (const text of [mailbox, password]) {
    if (/[\r\n\0]/.test(text)) throw new Error('Mailbox and password must not hold a line end.');
  }
  const protocol: MailProtocol = oneOf(mailProtocols, values.protocol.toLowerCase(), '--protocol');
  return {
    mailbox,
    from,
    password,
    protocol,
    port: port === undefined ? defaultPorts[protocol] : readPort(port, '--port'),
    mechanism:
      mechanism === undefined ? undefined : oneOf(mechanisms, mechanism.toLowerCase(), '--mechanism'),
  };
}

function oneOf<Name extends string>(names: readonly Name[], text: string, option: string): Name {
  const name = names.find((candidate) => candidate === text);
  if (name === undefined) throw new Error(`${option}: "${text}" is not one of ${names.join(', ')}.`);
  return name;
}

async function main(): Promise<number> {
  let request: LoginRequest | undefined;
  try {
    request = readRequest();
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n\n${usage}`);
    return wrongUsage;
  }
  if (!request) {
    process.stdout.write(usage);
    return 0;
  }
  try {
    const { outcome, answer } = await logIn(request);
    process.stdout.write(`${answer}\n`);
    return exitCodes[outcome];
  } catch (error) {
    process.stderr.write(`${messageOf(error)} Is the demo running (npm start)?\n`);
    return noServer;
  }
}

process.exitCode = await main();
