import type { NetworkKind } from '@email-firewall/contract';
import type { MessageKey } from '../i18n/catalogue.ts';

/** What one network of a kind is called. */
export const kindName = {
  hosting: 'facts_kind_hosting',
  vpn: 'facts_kind_vpn',
  tor: 'facts_kind_tor',
  relay: 'facts_kind_relay',
  'mail-cloud': 'facts_kind_mail_cloud',
} as const satisfies Record<NetworkKind, MessageKey>;
