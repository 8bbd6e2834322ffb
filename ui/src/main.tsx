import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { App } from './App.tsx';
import { createQueryClient } from './api/query-client.ts';
import { createI18n } from './i18n/i18n.ts';
import { chooseLocale, wishesOf } from './i18n/language.ts';
import { I18nContext } from './i18n/use-i18n.ts';
import { createSaveQueues } from './policy/saving/save-queues.ts';
import { SaveQueuesContext } from './policy/saving/use-save-queues.ts';

const root = document.getElementById('email-firewall');
if (!root) throw new Error('The page has no element with the id "email-firewall".');

const locale = chooseLocale(wishesOf(root));
root.lang = locale.tag;
// A host page says its own language; where there is none, this page is all there is.
document.documentElement.lang ||= locale.tag;
root.classList.add('email-firewall');

const queryClient = createQueryClient();

createRoot(root).render(
  <StrictMode>
    <I18nContext value={createI18n(locale)}>
      <QueryClientProvider client={queryClient}>
        <SaveQueuesContext value={createSaveQueues(queryClient)}>
          {/* The page lies at an address of cPanel's making: its own places stand behind the "#". */}
          <Router hook={useHashLocation}>
            <App />
          </Router>
        </SaveQueuesContext>
      </QueryClientProvider>
    </I18nContext>
  </StrictMode>,
);
