import { useEffect, useRef } from 'react';
import { useI18n } from '../i18n/use-i18n.ts';
import { MailboxAddress } from './MailboxAddress.tsx';
import './PageHeading.css';

let isFirstScreen = true;

/**
 * The name of a screen. Walking to another screen moves the focus here, so that a screen reader says where one is; the
 * first screen leaves it where the host page put it.
 */
export function PageHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { t } = useI18n();
  const product = t('mailboxes_title');
  useEffect(() => {
    document.title = children === product ? product : `${children} · ${product}`;
  }, [children, product]);
  useEffect(() => {
    if (!isFirstScreen) heading.current?.focus();
    isFirstScreen = false;
  }, []);
  return (
    <h1 className="ef-heading" ref={heading} tabIndex={-1}>
      <MailboxAddress>{children}</MailboxAddress>
    </h1>
  );
}
