import { Button } from '../../components/Button.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';
import './NewEvents.css';

type Props = { count: number; onShow: () => void };

/** New attempts that wait until the person has read on: how many, and the way to them, wherever the list is scrolled to. */
export function NewEvents({ count, onShow }: Props) {
  const { t } = useI18n();
  return (
    <div className="ef-new-events">
      <p className="ef-visually-hidden" role="status">
        {count > 0 && t('activity_new_speech', { count })}
      </p>
      {count > 0 && (
        <Button icon="up" look="primary" onClick={onShow}>
          {t('activity_new_button', { count })}
        </Button>
      )}
    </div>
  );
}
