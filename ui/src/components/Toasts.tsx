import { Toast as Base } from '@base-ui/react/toast';
import { useI18n } from '../i18n/use-i18n.ts';
import { Icon } from './Icon.tsx';
import './Toasts.css';
import { overlays } from './overlays.ts';

/** How long what was done can be taken back from here, in milliseconds. */
const undoTime = 10_000;

/** Shows what was just done, with a way to take it back. */
export type Toasts = {
  offerUndo: (text: string, onUndo: () => void) => void;
};

const manager = Base.createToastManager();

/** The page's short messages. They are drawn where `ToastArea` stands. */
export const toasts: Toasts = {
  offerUndo(text, onUndo) {
    const id = manager.add({
      title: text,
      timeout: undoTime,
      actionProps: {
        onClick: () => {
          manager.close(id);
          onUndo();
        },
      },
    });
  },
};

/** Draws the messages at the lower edge of the window. */
export function ToastArea() {
  return (
    <Base.Provider toastManager={manager} limit={3}>
      <Base.Portal container={overlays}>
        <Base.Viewport className="ef-toasts">
          <Messages />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function Messages() {
  const { t } = useI18n();
  const { toasts: shown } = Base.useToastManager();
  return shown.map((toast) => (
    <Base.Root key={toast.id} toast={toast} className="ef-toast">
      <Base.Content className="ef-toast-content">
        <Base.Title className="ef-toast-title" render={<p />} />
        <Base.Action className="ef-toast-action">{t('toast_undo')}</Base.Action>
        <Base.Close className="ef-toast-close" aria-label={t('dialog_close')}>
          <Icon name="close" />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
