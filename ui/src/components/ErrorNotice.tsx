import type { ReactNode } from 'react';
import type { ApiFailure } from '../api/api-failure.ts';
import { failureMessage } from '../i18n/failure-message.ts';
import { useI18n } from '../i18n/use-i18n.ts';
import { Notice } from './Notice.tsx';

type Props = { title: string; failure: ApiFailure; children?: ReactNode; actions?: ReactNode };

/** A failed call: what could not be done, why, what to do next, and the number by which the server's log knows it. */
export function ErrorNotice({ title, failure, children, actions }: Props) {
  const { t } = useI18n();
  const { code, answer } = failure;
  const fields = answer?.fields ?? [];
  return (
    <Notice tone="block" icon="warn" isAlert title={title} actions={actions}>
      <p className="ef-text">{t(failureMessage[code])}</p>
      {code === 'invalid_request' && (
        <p className="ef-text">{fields.map((field) => field.message).join(' ') || answer?.message}</p>
      )}
      {children}
      {answer && <p className="ef-muted">{t('error_reference', { id: answer.id })}</p>}
    </Notice>
  );
}
