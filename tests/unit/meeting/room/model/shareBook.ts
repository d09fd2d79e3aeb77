import type { ParticipantId } from '#protocol/ids.ts';
import type { RoomEvent } from '#protocol/wire/event.ts';

/** Who shares a screen, and who asked them to stop: the part of the book that is about shares. */
export class ShareBook {
  readonly sharing = new Set<ParticipantId>();
  /** One at a time. */
  ask: { readonly sharer: ParticipantId; readonly asker: ParticipantId } | null = null;

  /** `may`: whether somebody is there, and may share now that the event is written. */
  write(event: RoomEvent, may: (id: ParticipantId) => boolean): void {
    this.#writeEvent(event);
    for (const id of this.sharing) if (!may(id)) this.sharing.delete(id);
    if (this.ask === null) return;
    const { sharer, asker } = this.ask;
    // What came to something, or can come to nothing any more, is over.
    if (!this.sharing.has(sharer) || this.sharing.has(asker) || !may(asker)) this.ask = null;
  }

  #writeEvent(event: RoomEvent): void {
    const { type } = event;
    if (type === 'participant-joined') this.#shares(event.participant.id, event.participant.media.screen);
    if (type === 'participant-taken-over') this.#shares(event.participant, event.media.screen);
    if (type === 'media-state-changed') this.#shares(event.participant, event.media.screen);
    if (type === 'media-stopped' && event.media.includes('screen')) this.sharing.delete(event.participant);
    if (type === 'share-answered' && event.accepted) this.sharing.delete(event.participant);
    if (type === 'share-answered' || type === 'share-ask-withdrawn') this.ask = null;
    if (type === 'share-asked') this.ask = { sharer: event.participant, asker: event.by.participant };
  }

  #shares(participant: ParticipantId, screen: boolean): void {
    if (screen) this.sharing.add(participant);
    else this.sharing.delete(participant);
  }
}
