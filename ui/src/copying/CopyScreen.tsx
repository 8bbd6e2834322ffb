import type { MailboxSummary } from '@email-firewall/contract';
import { Link } from 'wouter';
import { Notice } from '../components/Notice.tsx';
import { useUnloadGuard } from '../components/use-unload-guard.ts';
import { useI18n } from '../i18n/use-i18n.ts';
import { mailboxListPath } from '../location/list-visit.ts';
import { asnsIn } from '../mailboxes/brief-outline.ts';
import { useWords } from '../network/use-words.ts';
import { CopyFoot } from './CopyFoot.tsx';
import { SourceChoice } from './SourceChoice.tsx';
import { TargetChoice } from './TargetChoice.tsx';
import { useCopying } from './use-copying.ts';

/** From whom, to whom, and the copying itself. */
export function CopyScreen({ mailboxes }: { mailboxes: readonly MailboxSummary[] }) {
  const { t } = useI18n();
  const words = useWords(asnsIn(mailboxes));
  const copying = useCopying(mailboxes);
  useUnloadGuard(() => copying.state.isRunning);
  if (copying.sources.length === 0 || mailboxes.length < 2) {
    return (
      <Notice
        tone="quiet"
        icon="shield"
        title={t(mailboxes.length < 2 ? 'copying_single_title' : 'copying_no_source_title')}
        actions={
          <Link className="ef-button" href={mailboxListPath()}>
            {t('app_unknown_link')}
          </Link>
        }
      >
        <p className="ef-text">{t('copying_no_source_text')}</p>
      </Notice>
    );
  }
  return (
    <>
      <SourceChoice copying={copying} words={words} />
      <TargetChoice copying={copying} words={words} />
      <CopyFoot copying={copying} mailboxes={mailboxes} words={words} />
    </>
  );
}
