import { Menu as Base } from '@base-ui/react/menu';
import { Icon, type IconName } from './Icon.tsx';
import './Menu.css';
import { overlays } from './overlays.ts';

export type MenuEntry = { icon: IconName; text: string; isOff?: boolean; onChoose: () => void };

/** Ties one menu to the buttons of many rows. */
export type MenuHandle<Payload> = ReturnType<typeof Base.createHandle<Payload>>;
export const createMenuHandle = Base.createHandle;

type ButtonProps<Payload> = {
  handle: MenuHandle<Payload>;
  payload: Payload;
  id: string;
  label: string;
  /** What stands on it; a picture, if left out. The label has to begin with it. */
  text?: string;
};

/** Opens the menu for one row. */
export function MenuButton<Payload>({ handle, payload, id, label, text }: ButtonProps<Payload>) {
  return (
    <Base.Trigger
      handle={handle}
      payload={payload}
      id={id}
      className={text === undefined ? 'ef-button ef-button-icon' : 'ef-button'}
      aria-label={label}
      title={text === undefined ? label : undefined}
    >
      {text}
      <Icon name={text === undefined ? 'more' : 'open'} />
    </Base.Trigger>
  );
}

type Props<Payload> = {
  handle: MenuHandle<Payload>;
  entriesOf: (payload: Payload) => readonly MenuEntry[];
  onOpenChange?: (isOpen: boolean) => void;
};

/** What can be done to a row besides what has a button of its own. */
export function Menu<Payload>({ handle, entriesOf, onOpenChange }: Props<Payload>) {
  return (
    <Base.Root handle={handle} onOpenChange={(isOpen) => onOpenChange?.(isOpen)}>
      {({ payload }) => (
        <Base.Portal container={overlays}>
          <Base.Positioner className="ef-menu-place" align="end" sideOffset={4}>
            <Base.Popup className="ef-menu">
              {payload !== undefined &&
                entriesOf(payload).map(({ icon, text, isOff = false, onChoose }) => (
                  <Base.Item key={text} className="ef-menu-item" disabled={isOff} onClick={onChoose}>
                    <Icon name={icon} />
                    {text}
                  </Base.Item>
                ))}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      )}
    </Base.Root>
  );
}
