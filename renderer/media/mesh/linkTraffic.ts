import type { Pictures, Traffic } from '../quality/traffic.ts';
import type { Line } from './lines.ts';

/** One report of a connection's statistics (webrtc-stats). */
export type Report = Readonly<Record<string, unknown>>;

export const numberIn = (report: Report | undefined, field: string): number | null => {
  const value = report?.[field];
  return typeof value === 'number' ? value : null;
};

const textIn = (report: Report | undefined, field: string): string | null => {
  const value = report?.[field];
  return typeof value === 'string' ? value : null;
};

interface Read {
  readonly reports: readonly Report[];
  readonly of: (type: string, line: Line) => Report | undefined;
  /** The pair of candidates by which packets go. */
  readonly pair: Report | undefined;
}

/** What went over a connection so far, as it counts itself. */
export function linkTraffic({ reports, of, pair }: Read, at: number): Traffic {
  const all = (type: string): readonly Report[] => reports.filter((report) => report['type'] === type);
  const sum = (type: string, field: string): number =>
    all(type).reduce((total, report) => total + (numberIn(report, field) ?? 0), 0);
  const codecOf = (report: Report | undefined): string | null => {
    const codec = reports.find(({ id }) => report !== undefined && id === report['codecId']);
    return textIn(codec, 'mimeType')?.replace(/^\w+\//, '') ?? null;
  };
  const pictures = (report: Report | undefined, counted: string): Pictures => ({
    frames: numberIn(report, counted) ?? 0,
    width: numberIn(report, 'frameWidth'),
    height: numberIn(report, 'frameHeight'),
    codec: codecOf(report),
  });
  const voice = of('inbound-rtp', 'audio');
  const jitter = numberIn(voice, 'jitter');
  const local = reports.find(({ id }) => pair !== undefined && id === pair['localCandidateId']);
  return {
    at,
    bytesIn: sum('inbound-rtp', 'bytesReceived'),
    bytesOut: sum('outbound-rtp', 'bytesSent'),
    packetsIn: sum('inbound-rtp', 'packetsReceived'),
    packetsLostIn: sum('inbound-rtp', 'packetsLost'),
    packetsOut: sum('outbound-rtp', 'packetsSent'),
    packetsLostOut: sum('remote-inbound-rtp', 'packetsLost'),
    jitterMs: jitter === null ? null : jitter * 1000,
    camera: {
      in: pictures(of('inbound-rtp', 'video'), 'framesDecoded'),
      out: pictures(of('outbound-rtp', 'video'), 'framesEncoded'),
    },
    voiceCodec: codecOf(voice),
    protocol: textIn(local, 'relayProtocol') ?? textIn(local, 'protocol'),
  };
}
