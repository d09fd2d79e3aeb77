// Blurs what is behind a person, picture by picture, in a thread of its own. Started only when somebody switches it on.
import type { BlurOrder, BlurWord } from './messages.ts';
import { loadSegmenter, type Segmenter } from './segmenter.ts';

/** The size that the wide model looks at. */
const LOOK = { width: 256, height: 144 };
/** How far things run into each other, as a share of the picture's height; and how soft a person's edge is. */
const BLUR = 1 / 36;
const EDGE = 1 / 240;
/** Milliseconds that telling people from the rest may take of a picture; where it takes longer, several share one mask. */
const MASK_MS = 16;
const MOST_SHARED = 4;

const say = (word: BlurWord): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker's goes to its page and has no origin.
  globalThis.postMessage(word);
};

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: true });
  if (!context) throw new Error('there is no canvas to draw on');
  return context;
}

/** Draws one picture after the other with its background blurred. */
class Painter {
  readonly #segmenter: Segmenter;
  readonly #look = new OffscreenCanvas(LOOK.width, LOOK.height);
  readonly #small = new OffscreenCanvas(1, 1);
  readonly #canvas = new OffscreenCanvas(1, 1);
  #mask: CanvasImageSource | null = null;
  #until = 0;
  #cost = MASK_MS;

  constructor(segmenter: Segmenter) {
    this.#segmenter = segmenter;
  }

  async paint(picture: VideoFrame): Promise<VideoFrame> {
    await this.#lookAt(picture);
    const { displayWidth: width, displayHeight: height } = picture;
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      Object.assign(this.#canvas, { width, height });
      // Blurred at a quarter of the size: nobody can tell, and it costs a sixteenth.
      Object.assign(this.#small, { width: Math.ceil(width / 4), height: Math.ceil(height / 4) });
    }
    const background = this.#blur(picture);
    const context = contextOf(this.#canvas);
    context.globalCompositeOperation = 'copy';
    context.filter = `blur(${height * EDGE}px)`;
    if (this.#mask) context.drawImage(this.#mask, 0, 0, width, height);
    context.filter = 'none';
    context.globalCompositeOperation = 'source-in';
    context.drawImage(picture, 0, 0, width, height);
    context.globalCompositeOperation = 'destination-over';
    context.drawImage(background, 0, 0, width, height);
    return new VideoFrame(this.#canvas, { timestamp: picture.timestamp });
  }

  #blur(picture: VideoFrame): OffscreenCanvas {
    const { width, height } = this.#small;
    const context = contextOf(this.#small);
    const reach = height * BLUR * 2;
    context.filter = `blur(${reach}px)`;
    // A little beyond the edges, which would be dark otherwise.
    context.drawImage(picture, -reach, -reach, width + 2 * reach, height + 2 * reach);
    return this.#small;
  }

  async #lookAt(picture: VideoFrame): Promise<void> {
    if (this.#mask && this.#until > 0) {
      this.#until -= 1;
      return;
    }
    const before = performance.now();
    contextOf(this.#look).drawImage(picture, 0, 0, LOOK.width, LOOK.height);
    this.#mask = await this.#segmenter.mask(this.#look);
    this.#cost += (performance.now() - before - this.#cost) / 4;
    this.#until = Math.min(MOST_SHARED, Math.ceil(this.#cost / MASK_MS)) - 1;
  }
}

/** One for every camera that is switched to: the model is loaded once. */
let painter: Promise<Painter> | null = null;

async function blur({ id, readable, writable }: BlurOrder): Promise<void> {
  painter ??= loadSegmenter(new URL('../segmentation/', location.href).href).then(
    (segmenter) => new Painter(segmenter),
  );
  const reader = readable.getReader();
  const writer = writable.getWriter();
  const ready = await painter;
  let isFirst = true;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const picture = next.value;
    try {
      await writer.write(await ready.paint(picture));
    } finally {
      picture.close();
    }
    if (isFirst) say({ type: 'blurring', id });
    isFirst = false;
  }
  await writer.close();
}

globalThis.addEventListener('message', ({ data }: MessageEvent<BlurOrder>) => {
  blur(data).catch((fault: unknown) => say({ type: 'failed', id: data.id, detail: String(fault).slice(0, 300) }));
});
