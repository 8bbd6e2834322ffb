import { Link } from 'wouter';
import { useI18n } from '../../i18n/use-i18n.ts';
import { activityPath } from '../../location/activity-path.ts';
import './RefusedCell.css';
import { refusedWeek } from './refused-week.ts';
import { Sparkline } from './Sparkline.tsx';
import type { RefusedCounts } from './use-refused.ts';

const quietWeek = [0, 0, 0, 0, 0, 0, 0] as const;

type Props = { mailbox: string; counts: RefusedCounts };

/** How many were refused at a mailbox in seven days, day by day, and the way to see who. */
export function RefusedCell({ mailbox, counts: { of, isKnown, hasFailed } }: Props) {
  const i18n = useI18n();
  const { t } = i18n;
  if (!isKnown) {
    return (
      <span className="ef-refused ef-muted" aria-busy={!hasFailed}>
        {hasFailed && t('mailboxes_refused_unknown')}
      </span>
    );
  }
  const found = of(mailbox);
  const week = found && refusedWeek(found, i18n);
  if (!week) {
    return (
      <span className="ef-refused ef-muted">
        <Sparkline days={quietWeek} tone="quiet" />
        <span aria-hidden="true">–</span>
        <span className="ef-visually-hidden">{t('mailboxes_refused_none')}</span>
      </span>
    );
  }
  return (
    <Link
      className="ef-link ef-refused"
      href={activityPath(mailbox, week.search)}
      aria-label={t('mailboxes_refused_label', { text: week.text, mailbox })}
    >
      <Sparkline days={week.days} tone={week.tone} />
      {week.text}
    </Link>
  );
}
