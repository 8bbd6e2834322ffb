import { Flag } from '../components/Flag.tsx';
import { Icon } from '../components/Icon.tsx';
import { useDelayed } from '../components/use-delayed.ts';
import { useWhoami } from '../network/use-whoami.ts';
import { useWords } from '../network/use-words.ts';
import { networkName } from '../words/network-names.ts';
import './YouAreHere.css';

/** After so long without the name that people know a provider by, its official one has to do; in milliseconds. */
const nameWait = 1500;

/** Where the person's own connection comes from: what a rule would see of it. */
export function YouAreHere() {
  const { address, facts } = useWhoami() ?? {};
  const { country, operator, network } = facts ?? {};
  const { t, countryName, providerOf } = useWords(operator ? [operator.asn] : []);
  const known = operator && providerOf(operator.asn);
  const isNameLate = useDelayed(operator !== undefined, nameWait);
  const isNamed = operator === undefined || known !== undefined || isNameLate;
  return (
    // The line keeps its room while nothing is known, so that the list below does not jump.
    <div className="ef-here">
      {address !== undefined && isNamed && (
        <p className="ef-here-line">
          <span className="ef-here-label">
            <Icon name="place" />
            {t('mailboxes_here_label')}
          </span>
          {country && (
            <span className="ef-here-chip">
              <Flag country={country} />
              {countryName(country)}
            </span>
          )}
          {operator && (
            <span className="ef-here-chip">
              <Icon name="provider" size={14} />
              {t('rule_condition_provider', {
                name: known ?? operator.name,
                numbers: `AS${operator.asn}`,
              })}
            </span>
          )}
          {network && <span className="ef-here-chip">{t(networkName[network])}</span>}
          <span className="ef-here-address">{address}</span>
        </p>
      )}
    </div>
  );
}
