import type { NetworkKind } from '@email-firewall/contract';
import type { MessageKey } from '../i18n/catalogue.ts';

/** What a kind of network is called inside a sentence. */
export const networkName = {
  hosting: 'rule_network_hosting',
  vpn: 'rule_network_vpn',
  tor: 'rule_network_tor',
  relay: 'rule_network_relay',
  'mail-cloud': 'rule_network_mail_cloud',
} as const satisfies Record<NetworkKind, MessageKey>;
