import type { MailboxSummary } from '@email-firewall/contract';
import { useId } from 'react';
import { MailboxAddress } from '../components/MailboxAddress.tsx';
import '../components/Tick.css';
import { mailboxName } from '../mailboxes/mailbox-name.ts';
import { ProtectionWords } from '../mailboxes/ProtectionWords.tsx';
import { protectionOf } from '../mailboxes/protection-of.ts';
import type { RowPlace } from '../mailboxes/rows/row-place.ts';
import type { Words } from '../words/words.ts';
import { TargetOutlook } from './TargetOutlook.tsx';
import type { Copying } from './use-copying.ts';

type Props = { summary: MailboxSummary; place: RowPlace; copying: Copying; words: Words };

/** One mailbox that can be ticked: what it has now, and what it would have. */
export function TargetRow({ summary, place, copying, words }: Props) {
  const { t } = words;
  const { mailbox } = summary;
  const { obstacleOf, isTicked, tick, state } = copying;
  const id = useId();
  const isBarred = obstacleOf(summary) !== undefined;
  return (
    <tr className={isBarred ? 'ef-mailboxes-row ef-target-barred' : 'ef-mailboxes-row'} {...place}>
      <th className="ef-mailboxes-name ef-target-name" scope="row">
        <label className="ef-target-label" htmlFor={id}>
          <input
            id={id}
            className="ef-tick-box ef-target-box"
            type="checkbox"
            checked={isTicked(mailbox) && !isBarred}
            disabled={isBarred || state.isRunning}
            aria-describedby={`${id}-then`}
            onChange={({ target }) => tick([mailbox], target.checked)}
          />
          <span>
            <MailboxAddress>{mailboxName(summary, words)}</MailboxAddress>
          </span>
        </label>
      </th>
      <td className="ef-mailboxes-cell">
        <span className="ef-target-when">{t('copying_column_now')}</span>
        <ProtectionWords protection={protectionOf(summary, words)} />
      </td>
      <td className="ef-mailboxes-cell ef-target-then" id={`${id}-then`}>
        <TargetOutlook summary={summary} copying={copying} words={words} />
      </td>
    </tr>
  );
}
