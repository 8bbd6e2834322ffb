import type { Protocol } from '@email-firewall/contract';
import type { MessageKey } from '../i18n/catalogue.ts';

/** What a mail program spoke. */
export const protocolWord = {
  imap: 'protocol_imap_name',
  pop3: 'protocol_pop3_name',
  smtp: 'protocol_smtp_name',
  sieve: 'protocol_sieve_name',
} as const satisfies Record<Protocol, MessageKey>;
