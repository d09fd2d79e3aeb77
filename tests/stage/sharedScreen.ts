/** A drawn screen with a document on it, as the stream of somebody who shares. */
export function sharedScreen(): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.width = 1920;
  canvas.height = 1200;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas here');
  draw(pen);
  const stream = canvas.captureStream(0);
  const [track] = stream.getVideoTracks();
  if (track && 'requestFrame' in track) (track as CanvasCaptureMediaStreamTrack).requestFrame();
  return stream;
}

const LINES = [92, 88, 95, 61, 0, 90, 94, 86, 93, 40, 0, 89, 91, 72];

function draw(pen: CanvasRenderingContext2D): void {
  pen.fillStyle = '#dfe5ea';
  pen.fillRect(0, 0, 1920, 1200);
  pen.fillStyle = '#334155';
  pen.fillRect(0, 0, 1920, 44);
  pen.fillStyle = '#ffffff';
  pen.fillRect(260, 92, 1400, 1108);
  pen.fillStyle = '#0f172a';
  pen.font = '600 54px sans-serif';
  pen.fillText('Plan for the spring', 360, 210);
  pen.fillStyle = '#94a3b8';
  LINES.forEach((wide, index) => pen.fillRect(360, 276 + index * 44, wide * 7, 14));
  const bars = [220, 300, 260, 380, 430];
  pen.fillStyle = '#0f766e';
  bars.forEach((high, index) => pen.fillRect(1080 + index * 96, 760 - high, 64, high));
}
