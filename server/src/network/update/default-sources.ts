import type { Source } from './source.ts';

/**
 * What the updater fetches where the settings name no sources: what anybody may use without signing up. MaxMind's databases need a
 * licence key, and so stand in the README as an example.
 */
export const defaultSources: readonly Source[] = [
  {
    // https://db-ip.com/db/download/ip-to-country-lite
    id: 'dbip-country',
    name: 'DB-IP Country Lite',
    format: 'mmdb',
    gives: 'country',
    url: 'https://download.db-ip.com/free/dbip-country-lite-{YYYY-MM}.mmdb.gz',
    licence: 'CC BY 4.0',
  },
  {
    // https://db-ip.com/db/download/ip-to-asn-lite
    id: 'dbip-operator',
    name: 'DB-IP ASN Lite',
    format: 'mmdb',
    gives: 'operator',
    url: 'https://download.db-ip.com/free/dbip-asn-lite-{YYYY-MM}.mmdb.gz',
    licence: 'CC BY 4.0',
  },
  {
    // https://blog.torproject.org/changes-tor-exit-list-service/
    id: 'tor-exits',
    name: 'Tor exits',
    format: 'tor-exits',
    network: 'tor',
    url: 'https://check.torproject.org/torbulkexitlist',
  },
  {
    // https://developer.apple.com/icloud/prepare-your-network-for-icloud-private-relay/
    id: 'apple-relay',
    name: 'iCloud Private Relay',
    format: 'ranges',
    network: 'relay',
    url: 'https://mask-api.icloud.com/egress-ip-ranges.csv',
  },
  {
    // https://github.com/X4BNet/lists_vpn
    id: 'x4bnet-vpn',
    name: 'X4BNet VPN networks',
    format: 'asns',
    network: 'vpn',
    url: 'https://raw.githubusercontent.com/X4BNet/lists_vpn/main/input/vpn/ASN.txt',
    licence: 'MIT',
  },
  {
    id: 'x4bnet-hosting',
    name: 'X4BNet data centres',
    format: 'asns',
    network: 'hosting',
    url: 'https://raw.githubusercontent.com/X4BNet/lists_vpn/main/input/datacenter/ASN.txt',
    licence: 'MIT',
  },
  {
    // https://docs.aws.amazon.com/vpc/latest/userguide/aws-ip-ranges.html
    id: 'aws',
    name: 'Amazon Web Services',
    format: 'json',
    network: 'hosting',
    url: 'https://ip-ranges.amazonaws.com/ip-ranges.json',
  },
  {
    // https://support.google.com/a/answer/10026322
    id: 'google-cloud',
    name: 'Google Cloud',
    format: 'json',
    network: 'hosting',
    url: 'https://www.gstatic.com/ipranges/cloud.json',
  },
  {
    // https://docs.oracle.com/en-us/iaas/Content/General/Concepts/addressranges.htm
    id: 'oracle-cloud',
    name: 'Oracle Cloud',
    format: 'json',
    network: 'hosting',
    url: 'https://docs.oracle.com/en-us/iaas/tools/public_ip_ranges.json',
  },
];
