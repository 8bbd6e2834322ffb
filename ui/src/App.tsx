import { lazy, Suspense } from 'react';
import { Link, Route, Switch, useLocation } from 'wouter';
import { CrashNotice } from './components/CrashNotice.tsx';
import { ErrorBoundary } from './components/ErrorBoundary.tsx';
import { PageHeading } from './components/PageHeading.tsx';
import { Skeleton } from './components/Skeleton.tsx';
import { useUnloadGuard } from './components/use-unload-guard.ts';
import { Footer } from './Footer.tsx';
import { useI18n } from './i18n/use-i18n.ts';
import { MailboxesPage } from './mailboxes/MailboxesPage.tsx';
import { mailboxNamed } from './mailboxes/mailbox-path.ts';
import { useSaveQueues } from './policy/saving/use-save-queues.ts';
import './styles/tokens.css';
import './styles/base.css';

const ActivityPage = lazy(async () => ({
  default: (await import('./activity/ActivityPage.tsx')).ActivityPage,
}));
const PolicyPage = lazy(async () => ({ default: (await import('./policy/PolicyPage.tsx')).PolicyPage }));
const ProtectSeveralPage = lazy(async () => ({
  default: (await import('./copying/ProtectSeveralPage.tsx')).ProtectSeveralPage,
}));

/** The whole page: the screen that the address names, and what stands below every screen. */
export function App() {
  const { t } = useI18n();
  const [path] = useLocation();
  const queues = useSaveQueues();
  useUnloadGuard(queues.isBusy);
  return (
    <div className="ef-page">
      <ErrorBoundary key={path} fallback={<CrashNotice />}>
        <Suspense fallback={<Skeleton label={t('app_loading_text')} rows={3} />}>
          <Switch>
            <Route path="/" component={MailboxesPage} />
            <Route path="/protect-several" component={ProtectSeveralPage} />
            <Route path="/activity">
              <ActivityPage mailbox={undefined} />
            </Route>
            <Route path="/mailboxes/:mailbox/activity">
              {({ mailbox }) => <ActivityPage key={mailbox} mailbox={mailboxNamed(mailbox)} />}
            </Route>
            <Route path="/mailboxes/:mailbox">
              {({ mailbox }) => <PolicyPage key={mailbox} mailbox={mailboxNamed(mailbox)} />}
            </Route>
            <Route>
              <PageHeading>{t('app_unknown_title')}</PageHeading>
              <Link className="ef-link" href="/">
                {t('app_unknown_link')}
              </Link>
            </Route>
          </Switch>
        </Suspense>
      </ErrorBoundary>
      <Footer />
    </div>
  );
}
