import type { RoomEventOf } from '#protocol/wire/event.ts';
import { noteRights } from './asks.ts';
import type { Draft } from './draft.ts';
import { noteHosts } from './evolveRoom.ts';
import { mustFollow } from './mustFollow.ts';
import { allowedRecording } from './recording.ts';
import { barredEntry, everyone, present, tableOf } from './selectors.ts';
import { allowedMedia } from './speakers.ts';

/** What the new role may not send is off at once, whatever its participant still sends; so is a recording. */
export function roleChanged(draft: Draft, event: RoomEventOf<'role-changed'>): void {
  const { principal, role } = event;
  mustFollow(barredEntry(draft.room, principal) === null, event, 'the principal is barred');
  mustFollow(Object.hasOwn(tableOf(draft.room), role), event, 'there is no such role');
  // Whoever is not named is a guest: one state, one form.
  if (role === 'guest') draft.drop('roles', principal);
  else draft.put('roles', principal, role);
  const participant = present(draft.room, principal);
  if (!participant) return;
  const media = allowedMedia(draft.room, role, participant.media);
  draft.put('participants', participant.id, { ...allowedRecording(draft.room, role, participant), role, media });
  noteRights(draft, participant.id);
  noteHosts(draft, event.at);
}

export function rolesDefined(draft: Draft, event: RoomEventOf<'roles-defined'>): void {
  const { roleTable, speakers } = event;
  draft.set({ roleTable, speakers, speakerLimit: draft.room.speakerLimit ?? null });
  for (const participant of everyone(draft.room)) {
    const media = allowedMedia(draft.room, participant.role, participant.media);
    const allowed = allowedRecording(draft.room, participant.role, participant);
    if (media !== participant.media || allowed !== participant) {
      draft.put('participants', participant.id, { ...allowed, media });
    }
    noteRights(draft, participant.id);
  }
}

export function speakerLimitSet(draft: Draft, event: RoomEventOf<'speaker-limit-set'>): void {
  const { room } = draft;
  draft.set({ roleTable: tableOf(room), speakers: room.speakers ?? null, speakerLimit: event.limit });
}
