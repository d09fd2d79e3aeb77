import { initials } from '../../ui/initials.ts';
import { type Box, layoutOf, placed } from './layout.ts';
import type { Scene } from './scene.ts';

/** Draws a meeting as one picture after the other. */
export interface Painter {
  readonly canvas: HTMLCanvasElement;
  paint(scene: Scene): void;
  close(): void;
}

/** The dark of the stage, in both themes. */
const INK = { stage: '#0c0a09', tile: '#292524', text: '#fafaf9', shade: 'rgb(12 10 9 / 65%)' };
const LETTERS = 'Inter Variable, sans-serif';
const RADIUS = 12;

/** More people than this are heard and not drawn: nobody could tell them apart. */
const MOST_FACES = 25;

/** `width` and `height` are those of the picture, in pixels. */
export function createPainter(document: Document, width: number, height: number): Painter {
  return new CanvasPainter(document, width, height);
}

class CanvasPainter implements Painter {
  readonly canvas: HTMLCanvasElement;
  readonly #document: Document;
  readonly #context: CanvasRenderingContext2D;
  /** What plays each stream for the drawing; never in the page. */
  readonly #players = new Map<string, HTMLVideoElement>();

  constructor(document: Document, width: number, height: number) {
    this.#document = document;
    this.canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = this.canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('there is no canvas to record from');
    this.#context = context;
  }

  paint(scene: Scene): void {
    const people = scene.people.slice(0, MOST_FACES);
    this.#follow({ ...scene, people });
    const { canvas } = this;
    this.#context.fillStyle = INK.stage;
    this.#context.fillRect(0, 0, canvas.width, canvas.height);
    const { screen, faces } = layoutOf(people.length, scene.screen !== null, canvas.width, canvas.height);
    if (screen && scene.screen) this.#tile(scene.screen, screen, 'contain');
    people.forEach((person, at) => {
      const box = faces[at];
      if (box) this.#tile(person, box, 'cover');
    });
  }

  close(): void {
    for (const id of this.#players.keys()) this.#drop(id);
  }

  #tile({ id, name }: { readonly id: string; readonly name: string }, box: Box, fit: 'cover' | 'contain'): void {
    const context = this.#context;
    context.save();
    context.beginPath();
    context.roundRect(box.x, box.y, box.width, box.height, RADIUS);
    context.clip();
    context.fillStyle = INK.tile;
    context.fillRect(box.x, box.y, box.width, box.height);
    const player = this.#players.get(id);
    const size = { width: player?.videoWidth ?? 0, height: player?.videoHeight ?? 0 };
    if (player && size.width > 0 && size.height > 0) this.#picture(player, size, box, fit);
    else this.#initial(name, box);
    this.#name(name, box);
    context.restore();
  }

  #picture(
    player: HTMLVideoElement,
    size: { readonly width: number; readonly height: number },
    box: Box,
    fit: 'cover' | 'contain',
  ): void {
    const { source, target } = placed(size, box, fit);
    this.#context.drawImage(
      player,
      source.x,
      source.y,
      source.width,
      source.height,
      target.x,
      target.y,
      target.width,
      target.height,
    );
  }

  #initial(name: string, box: Box): void {
    const context = this.#context;
    context.fillStyle = INK.text;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.font = `600 ${Math.round(box.height / 4)}px ${LETTERS}`;
    context.fillText(initials(name), box.x + box.width / 2, box.y + box.height / 2);
  }

  #name(name: string, box: Box): void {
    const context = this.#context;
    const letters = Math.max(12, Math.min(20, Math.round(box.height / 14)));
    context.font = `500 ${letters}px ${LETTERS}`;
    const width = Math.min(context.measureText(name).width + letters, box.width);
    const top = box.y + box.height - letters * 1.8;
    context.fillStyle = INK.shade;
    context.fillRect(box.x, top, width, letters * 1.8);
    context.fillStyle = INK.text;
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    context.fillText(name, box.x + letters / 2, top + letters * 0.9, box.width - letters);
  }

  #follow({ people, screen }: Scene): void {
    const shown = new Map([...people, ...(screen ? [screen] : [])].map(({ id, picture }) => [id, picture]));
    for (const id of this.#players.keys()) if (!shown.get(id)) this.#drop(id);
    for (const [id, picture] of shown) if (picture) this.#play(id, picture);
  }

  #play(id: string, picture: MediaStream): void {
    const player = this.#players.get(id) ?? Object.assign(this.#document.createElement('video'), { muted: true });
    this.#players.set(id, player);
    if (player.srcObject === picture) return;
    player.srcObject = picture;
    // Cut short by the next stream or the end of the recording, which is no fault.
    void player.play().catch(() => undefined);
  }

  #drop(id: string): void {
    const player = this.#players.get(id);
    this.#players.delete(id);
    if (player) player.srcObject = null;
  }
}
