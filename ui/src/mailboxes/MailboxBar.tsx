import type { ReactNode } from 'react';
import { Select } from '../components/Select.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import './MailboxBar.css';
import { SearchField } from './SearchField.tsx';
import type { MailboxSearch } from './use-mailbox-search.ts';

type Props = { search: MailboxSearch; children?: ReactNode };

/** What narrows a list of mailboxes down, and beside it what can be done to the list. */
export function MailboxBar({ search, children }: Props) {
  const { t } = useI18n();
  const { text, setText, domain, setDomain, domains, total } = search;
  return (
    <div className="ef-mailbox-bar">
      <div className="ef-mailbox-bar-search">
        <SearchField label={t('mailboxes_search_label', { count: total })} text={text} onChange={setText} />
      </div>
      {domains.length > 1 && (
        <div className="ef-mailbox-bar-domain">
          <Select
            id="ef-mailboxes-domain"
            label={t('mailboxes_domain_label')}
            value={domain}
            options={[
              { value: '', label: t('mailboxes_domain_all') },
              ...domains.map((value) => ({ value, label: value })),
            ]}
            onChange={setDomain}
          />
        </div>
      )}
      {children && <div className="ef-mailbox-bar-actions">{children}</div>}
    </div>
  );
}
