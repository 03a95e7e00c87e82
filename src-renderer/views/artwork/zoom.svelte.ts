import Panzoom, { type PanzoomObject } from '@panzoom/panzoom';
import type { Attachment } from 'svelte/attachments';

const MOST = 24;

/** Zooming and panning with wheel, pinch, drag and keys. */
export class Zoom {
  #scale = $state(1);
  #panzoom: PanzoomObject | undefined;

  /** 1 when the work fits the stage. */
  get scale(): number {
    return this.#scale;
  }

  in(): void {
    this.#panzoom?.zoomIn({ step: 0.5 });
  }

  out(): void {
    this.#panzoom?.zoomOut({ step: 0.5 });
  }

  fit(): void {
    this.#panzoom?.reset();
  }

  /** Makes an element zoom within its parent. */
  readonly attach: Attachment<HTMLElement> = (element) => {
    const parent = element.parentElement;
    if (!parent) return;
    const panzoom = Panzoom(element, {
      canvas: true,
      minScale: 1,
      maxScale: MOST,
      panOnlyWhenZoomed: true,
      cursor: 'default',
      animate: false,
    });
    const wheel = (event: WheelEvent): void => void panzoom.zoomWithWheel(event);
    const change = (): void => void (this.#scale = panzoom.getScale());
    const toggle = (event: MouseEvent): void => {
      if (panzoom.getScale() > 1) panzoom.reset();
      else panzoom.zoomToPoint(3, event);
    };
    parent.addEventListener('wheel', wheel, { passive: false });
    parent.addEventListener('dblclick', toggle);
    element.addEventListener('panzoomchange', change);
    this.#panzoom = panzoom;
    return () => {
      parent.removeEventListener('wheel', wheel);
      parent.removeEventListener('dblclick', toggle);
      element.removeEventListener('panzoomchange', change);
      panzoom.destroy();
    };
  };
}
