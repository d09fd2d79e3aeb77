import { linkId } from '#meeting/topology/wantedLinks.ts';
import type { ParticipantId } from '#protocol/ids.ts';
import { readLinkMessage } from '#renderer/media/mesh/linkMessage.ts';
import { MeshLink } from '#renderer/media/mesh/meshLink.ts';
import { sendQuality } from '#renderer/media/mesh/sendQuality.ts';
import { NO_TRACKS } from '#renderer/media/transport.ts';

import { type Clock, createClock, noFault } from './clock.ts';
import { FakePeerNet } from './peers.ts';

const OLD = 'aaaaaaaa' as ParticipantId;
const NEW = 'bbbbbbbb' as ParticipantId;
export type Side = 'old' | 'new';

interface Letter {
  readonly to: Side;
  readonly generation: number;
  readonly data: string;
}

/** Two pages with a link between them, and the post that carries their signals. */
export class Pair {
  readonly clock: Clock = createClock();
  readonly peers = new FakePeerNet();
  readonly post: Letter[] = [];
  readonly sent: Letter[] = [];
  readonly links: Record<Side, MeshLink>;
  readonly offsets: Record<Side, number> = { old: 0, new: 0 };
  /** What each was told of talk, in order. */
  readonly heard: Record<Side, string[]> = { old: [], new: [] };
  #pages = 0;
  #newest = 0;

  constructor() {
    // The one who was there first is told of the newcomer, who finds everybody there.
    this.links = { old: this.#create('old', true), new: this.#create('new', false) };
  }

  #create(side: Side, awaited: boolean): MeshLink {
    const page = `page ${(this.#pages += 1)}`;
    const peer = side === 'new' ? OLD : NEW;
    const link = new MeshLink({ peer, link: linkId(OLD, NEW), initiator: side === 'new' }, awaited, {
      epoch: page,
      tracks: NO_TRACKS,
      quality: sendQuality(1, 720),
      captured: { width: 1280, height: 720 },
      iceServers: [],
      iceTransportPolicy: 'all',
      now: () => this.clock.now() + this.offsets[side],
      after: this.clock.after,
      openPeer: this.peers.open,
      send: (_, generation, data) => {
        const letter: Letter = { to: side === 'new' ? 'old' : 'new', generation, data };
        this.post.push(letter);
        this.sent.push(letter);
      },
      onChange: () => undefined,
      onTalkOpen: (_, label) => this.heard[side].push(`${label} opened`),
      onTalk: (_, label, message) =>
        this.heard[side].push(`${label}: ${typeof message === 'string' ? message : message.byteLength}`),
      onFault: noFault,
    });
    link.reach(true);
    return link;
  }

  /** The page is gone without a word, and another one is there in its place. */
  reload(side: Side): void {
    const mine = this.alive.find((peer) => peer.initiator === (side === 'new'));
    // The other side goes on believing in its connection.
    if (mine) mine.partner = null;
    this.links[side].close();
    this.links[side] = this.#create(side, false);
  }

  /** As a server does it: what is older than the newest that passed is dropped, 0 always goes through. */
  deliver(): void {
    const letter = this.post.shift();
    const message = letter && readLinkMessage(letter.data);
    if (!letter || !message || (letter.generation > 0 && letter.generation < this.#newest)) return;
    this.#newest = Math.max(this.#newest, letter.generation);
    this.links[letter.to].receive(letter.generation, message);
  }

  /** Everything that is under way arrives; no time passes but the turns that candidates wait for. */
  run(): void {
    for (let round = 0; round < 1_000; round += 1) {
      this.peers.work();
      if (this.post.length === 0) return;
      this.deliver();
    }
    throw new Error('the two never stop talking');
  }

  /** Lets time pass in small steps, with everything arriving. */
  pass(ms: number): void {
    for (let passed = 0; passed < ms; passed += 100) {
      this.clock.pass(100);
      this.run();
    }
  }

  get states() {
    return [this.links.old.state, this.links.new.state];
  }

  get alive() {
    return this.peers.all.filter((peer) => peer.alive);
  }
}
