import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { type ActivityFilter, type Show, spanName } from '../filter.ts';

const titleOf = {
  all: 'activity_empty_title',
  refused: 'activity_empty_refused_title',
  'let-in': 'activity_empty_let_in_title',
  'would-be': 'activity_empty_would_title',
} as const satisfies Record<Show, MessageKey>;

type Props = { filter: ActivityFilter; onClear: () => void };

/** In place of the list where there is nothing to list. */
export function NoEvents({ filter: { show, span, text }, onClear }: Props) {
  const { t } = useI18n();
  const time = t(spanName[span]);
  if (text === '') {
    return (
      <Notice tone="quiet" icon={show === 'all' ? 'activity' : 'search'} title={t(titleOf[show])}>
        <p className="ef-text">{t('activity_empty_text', { span: time })}</p>
      </Notice>
    );
  }
  return (
    <Notice
      tone="quiet"
      icon="search"
      title={t('activity_nothing_title')}
      actions={<Button onClick={onClear}>{t('mailboxes_search_clear')}</Button>}
    >
      <p className="ef-text">{t('activity_nothing_text', { text, span: time })}</p>
    </Notice>
  );
}
