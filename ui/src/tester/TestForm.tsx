import type { PolicySettings } from '@email-firewall/contract';
import { Button } from '../components/Button.tsx';
import { ChoiceGroup } from '../components/ChoiceGroup.tsx';
import { Field } from '../components/Field.tsx';
import { TextInput } from '../components/TextInput.tsx';
import type { MessageKey } from '../i18n/catalogue.ts';
import type { Words } from '../words/words.ts';
import { AddressHelp } from './AddressHelp.tsx';
import { addressFaultWords } from './fault-words.ts';
import { TimeField } from './TimeField.tsx';
import { type TestedProtocol, testedProtocols } from './test-place.ts';
import type { useTestForm } from './use-test-form.ts';

const protocolName = {
  imap: 'tester_protocol_imap',
  pop3: 'tester_protocol_pop3',
  smtp: 'tester_protocol_smtp',
} as const satisfies Record<TestedProtocol, MessageKey>;

type Props = {
  form: ReturnType<typeof useTestForm>;
  addressId: string;
  settings: PolicySettings;
  words: Words;
};

/** Who logs in: from which address, to do what, and when. */
export function TestForm({ form, addressId, settings, words }: Props) {
  const { t } = words;
  const { draft, fault, attempt, write, choose, submit } = form;
  return (
    <form className="ef-tester-form" noValidate onSubmit={submit}>
      <div className="ef-tester-address">
        <Field
          id={addressId}
          label={t('tester_address_label')}
          hint={t('tester_address_hint')}
          fault={fault && addressFaultWords(fault, words)}
        >
          <div className="ef-tester-line">
            <TextInput
              id={addressId}
              value={draft.text}
              hasFault={fault !== undefined}
              isTechnical
              onChange={write}
            />
            <Button look="primary" isSubmit>
              {t('tester_submit')}
            </Button>
          </div>
        </Field>
        <AddressHelp address={attempt?.address} onUse={(text) => choose({ text })} words={words} />
      </div>
      <div className="ef-tester-options">
        <ChoiceGroup
          label={t('tester_protocol_label')}
          choices={testedProtocols.map((value) => ({ value, label: t(protocolName[value]) }))}
          value={draft.protocol}
          onChange={(protocol) => choose({ protocol })}
        />
        <TimeField
          when={draft.when}
          text={draft.timeText}
          hasEnds={settings.rules.some(({ enabled, expiresAt }) => enabled && expiresAt !== undefined)}
          onChange={choose}
          words={words}
        />
      </div>
    </form>
  );
}
