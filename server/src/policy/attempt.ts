import type { Address, Protocol } from '@email-firewall/contract';

/** One login, as far as the rules see it. */
export type Attempt = {
  address: Address;
  protocol: Protocol;
  /** Milliseconds since 1970 (UTC). */
  time: number;
  /** From the server itself: webmail and health checks log in from there. */
  isFromServer: boolean;
};
