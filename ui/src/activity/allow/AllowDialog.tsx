import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';
import { usePolicy } from '../../policy/use-policy.ts';
import { AllowRule } from './AllowRule.tsx';
import { allowElementId } from './allow-menu.ts';
import type { Allowing, OpenAllow } from './use-allow.ts';

type Props = { open: OpenAllow; allow: Allowing };

/** A rule that lets in who was refused, to be looked at and saved, as soon as the mailbox's rules are there. */
export function AllowDialog({ open, allow }: Props) {
  const { t } = useI18n();
  const { event } = open;
  const { query, settings, saves, queue } = usePolicy(event.mailbox);
  if (settings) {
    return <AllowRule open={open} settings={settings} saves={saves} queue={queue} allow={allow} />;
  }
  return (
    <Dialog
      isOpen
      title={t('editor_title_add')}
      onClose={allow.close}
      lastFocusId={() => allowElementId(event)}
    >
      {query.error ? (
        <ErrorNotice
          title={t('policy_failed_title')}
          failure={query.error}
          actions={
            <Button isOff={query.isFetching} onClick={() => void query.refetch()}>
              {t('error_retry')}
            </Button>
          }
        />
      ) : (
        <p className="ef-muted" role="status">
          {t('allow_loading_text', { mailbox: event.mailbox })}
        </p>
      )}
    </Dialog>
  );
}
