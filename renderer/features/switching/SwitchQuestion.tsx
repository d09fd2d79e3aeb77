import { ArrowRightLeft, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { ParticipantId } from '#protocol/ids.ts';
import type { SessionIn } from '#protocol/session.ts';

import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useHeir } from '../leaving/HeirChoice.tsx';

/** How to go: straight in or through the preview, and who is host in the meeting that is left. */
export interface SwitchAnswer {
  readonly now: boolean;
  readonly handOverTo?: ParticipantId;
}

interface SwitchQuestionProps {
  readonly session: SessionIn<'joined' | 'reconnecting'>;
  /** The first line: how it came to this question. */
  readonly lead: string;
  /** Where it leads. */
  readonly children: ReactNode;
  /** Straight in is offered too. */
  readonly atOnce: boolean;
  readonly pending: boolean;
  readonly onGo: (answer: SwitchAnswer) => void;
  readonly onCancel: () => void;
}

/** Whether to leave this meeting for another one (semantics rule 8). Whoever is the only host says who is host next. */
export function SwitchQuestion({ session, lead, children, atOnce, pending, onGo, onCancel }: SwitchQuestionProps) {
  const { t } = useTranslation();
  const heir = useHeir(session);
  const go = (now: boolean): void => onGo({ now, ...heir.answer });
  return (
    <Dialog
      icon={<ArrowRightLeft size={20} />}
      title={t('switching.title')}
      lead={lead}
      onClose={onCancel}
      actions={
        <>
          <Button onPress={onCancel}>{t('common.cancel')}</Button>
          {atOnce ? (
            <Button isPending={pending} onPress={() => go(true)}>
              {t('switching.now')}
            </Button>
          ) : null}
          <Button look="primary" isPending={pending} onPress={() => go(false)}>
            {t('switching.look')}
          </Button>
        </>
      }
    >
      {children}
      {heir.question}
      <Banner tone="caution" icon={<TriangleAlert size={20} />} hint={atOnce ? t('switching.nowHint') : undefined}>
        {t('switching.leaves', { room: session.room.id })}
      </Banner>
    </Dialog>
  );
}
