import { Button } from '../components/Button.tsx';
import { useWhoami } from '../network/use-whoami.ts';
import type { Words } from '../words/words.ts';
import { isPrivateAddress } from './private-address.ts';

type Props = {
  /** The one that is written, if it is one. */
  address: string | undefined;
  onUse: (address: string) => void;
  words: Words;
};

/** The person's own address at hand, and a word about one that no mail server ever sees. */
export function AddressHelp({ address, onUse, words: { t } }: Props) {
  const own = useWhoami()?.address;
  return (
    <>
      {own !== undefined && (
        <div className="ef-tester-own">
          <Button icon="place" isOff={own === address} onClick={() => onUse(own)}>
            {t('tester_address_mine', { address: own })}
          </Button>
        </div>
      )}
      <p className="ef-muted ef-tester-private" aria-live="polite">
        {address !== undefined && isPrivateAddress(address) && t('tester_address_private', { address })}
      </p>
    </>
  );
}
