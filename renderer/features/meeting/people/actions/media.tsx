import { Hand, MicOff, MonitorOff, VideoOff } from 'lucide-react';

import { SENDING } from '#meeting/permissions.ts';
import { mayIn } from '#meeting/room/selectors.ts';
import { AskedMedia, MediaKind } from '#protocol/room.ts';

import type { MenuAction } from '../../../../ui/Menu.tsx';
import type { PersonActions, PersonContext } from '../personActions.ts';

const ICONS = { microphone: MicOff, camera: VideoOff, screen: MonitorOff } as const;

/** Switching off what somebody else has on, and asking them to switch on what they have off and may send. */
export const media: PersonActions = (context) => {
  if (context.isMe) return [];
  return [...stopping(context), ...asking(context)];
};

function stopping({ t, person, may, send }: PersonContext): readonly MenuAction[] {
  if (!may('mute')) return [];
  return MediaKind.options
    .filter((kind) => person.media[kind])
    .map((kind) => {
      const Icon = ICONS[kind];
      return {
        id: `mute-${kind}`,
        label: t(`people.mute.${kind}`),
        icon: <Icon size={18} />,
        onAction: () => void send('room:mute', { participant: person.id, media: [kind] }),
      };
    });
}

function asking({ t, session, person, may, send }: PersonContext): readonly MenuAction[] {
  if (!may('unmute')) return [];
  return AskedMedia.options
    .filter((kind) => !person.media[kind] && mayIn(session.room, person.id, SENDING[kind]))
    .map((kind) => ({
      id: `ask-${kind}`,
      label: t(`people.ask.${kind}`),
      icon: <Hand size={18} />,
      onAction: () =>
        void send(
          'room:ask-to-unmute',
          { participant: person.id, media: [kind] },
          t(`people.asked.${kind}`, { name: person.name }),
        ),
    }));
}
