/** Tells people from what is behind them: MediaPipe's model, which runs on the graphics card. */
export interface Segmenter {
  /** Opaque where there is a person; as large as the model likes. Of the picture that was sent last. */
  mask(picture: OffscreenCanvas): Promise<CanvasImageSource>;
}

interface Solution {
  setOptions(options: { readonly modelSelection: 0 | 1 }): void;
  onResults(listener: (results: { readonly segmentationMask: ImageBitmap }) => void): void;
  initialize(): Promise<void>;
  send(input: { readonly image: OffscreenCanvas }): Promise<void>;
}

interface WorkerScope {
  importScripts(url: string): void;
  readonly SelfieSegmentation: new (options: { readonly locateFile: (file: string) => string }) => Solution;
}

/** The wide model: fewer steps, for pictures that are wider than high. */
const WIDE = 1;

const scope = globalThis as unknown as WorkerScope;

/**
 * The package is written for a page: it loads its parts by script elements and draws on a canvas element. This is as much
 * of a page as it looks at. (What it has for workers loads its model as if that were a script.)
 */
function pretendPage(): void {
  Object.assign(globalThis, {
    window: globalThis,
    document: {
      createElement,
      body: { appendChild },
      getElementById: () => null,
      addEventListener: nothing,
      removeEventListener: nothing,
    },
  });
}

function nothing(): void {
  // Nobody listens to a page that is none.
}

function createElement(name: string): unknown {
  if (name === 'canvas') return new OffscreenCanvas(1, 1);
  return Object.assign(new EventTarget(), { setAttribute, src: '' });
}

function appendChild(script: EventTarget & { readonly src: string }): void {
  scope.importScripts(script.src);
  script.dispatchEvent(new Event('load'));
}

function setAttribute(this: Record<string, string>, name: string, value: string): void {
  this[name] = value;
}

/** Loads the model from that folder of the app, which takes a moment. Rejects where it can't be had or can't run. */
export async function loadSegmenter(folder: string): Promise<Segmenter> {
  pretendPage();
  scope.importScripts(`${folder}selfie_segmentation.js`);
  const solution = new scope.SelfieSegmentation({ locateFile: (file) => folder + file });
  let latest: ImageBitmap | null = null;
  solution.setOptions({ modelSelection: WIDE });
  solution.onResults(({ segmentationMask }) => {
    latest?.close();
    latest = segmentationMask;
  });
  await solution.initialize();
  return {
    async mask(picture) {
      await solution.send({ image: picture });
      if (!latest) throw new Error('the model gave no mask');
      return latest;
    },
  };
}
