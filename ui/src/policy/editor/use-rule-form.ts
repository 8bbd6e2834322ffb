import { limits, type Rule } from '@email-firewall/contract';
import { type FormEvent, useMemo, useState } from 'react';
import { useFocusLater } from '../../components/use-focus-later.ts';
import { useUnloadGuard } from '../../components/use-unload-guard.ts';
import type { I18n } from '../../i18n/i18n.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { checkDraft, type DraftCheck, emptyDraft, isWritten, type RuleDraft } from './rule-draft.ts';
import { countryChoices, countryNamed } from './search-countries.ts';

export const addressesId = 'ef-addresses';
export const countriesId = 'ef-countries';

/** So many wrong pieces are named; with more, naming them all would help nobody. */
const mostNamed = 3;

type Given = { ruleId: string; isSaving: boolean; onSave: (rule: Rule) => void; onEdit: () => void };

/** The rule being written: what is in the form, what is wrong with it, and its way out. */
export function useRuleForm({ ruleId, isSaving, onSave, onEdit }: Given) {
  const i18n = useI18n();
  const focusLater = useFocusLater();
  const choices = useMemo(() => countryChoices(i18n), [i18n]);
  const [draft, setDraft] = useState(emptyDraft);
  const [hasTried, setHasTried] = useState(false);
  useUnloadGuard(() => isWritten(draft));

  function edit(change: Partial<RuleDraft>): void {
    // What is on its way to the server is what stands in the form.
    if (isSaving) return;
    setDraft({ ...draft, ...change });
    // A field that has only just come up is not reproached with being empty.
    if (change.kind) setHasTried(false);
    onEdit();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isSaving) return;
    const finished = withNamedCountry(draft);
    const check = checkDraft(finished);
    setDraft(finished);
    setHasTried(!check.ok);
    if (check.ok) onSave({ id: ruleId, action: draft.action, condition: check.condition, enabled: true });
    else focusLater(draft.kind === 'address' ? addressesId : countriesId);
  }

  /** A country written out in full is as good as one chosen from the list. */
  function withNamedCountry(from: RuleDraft): RuleDraft {
    const named = from.kind === 'country' && countryNamed(choices, from.countryText);
    if (!named) return from;
    return { ...from, countries: [...new Set([...from.countries, named.code])], countryText: '' };
  }

  const check = checkDraft(draft);
  return {
    draft,
    choices,
    edit,
    submit,
    finishCountry: () => {
      const finished = withNamedCountry(draft);
      if (finished !== draft) edit(finished);
    },
    condition: check.ok ? check.condition : undefined,
    fault: hasTried && !check.ok ? faultInWords(check, i18n) : undefined,
  };
}

function faultInWords({ key, pieces = [], count, text }: DraftCheck & { ok: false }, { t }: I18n): string {
  const named = pieces.slice(0, mostNamed).map((piece) => t('editor_quote', { text: shorten(piece) }));
  return t(key, {
    pieces: [...named, ...(pieces.length > mostNamed ? ['…'] : [])].join(', '),
    most: limits.rangesPerRule,
    ...(count !== undefined && { count }),
    ...(text !== undefined && { text }),
  });
}

function shorten(piece: string): string {
  return piece.length > 50 ? `${piece.slice(0, 47)}…` : piece;
}
