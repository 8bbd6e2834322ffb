/** The id in the document of a rule's row, or of a part of it: by it the focus finds its way. */
export function rowElementId(ruleId: string, part?: 'edit' | 'delete' | 'more'): string {
  return part ? `ef-rule-${ruleId}-${part}` : `ef-rule-${ruleId}`;
}
