import { Dialog as Base } from '@base-ui/react/dialog';
import { type ReactNode, type RefObject, useId } from 'react';
import { useI18n } from '../i18n/use-i18n.ts';
import './Dialog.css';
import { IconButton } from './IconButton.tsx';
import { overlays } from './overlays.ts';

type Props = {
  isOpen: boolean;
  title: string;
  /** Asked for by Escape or the cross. */
  onClose: () => void;
  /** Where the focus goes first; the first field if left out. */
  firstFocus?: RefObject<HTMLElement | null>;
  /** The element, by its id, that has the focus once the dialog is closed; the one that had it before if left out. */
  lastFocusId?: string | undefined;
  children: ReactNode;
  /** Stays in sight below a long content. */
  footer?: ReactNode;
};

/** A window over the page for one task. A click beside it does not close it: what was typed is not so easily thrown away. */
export function Dialog({ isOpen, title, onClose, firstFocus, lastFocusId, children, footer }: Props) {
  const { t } = useI18n();
  const titleId = useId();
  return (
    <Base.Root open={isOpen} disablePointerDismissal onOpenChange={(open) => open || onClose()}>
      <Base.Portal container={overlays}>
        <Base.Backdrop className="ef-dialog-backdrop" />
        <Base.Viewport className="ef-dialog-viewport">
          <Base.Popup
            className="ef-dialog"
            aria-labelledby={titleId}
            {...(firstFocus && { initialFocus: firstFocus })}
            finalFocus={() => (lastFocusId && document.getElementById(lastFocusId)) || true}
          >
            <div className="ef-dialog-head">
              <Base.Title className="ef-dialog-title" id={titleId}>
                {title}
              </Base.Title>
              <IconButton icon="close" label={t('dialog_close')} isQuiet onClick={onClose} />
            </div>
            <div className="ef-dialog-body">{children}</div>
            {footer && <div className="ef-dialog-foot">{footer}</div>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
