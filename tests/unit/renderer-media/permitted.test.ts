import { beforeEach, expect, test } from 'vitest';

import type { ParticipantId } from '#protocol/ids.ts';
import type { Room } from '#protocol/room.ts';
import { createPermittedFeeds } from '#renderer/media/remotes/permitted.ts';
import type { RemoteFeed } from '#renderer/media/transport.ts';

const ANA = 'ana_____' as ParticipantId;

/** As much of a stream as is needed. */
class Stream {
  tracks: { readonly kind: string }[];

  constructor(...kinds: readonly string[]) {
    this.tracks = kinds.map((kind) => ({ kind }));
  }

  getTracks = () => [...this.tracks];
  getAudioTracks = () => this.tracks.filter(({ kind }) => kind === 'audio');
  getVideoTracks = () => this.tracks.filter(({ kind }) => kind === 'video');
  addTrack = (track: { readonly kind: string }) => {
    if (!this.tracks.includes(track)) this.tracks.push(track);
  };
  removeTrack = (track: { readonly kind: string }) => {
    this.tracks = this.tracks.filter((one) => one !== track);
  };
}

const asStream = (stream: Stream): MediaStream => stream as unknown as MediaStream;

let stream: Stream;
let screen: Stream;
let permitted: ReturnType<typeof createPermittedFeeds>;

beforeEach(() => {
  stream = new Stream('audio', 'video');
  screen = new Stream('audio', 'video');
  permitted = createPermittedFeeds(() => asStream(new Stream()));
});

const feed: RemoteFeed = {
  peer: ANA,
  wanted: true,
  screenWanted: false,
  link: 'connected',
  get stream() {
    return asStream(stream);
  },
  get screen() {
    return asStream(screen);
  },
  audioAmplitude: () => 0.5,
  pictureAge: () => 10,
  screenAge: () => 20,
};

/** What comes from Ana, who has these permissions. */
function from(permissions: readonly string[], present = true): RemoteFeed {
  const room = {
    roleTable: { guest: { permissions } },
    participants: present ? { [ANA]: { id: ANA, role: 'guest' } } : {},
  } as unknown as Room;
  const found = permitted.of(new Map([[ANA, feed]]), room).get(ANA);
  if (!found) throw new Error('Ana is not there');
  return found;
}

const kinds = ({ stream: found }: RemoteFeed) => found?.getTracks().map(({ kind }) => kind);

test('a speaker is heard and seen as they come', () => {
  expect(from(['publishAudio', 'publishVideo', 'shareScreen'])).toBe(feed);
});

test('a viewer is neither heard nor seen, whatever their client sends', () => {
  const cut = from(['chat']);
  expect([cut.stream, cut.audioAmplitude(), cut.pictureAge(), cut.link]).toEqual([null, 0, null, 'connected']);
  expect([cut.screen, cut.screenAge()]).toEqual([null, null]);
});

test('who may only speak is not seen, and who may only show is not heard', () => {
  const heard = from(['publishAudio']);
  expect([kinds(heard), heard.audioAmplitude(), heard.pictureAge()]).toEqual([['audio'], 0.5, null]);
  const seen = from(['publishVideo']);
  expect([kinds(seen), seen.audioAmplitude(), seen.pictureAge()]).toEqual([['video'], 0, 10]);
});

test('whether pictures are wanted goes by what is shown, not by what is allowed', () => {
  const cut = from(['publishAudio']);
  expect([cut.wanted, cut.screenWanted]).toEqual([true, false]);
});

test('who may not share shows no screen and plays no sound of one, though they are heard and seen', () => {
  const cut = from(['publishAudio', 'publishVideo']);
  expect([cut.stream, cut.screen, cut.screenAge()]).toEqual([stream, null, null]);
});

test('who may only share is not seen by their camera', () => {
  const cut = from(['shareScreen']);
  expect([cut.stream, cut.pictureAge(), cut.screen, cut.screenAge()]).toEqual([null, null, screen, 20]);
});

test('what is left of a stream stays one stream, and follows its tracks', () => {
  const { stream: before } = from(['publishAudio']);
  stream.addTrack({ kind: 'audio' });
  expect(from(['publishAudio']).stream).toBe(before);
  expect(before?.getTracks()).toHaveLength(2);
  stream.removeTrack(stream.getAudioTracks()[0] ?? { kind: 'none' });
  expect(from(['publishAudio']).stream?.getTracks()).toHaveLength(1);
});

test('the right that comes and goes counts at once', () => {
  expect(from(['chat']).stream).toBeNull();
  expect(from(['publishAudio', 'publishVideo', 'shareScreen']).stream).toBe(stream);
  expect(from(['chat']).stream).toBeNull();
});

test('nothing is cut of who is on the way out, nor before there is a room', () => {
  expect(from(['chat'], false)).toBe(feed);
  expect(permitted.of(new Map([[ANA, feed]]), null).get(ANA)).toBe(feed);
});
