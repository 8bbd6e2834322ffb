import type { PolicySettings } from '@email-firewall/contract';
import { Icon } from '../components/Icon.tsx';
import type { Words } from '../words/words.ts';
import { CheckOutcome, outcomeName } from './CheckOutcome.tsx';
import { checkIcon, checkName, checkReason, seenWords } from './check-words.ts';
import type { Check } from './checks.ts';

type Props = {
  check: Check;
  settings: PolicySettings;
  words: Words;
  onTest: (address: string) => void;
};

/** Somebody, whether they get in, and why; it opens the tester on their address. */
export function CheckRow({ check, settings, words, onTest }: Props) {
  const { t } = words;
  const { address, kind, decision } = check;
  const reason = [seenWords(check, words), checkReason(check, settings, words)];
  return (
    <li className="ef-check-item">
      <button id={checkElementId(address)} type="button" className="ef-check" onClick={() => onTest(address)}>
        <CheckOutcome action={decision.action} word={t(outcomeName[decision.action])} />
        <span className="ef-check-picture">
          <Icon name={checkIcon(kind)} />
        </span>
        <span className="ef-check-words">
          <span className="ef-check-name">{checkName(check, words)}</span>
          <span className="ef-check-reason">{reason.filter((part) => part !== undefined).join(' · ')}</span>
        </span>
        <span className="ef-visually-hidden">{t('checks_row_test', { address })}</span>
        <span className="ef-check-open">
          <Icon name="next" size={14} />
        </span>
      </button>
    </li>
  );
}

/** The id in the document of a row, by which the focus comes back to it. */
export function checkElementId(address: string): string {
  return `ef-check-${address}`;
}
