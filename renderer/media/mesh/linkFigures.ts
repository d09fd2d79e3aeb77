import type { LinkFigures } from '../transport.ts';
import type { Line } from './lines.ts';
import { linkTraffic, numberIn as number, type Report } from './linkTraffic.ts';
import type { MeshLink } from './meshLink.ts';

/** Reads what matters of a link's statistics (webrtc-stats). All zero, or null, where there is no connection. */
export async function linkFigures(link: MeshLink): Promise<LinkFigures> {
  const reports: Report[] = [];
  (await link.stats())?.forEach((report: Report) => reports.push(report));
  const of = (type: string, line: Line): Report | undefined =>
    reports.find((report) => report['type'] === type && link.lineOfMid(String(report['mid'])) === line);
  const pair = reports.find((report) => report['type'] === 'candidate-pair' && report['nominated'] === true);
  const candidate = (end: 'localCandidateId' | 'remoteCandidateId'): string | null => {
    const type = reports.find(({ id }) => pair !== undefined && id === pair[end])?.['candidateType'];
    return typeof type === 'string' ? type : null;
  };
  const [local, remote] = [candidate('localCandidateId'), candidate('remoteCandidateId')];
  const seconds = number(pair, 'currentRoundTripTime');
  const audioIn = of('inbound-rtp', 'audio');
  const videoIn = of('inbound-rtp', 'video');
  const videoOut = of('outbound-rtp', 'video');
  const screenIn = of('inbound-rtp', 'screen');
  const screenOut = of('outbound-rtp', 'screen');
  const lost = [audioIn, videoIn, screenIn].map((report) => number(report, 'packetsLost') ?? 0);
  return {
    peer: link.wanted.peer,
    link: link.state,
    generation: link.generation,
    roundTripMs: seconds === null ? null : seconds * 1000,
    audioBytesIn: number(audioIn, 'bytesReceived') ?? 0,
    videoFramesIn: number(videoIn, 'framesDecoded') ?? 0,
    videoFramesOut: number(videoOut, 'framesEncoded') ?? 0,
    videoWidthOut: number(videoOut, 'frameWidth'),
    screenFramesIn: number(screenIn, 'framesDecoded') ?? 0,
    screenFramesOut: number(screenOut, 'framesEncoded') ?? 0,
    screenWidthOut: number(screenOut, 'frameWidth'),
    packetsLostIn: lost.reduce((sum, count) => sum + count, 0),
    traffic: linkTraffic({ reports, of, pair }, performance.now()),
    path: local === null || remote === null ? null : { local, remote },
  };
}
