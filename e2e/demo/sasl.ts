import { createHmac } from 'node:crypto';

/** The ways of SASL in which a client proves who it is. */
export const mechanisms = ['plain', 'login', 'cram-md5'] as const;
export type Mechanism = (typeof mechanisms)[number];

/**
 * Answers the server's challenges in turn, in base64 both ways, as RFC 4616 (PLAIN), the LOGIN draft and RFC 2195
 * (CRAM-MD5) say.
 */
export function createResponder(
  mechanism: Mechanism,
  login: string,
  password: string,
): (challenge: string) => string {
  const loginAnswers = [login, password];
  return (challenge) => {
    switch (mechanism) {
      case 'plain':
        return encode(`\0${login}\0${password}`);
      case 'login':
        return encode(loginAnswers.shift() ?? '');
      case 'cram-md5': {
        const digest = createHmac('md5', password).update(Buffer.from(challenge, 'base64')).digest('hex');
        return encode(`${login} ${digest}`);
      }
    }
  };
}

function encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
