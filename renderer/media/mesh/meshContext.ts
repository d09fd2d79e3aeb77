import type { WantedLink } from '#meeting/topology/wantedLinks.ts';
import type { ParticipantId } from '#protocol/ids.ts';
import type { IceServer, IceTransportPolicy } from '#protocol/wire/frame.ts';

import type { TalkLabel, TalkMessage } from '../talk.ts';
import type { OutgoingTracks, PictureSize } from '../transport.ts';
import type { SendQuality } from './sendQuality.ts';
import type { openPeerLink } from './simplePeerLink.ts';

/** What all links of a mesh share, read when it is needed. */
export interface MeshContext {
  readonly epoch: string;
  readonly tracks: OutgoingTracks;
  /** At best; each link fits it to how large its other side shows me. */
  readonly quality: SendQuality;
  /** The size of my camera's picture; null where it is not known. */
  readonly captured: PictureSize | null;
  readonly iceServers: readonly IceServer[];
  readonly iceTransportPolicy: IceTransportPolicy;
  readonly now: () => number;
  readonly after: (ms: number, task: () => void) => () => void;
  readonly openPeer: typeof openPeerLink;
  readonly send: (wanted: WantedLink, generation: number, data: string) => void;
  readonly onTalkOpen: (peer: ParticipantId, label: TalkLabel) => void;
  readonly onTalk: (from: ParticipantId, label: TalkLabel, message: TalkMessage) => void;
  readonly onChange: () => void;
  readonly onFault: (fault: unknown) => void;
}
