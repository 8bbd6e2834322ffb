import { Combobox } from '@base-ui/react/combobox';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/use-i18n.ts';
import { describedBy, labelId } from './Field.tsx';
import { Icon } from './Icon.tsx';
import './MultiCombobox.css';
import { overlays } from './overlays.ts';

type Props<Item> = {
  /** That of its `Field`. */
  id: string;
  /** What may be chosen now, the best first: searching is up to whoever gives them. */
  items: readonly Item[];
  chosen: readonly Item[];
  onChange: (chosen: Item[]) => void;
  text: string;
  onText: (text: string) => void;
  keyOf: (item: Item) => string;
  /** Whether two stand for the same; with the same key, if left out. */
  isSame?: (a: Item, b: Item) => boolean;
  nameOf: (item: Item) => string;
  draw: (item: Item) => ReactNode;
  /** A chosen one, in short. */
  drawChip: (item: Item) => ReactNode;
  chipsLabel: string;
  placeholder: string;
  hasFault: boolean;
  /** Said below the field: that a search is under way, or found nothing. */
  status: string | undefined;
  /** The person leaves the field. */
  onLeave?: () => void;
};

/** Several out of many, found by typing; each that was chosen is a chip before the text. */
export function MultiCombobox<Item>(props: Props<Item>) {
  const { id, items, chosen, onChange, text, onText, keyOf, nameOf, status } = props;
  const { isSame = (a: Item, b: Item) => keyOf(a) === keyOf(b) } = props;
  return (
    <Combobox.Root
      multiple
      autoHighlight
      items={[...items]}
      filteredItems={[...items]}
      value={[...chosen]}
      onValueChange={(next: Item[]) => onChange(next)}
      inputValue={text}
      onInputValueChange={(next, { reason }) => {
        // Closing the list empties the text otherwise, and with it what was typed and not chosen yet.
        if (reason === 'input-change' || reason === 'item-press') onText(reason === 'item-press' ? '' : next);
      }}
      itemToStringLabel={nameOf}
      isItemEqualToValue={isSame}
    >
      <Combobox.InputGroup className="ef-input ef-combobox" data-fault={props.hasFault || undefined}>
        <Combobox.Chips className="ef-chips" aria-label={chosen.length > 0 ? props.chipsLabel : undefined}>
          {chosen.map((item) => (
            <Chip key={keyOf(item)} name={nameOf(item)}>
              {props.drawChip(item)}
            </Chip>
          ))}
          <Combobox.Input
            id={id}
            className="ef-combobox-text"
            placeholder={chosen.length > 0 ? '' : props.placeholder}
            // While the list is open, what lies around it is hidden from screen readers, the label too.
            aria-labelledby={labelId(id)}
            aria-describedby={describedBy(id)}
            aria-invalid={props.hasFault}
            spellCheck={false}
            onBlur={props.onLeave}
          />
        </Combobox.Chips>
      </Combobox.InputGroup>
      <p className="ef-muted ef-combobox-status" aria-live="polite">
        {status}
      </p>
      <Combobox.Portal container={overlays}>
        <Combobox.Positioner className="ef-menu-place" sideOffset={4}>
          <Combobox.Popup className="ef-combobox-popup" data-empty={items.length === 0 || undefined}>
            <Combobox.List>
              {(item: Item) => (
                <Combobox.Item key={keyOf(item)} value={item} className="ef-combobox-item">
                  <span className="ef-combobox-item-content">{props.draw(item)}</span>
                  <Combobox.ItemIndicator className="ef-combobox-mark">
                    <Icon name="allow" />
                  </Combobox.ItemIndicator>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}

function Chip({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useI18n();
  return (
    <Combobox.Chip className="ef-chip" aria-label={name}>
      {children}
      <Combobox.ChipRemove className="ef-chip-remove" aria-label={t('combobox_chip_remove', { name })}>
        <Icon name="close" size={14} />
      </Combobox.ChipRemove>
    </Combobox.Chip>
  );
}
