import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { App } from './App.tsx';
import { createQueryClient } from './api/query-client.ts';
import { overlays } from './components/overlays.ts';
import { languages, loadCatalogue } from './i18n/catalogue.ts';
import { createI18n } from './i18n/i18n.ts';
import { chooseLocale, wishesOf } from './i18n/language.ts';
import { I18nContext } from './i18n/use-i18n.ts';
import { useHashLocation } from './location/hash-location.ts';
import { createSaveQueues } from './policy/saving/save-queues.ts';
import { SaveQueuesContext } from './policy/saving/use-save-queues.ts';

/** Puts the page into its place in the host page. */
async function start(root: HTMLElement): Promise<void> {
  const locale = chooseLocale(languages, wishesOf(root));
  const i18n = createI18n(locale, await loadCatalogue(locale.language));
  root.lang = locale.tag;
  // A host page says its own language; where there is none, this page is all there is.
  document.documentElement.lang ||= locale.tag;
  root.classList.add('email-firewall');

  const page = document.createElement('div');
  root.replaceChildren(page, overlays);
  const queryClient = createQueryClient();
  createRoot(page).render(
    <StrictMode>
      <I18nContext value={i18n}>
        <QueryClientProvider client={queryClient}>
          <SaveQueuesContext value={createSaveQueues(queryClient)}>
            <Router hook={useHashLocation}>
              <App />
            </Router>
          </SaveQueuesContext>
        </QueryClientProvider>
      </I18nContext>
    </StrictMode>,
  );
}

const root = document.getElementById('email-firewall');
if (!root) throw new Error('The page has no element with the id "email-firewall".');
await start(root);
