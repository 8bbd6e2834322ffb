import type { LineConnection } from './line-connection.ts';
import type { LoginAnswer, LoginRequest } from './mail-login.ts';
import { createResponder } from './sasl.ts';

/** Logs in as RFC 1939 and RFC 5034 say, and out again. */
export async function logInByPop3(
  connection: LineConnection,
  { mailbox, password, from, mechanism }: Omit<LoginRequest, 'protocol' | 'port'>,
): Promise<LoginAnswer> {
  const greeting = await connection.receive();
  if (!isOk(greeting)) return answerOf(greeting);
  if (from !== undefined) {
    connection.send(`XCLIENT ADDR=${from}`);
    const answer = await connection.receive();
    // Not part of the login: where it fails, the login would count as coming from elsewhere.
    if (!isOk(answer)) throw new Error(`The server does not take a client's address: ${answer}`);
  }
  const answer = answerOf(
    mechanism === undefined
      ? await sendUserAndPass(connection, mailbox, password)
      : await authenticate(connection, mechanism, createResponder(mechanism, mailbox, password)),
  );
  if (answer.outcome === 'let-in') {
    connection.send('QUIT');
    await connection.receive();
  }
  return answer;
}

async function sendUserAndPass(connection: LineConnection, login: string, password: string): Promise<string> {
  connection.send(`USER ${login}`);
  const answer = await connection.receive();
  if (!isOk(answer)) return answer;
  connection.send(`PASS ${password}`);
  return connection.receive();
}

async function authenticate(
  connection: LineConnection,
  mechanism: string,
  respond: (challenge: string) => string,
): Promise<string> {
  connection.send(`AUTH ${mechanism.toUpperCase()}`);
  for (;;) {
    const line = await connection.receive();
    if (isOk(line) || line.startsWith('-ERR')) return line;
    connection.send(respond(line.slice(2)));
  }
}

function isOk(line: string): boolean {
  return line.startsWith('+OK');
}

// RFC 2449 and RFC 3206: IN-USE, LOGIN-DELAY and SYS/TEMP pass with time.
const temporary = /^-ERR \[(SYS\/TEMP|IN-USE|LOGIN-DELAY)\]/;

function answerOf(answer: string): LoginAnswer {
  if (isOk(answer)) return { outcome: 'let-in', answer };
  return { outcome: temporary.test(answer) ? 'temporary-failure' : 'refused', answer };
}
