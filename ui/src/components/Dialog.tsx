import { Dialog as Base } from '@base-ui/react/dialog';
import { type ReactNode, useId, useRef } from 'react';
import { useI18n } from '../i18n/use-i18n.ts';
import './Dialog.css';
import { IconButton } from './IconButton.tsx';
import { overlays } from './overlays.ts';

// Of a group of radio buttons, the one that is chosen.
const firstField = 'input:not([type="radio"]), input:checked, select, textarea';

type Props = {
  isOpen: boolean;
  title: string;
  /** Asked for by Escape or the cross. */
  onClose: () => void;
  /** The id of the element that has the focus once the dialog is closed, asked for then. */
  lastFocusId: () => string | undefined;
  children: ReactNode;
  /** Stays in sight below a long content. */
  footer?: ReactNode;
};

/** A window over the page for one task. A click beside it does not close it: what was typed is not so easily thrown away. */
export function Dialog({ isOpen, title, onClose, lastFocusId, children, footer }: Props) {
  const { t } = useI18n();
  const titleId = useId();
  const body = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={isOpen} disablePointerDismissal onOpenChange={(open) => open || onClose()}>
      <Base.Portal container={overlays}>
        <Base.Backdrop className="ef-dialog-backdrop" />
        <Base.Viewport className="ef-dialog-viewport">
          <Base.Popup
            className="ef-dialog"
            aria-labelledby={titleId}
            initialFocus={() => firstFocusIn(body.current)}
            finalFocus={() => inSight(lastFocusId()) ?? true}
          >
            <div className="ef-dialog-head">
              <Base.Title className="ef-dialog-title" id={titleId}>
                {title}
              </Base.Title>
              <IconButton icon="close" label={t('dialog_close')} isQuiet onClick={onClose} />
            </div>
            <div className="ef-dialog-body" ref={body}>
              {children}
            </div>
            {footer && <div className="ef-dialog-foot">{footer}</div>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** The element with an id, scrolled to where it can be seen: the focus alone would not bring it there. */
function inSight(id = ''): HTMLElement | null {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'nearest' });
  return element;
}

/** The first field; with a finger the window itself, since a field would bring up the keyboard over what there is to read. */
function firstFocusIn(body: HTMLElement | null): HTMLElement | true {
  const hasFinger = matchMedia('(pointer: coarse)').matches;
  const field = hasFinger ? null : body?.querySelector<HTMLElement>(firstField);
  return field ?? body?.closest<HTMLElement>('.ef-dialog') ?? true;
}
