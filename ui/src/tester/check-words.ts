import type { Decision, PolicySettings, StrangerKind } from '@email-firewall/contract';
import type { IconName } from '../components/Icon.tsx';
import { placeWords } from '../events/place-words.ts';
import type { MessageKey } from '../i18n/catalogue.ts';
import { whenWords } from '../words/when-words.ts';
import type { Words } from '../words/words.ts';
import type { Check, CheckKind, Subject } from './checks.ts';
import { fittingFact } from './fact-words.ts';

/** What somebody is called, with their country where it is known and worth saying, and their picture. */
const called = {
  you: { name: 'checks_name_you', icon: 'place' },
  server: { name: 'checks_name_server', nameIn: 'checks_name_server_in', icon: 'server' },
  vpn: { name: 'checks_name_vpn', nameIn: 'checks_name_vpn_in', icon: 'vpn' },
  tor: { name: 'checks_name_tor', icon: 'tor' },
  home: { name: 'checks_name_home', nameIn: 'checks_name_home_in', icon: 'home' },
} as const satisfies Record<'you' | StrangerKind, { name: MessageKey; nameIn?: MessageKey; icon: IconName }>;

export function checkIcon(kind: CheckKind): IconName {
  switch (kind) {
    case 'login':
      return 'mail';
    case 'attempt':
      return 'place';
    default:
      return called[kind].icon;
  }
}

/** "A rented server in Germany", "Orange, France" */
export function checkName(
  { kind, address, facts }: Pick<Subject, 'kind' | 'address' | 'facts'>,
  words: Words,
): string {
  if (kind === 'login') return seenName({ address, facts }, words);
  if (kind === 'attempt') return attemptName({ address, facts }, words);
  const names: { name: MessageKey; nameIn?: MessageKey } = called[kind];
  return names.nameIn && facts.country !== undefined
    ? words.t(names.nameIn, { country: words.countryName(facts.country) })
    : words.t(names.name);
}

/** The same in the middle of a sentence. */
export function nameInSentence(who: Pick<Subject, 'kind' | 'facts' | 'address'>, words: Words): string {
  const name = checkName(who, words);
  // Those are names of their own.
  if (who.kind === 'login' || who.kind === 'attempt') return name;
  return name.charAt(0).toLocaleLowerCase(words.locale.tag) + name.slice(1);
}

/** Which mail program it was cannot be known: it is called by where it was. */
function seenName({ address, facts }: Pick<Subject, 'address' | 'facts'>, words: Words): string {
  const provider = facts.operator && (words.providerOf(facts.operator.asn) ?? facts.operator.name);
  const country = facts.country && words.countryName(facts.country);
  if (provider && country) return words.t('checks_name_login', { provider, country });
  return provider ?? country ?? address;
}

function attemptName({ address, facts }: Pick<Subject, 'address' | 'facts'>, words: Words): string {
  const place = placeWords(facts, words);
  return place === undefined ? address : words.t('checks_name_attempt', { address, place });
}

/** "last seen yesterday 21:14"; nothing for those who were not seen. */
export function seenWords({ lastSeen }: Pick<Subject, 'lastSeen'>, words: Words): string | undefined {
  return lastSeen === undefined
    ? undefined
    : words.t('checks_seen_last', { when: whenWords(lastSeen, words, Date.now()) });
}

/** Why somebody gets in or not: "rule 3: France". */
export function checkReason(
  { decision: { decidedBy }, facts }: Pick<Check, 'decision' | 'facts'>,
  { rules }: Pick<PolicySettings, 'rules'>,
  words: Words,
): string {
  const { t } = words;
  switch (decidedBy.kind) {
    case 'rule': {
      const rule = rules.find(({ id }) => id === decidedBy.ruleId);
      // While the list has changed and the answer has not come yet, it may name a rule that is gone.
      const fact = rule ? fittingFact(rule, facts, words) : '…';
      return t('checks_reason_rule', { number: decidedBy.ruleNumber, fact });
    }
    case 'default':
      return t(rules.length > 0 ? 'checks_reason_default' : 'checks_reason_no_rules');
    case 'server':
      return t('checks_reason_server');
    case 'protocol':
      return t('checks_reason_protocol');
    case 'off':
      return t('checks_reason_off');
  }
}

/** What to do about one's own connection being refused. */
export function wayIn({ decidedBy }: Decision, { t }: Words): string {
  return decidedBy.kind === 'rule'
    ? t('checks_you_refused_rule', { number: decidedBy.ruleNumber })
    : t('checks_you_refused_default');
}
