import type { Protocol } from '@email-firewall/contract';
import { Tick } from '../components/Tick.tsx';
import { useI18n } from '../i18n/use-i18n.ts';

type Props = {
  protocols: readonly Protocol[];
  onChange: (protocol: Protocol, isWatched: boolean) => void;
};

/** For which ways into the mailbox the rules count: POP and IMAP always, mail sending where the person wants it. */
export function WatchedProtocols({ protocols, onChange }: Props) {
  const { t } = useI18n();
  return (
    <div className="ef-protocols">
      <Tick
        label={t('policy_smtp_label')}
        hint={t('policy_smtp_text')}
        isTicked={protocols.includes('smtp')}
        onChange={(isWatched) => onChange('smtp', isWatched)}
      />
    </div>
  );
}
