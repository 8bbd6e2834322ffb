import { type NetworkKind, networkKinds } from '@email-firewall/contract';
import { Notice } from '../../components/Notice.tsx';
import { Tick } from '../../components/Tick.tsx';
import type { MessageKey } from '../../i18n/catalogue.ts';
import type { Words } from '../../words/words.ts';

const label = {
  hosting: 'editor_networks_hosting',
  vpn: 'editor_networks_vpn',
  tor: 'editor_networks_tor',
  relay: 'editor_networks_relay',
  'mail-cloud': 'editor_networks_mail_cloud',
} as const satisfies Record<NetworkKind, MessageKey>;

const hint = {
  hosting: 'editor_networks_hosting_text',
  vpn: 'editor_networks_vpn_text',
  tor: 'editor_networks_tor_text',
  relay: 'editor_networks_relay_text',
  'mail-cloud': 'editor_networks_mail_cloud_text',
} as const satisfies Record<NetworkKind, MessageKey>;

type Props = {
  id: string;
  chosen: readonly NetworkKind[];
  /** Whether the chosen kinds are to be refused. */
  isBlock: boolean;
  fault: string | undefined;
  onChange: (networks: NetworkKind[]) => void;
  words: Words;
};

/** The kinds of network, each with what it means for somebody who reads mail. */
export function NetworkField({ id, chosen, isBlock, fault, onChange, words: { t } }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: host pages style fieldset and legend beyond recognition
    <div id={id} className="ef-field" role="group" tabIndex={-1} aria-labelledby={`${id}-label`}>
      <span className="ef-label" id={`${id}-label`}>
        {t('editor_networks_label')}
      </span>
      {networkKinds.map((network) => (
        <Tick
          key={network}
          label={t(label[network])}
          hint={t(hint[network])}
          isTicked={chosen.includes(network)}
          onChange={(isTicked) =>
            onChange(networkKinds.filter((one) => (one === network ? isTicked : chosen.includes(one))))
          }
        />
      ))}
      <div className="ef-form-warning" aria-live="polite">
        {isBlock && chosen.includes('mail-cloud') && (
          <Notice tone="warn" icon="warn">
            <p className="ef-text">{t('editor_networks_mail_cloud_blocked')}</p>
          </Notice>
        )}
      </div>
      <p className="ef-fault" aria-live="polite">
        {fault}
      </p>
      <p className="ef-muted">{t('editor_networks_known')}</p>
    </div>
  );
}
