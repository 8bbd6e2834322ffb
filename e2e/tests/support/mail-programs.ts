import { ImapFlow } from 'imapflow';
import Pop3Command from 'node-pop3';
import type { Demo } from '../../demo/demo.ts';

/** What a person's mail program got: its mail, or the server's words. */
export type Fetched = { mails: number } | { refusal: string };

type Login = { mailbox: string; from: string; password?: string };

/** Reads the inbox with imapflow, as if from an address. */
export async function readByImap(demo: Demo, { mailbox, from, password = 'demo' }: Login): Promise<Fetched> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: demo.ports.imap,
    secure: false,
    auth: { user: mailbox, pass: password },
    // Dovecot takes the address from a client that it trusts (login_trusted_networks).
    clientInfo: { 'x-originating-ip': from } as Record<string, string>,
    logger: false,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const inbox = await client.mailboxOpen('INBOX');
    await client.logout();
    return { mails: inbox.exists };
  } catch (error) {
    client.close();
    return { refusal: wordsOf(error) };
  }
}

/** Lists the mails with a POP3 client, as if from an address. */
export async function readByPop3(demo: Demo, { mailbox, from, password = 'demo' }: Login): Promise<Fetched> {
  const client = new Pop3Command({ host: '127.0.0.1', port: demo.ports.pop3, user: mailbox, password });
  try {
    // Signed in step by step: the address has to be said before.
    await client.connect();
    await client.command('XCLIENT', `ADDR=${from}`);
    await client.command('USER', mailbox);
    await client.command('PASS', password);
    const list = await client.UIDL();
    await client.QUIT();
    return { mails: list.length };
  } catch (error) {
    await client.command('QUIT').catch(() => undefined);
    return { refusal: wordsOf(error) };
  }
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code =
    'serverResponseCode' in error && error.serverResponseCode ? `[${error.serverResponseCode}] ` : '';
  const text = 'responseText' in error ? String(error.responseText) : error.message;
  return `${code}${text}`;
}
