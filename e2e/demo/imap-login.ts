import type { LineConnection } from './line-connection.ts';
import type { LoginAnswer, LoginRequest } from './mail-login.ts';
import { createResponder } from './sasl.ts';

/** Logs in as RFC 9051 says, and out again. */
export async function logInByImap(
  connection: LineConnection,
  { mailbox, password, from, mechanism }: Omit<LoginRequest, 'protocol' | 'port'>,
): Promise<LoginAnswer> {
  const greeting = await connection.receive();
  if (!greeting.startsWith('* OK')) return answerOf(greeting.replace(/^\* /, ''));
  if (from !== undefined) {
    connection.send(`a1 ID ("x-originating-ip" ${quote(from)})`);
    const answer = await answerTo('a1', connection);
    // Not part of the login: where it fails, the login would count as coming from elsewhere.
    if (!answer.startsWith('OK')) throw new Error(`The server does not take a client's address: ${answer}`);
  }
  if (mechanism === undefined) {
    connection.send(`a2 LOGIN ${quote(mailbox)} ${quote(password)}`);
  } else {
    connection.send(`a2 AUTHENTICATE ${mechanism.toUpperCase()}`);
  }
  const respond = mechanism && createResponder(mechanism, mailbox, password);
  const answer = answerOf(await answerTo('a2', connection, respond));
  if (answer.outcome === 'let-in') {
    connection.send('a3 LOGOUT');
    await answerTo('a3', connection);
  }
  return answer;
}

/** The line that ends a command, without its tag; or the one with which the server says goodbye instead. */
async function answerTo(
  tag: string,
  connection: LineConnection,
  respond?: (challenge: string) => string,
): Promise<string> {
  for (;;) {
    const line = await connection.receive();
    if (line.startsWith(`${tag} `)) return line.slice(tag.length + 1);
    if (line.startsWith('* BYE') && tag !== 'a3') return line.slice(2);
    if (line.startsWith('+') && respond) connection.send(respond(line.slice(2)));
  }
}

// RFC 5530: UNAVAILABLE, SERVERBUG, INUSE and LIMIT pass with time; so does a server that says goodbye.
const temporary = /^(NO \[(UNAVAILABLE|SERVERBUG|INUSE|LIMIT)\]|BYE)/;

function answerOf(answer: string): LoginAnswer {
  if (answer.startsWith('OK')) return { outcome: 'let-in', answer };
  return { outcome: temporary.test(answer) ? 'temporary-failure' : 'refused', answer };
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
