/** A drawn person in a lit room, as a camera stream: every one different, and always the same for one number. */
export function portrait(seed: number): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 360;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas here');
  const hue = (seed * 67 + 20) % 360;
  const light = pen.createLinearGradient(0, 0, 640, 360);
  light.addColorStop(0, `hsl(${hue} 24% 62%)`);
  light.addColorStop(1, `hsl(${(hue + 40) % 360} 28% 34%)`);
  pen.fillStyle = light;
  pen.fillRect(0, 0, 640, 360);
  pen.fillStyle = 'rgb(255 255 255 / 22%)';
  pen.fillRect(30 + (seed % 3) * 200, 30, 130, 170);
  drawPerson(pen, seed);
  const stream = canvas.captureStream(0);
  const [track] = stream.getVideoTracks();
  if (track && 'requestFrame' in track) (track as CanvasCaptureMediaStreamTrack).requestFrame();
  return stream;
}

const SKINS = ['#8d5a3b', '#f0c8a8', '#5e3a26', '#dba97d', '#c58c62', '#f6d9c2'];
const HAIRS = ['#1f1712', '#5b3a1e', '#c9a063', '#2d2b33', '#8a8580', '#6e2f1c'];

function drawPerson(pen: CanvasRenderingContext2D, seed: number): void {
  const skin = SKINS[seed % SKINS.length] ?? '';
  const hair = HAIRS[(seed * 5 + 1) % HAIRS.length] ?? '';
  const x = 320 + ((seed * 37) % 60) - 30;
  const y = 158 + ((seed * 13) % 20);
  pen.fillStyle = hair;
  ellipse(pen, x, y - 14, 74, seed % 2 ? 88 : 74);
  if (seed % 2) pen.fillRect(x - 74, y - 14, 148, 96);
  pen.fillStyle = `hsl(${(seed * 101) % 360} 32% 40%)`;
  ellipse(pen, x, 400, 158, 150);
  pen.fillStyle = skin;
  pen.fillRect(x - 24, y + 44, 48, 62);
  ellipse(pen, x, y, 58, 72);
  pen.fillStyle = hair;
  pen.beginPath();
  pen.ellipse(x, y - 44, 60, 36, 0, Math.PI, 0);
  pen.fill();
  pen.fillStyle = '#231a15';
  ellipse(pen, x - 21, y - 4, 5, 6);
  ellipse(pen, x + 21, y - 4, 5, 6);
  pen.strokeStyle = '#231a15';
  pen.lineWidth = 4;
  pen.lineCap = 'round';
  pen.beginPath();
  pen.arc(x, y + 22, 20, 0.25, Math.PI - 0.25);
  pen.stroke();
}

function ellipse(pen: CanvasRenderingContext2D, x: number, y: number, width: number, height: number): void {
  pen.beginPath();
  pen.ellipse(x, y, width, height, 0, 0, Math.PI * 2);
  pen.fill();
}
