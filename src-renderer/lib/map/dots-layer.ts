import {
  BufferAttribute,
  BufferGeometry,
  OrthographicCamera,
  Points,
  Scene,
  ShaderMaterial,
  Vector2,
  WebGLRenderer,
} from 'three';
import type { Camera } from './camera';

const VERTEX = /* glsl */ `
  attribute vec4 colour;
  attribute float mark;
  uniform vec2 origin;
  uniform vec2 screen;
  uniform float scale;
  uniform float size;
  varying vec4 tint;
  void main() {
    vec2 at = (origin + position.xy * scale) / screen;
    // Chosen works are drawn over the others.
    gl_Position = vec4(at.x * 2.0 - 1.0, 1.0 - at.y * 2.0, mark > 0.5 ? -0.5 : 0.5, 1.0);
    gl_PointSize = size * (mark > 0.5 ? 1.3 : 1.0);
    tint = colour;
    if (mark < -0.5) tint.a *= 0.22;
  }
`;

const FRAGMENT = /* glsl */ `
  uniform float opacity;
  uniform float size;
  varying vec4 tint;
  void main() {
    float edge = length(gl_PointCoord - 0.5) * size;
    float alpha = 1.0 - smoothstep(size * 0.5 - 1.0, size * 0.5, edge);
    if (alpha <= 0.02) discard;
    gl_FragColor = vec4(tint.rgb, tint.a * alpha * opacity);
  }
`;

export interface DotLook {
  /** Diameter in px. */
  readonly size: number;
  /** 0..1 */
  readonly opacity: number;
}

/**
 * All works as round dots in one draw call, so that 100,000 follow the hand. Marks: 1 chosen, 0 plain, -1 faded
 * because others are chosen.
 */
export class DotsLayer {
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new OrthographicCamera();
  readonly #geometry = new BufferGeometry();
  readonly #material: ShaderMaterial;

  /** @throws when the machine can draw no WebGL at all */
  constructor(canvas: HTMLCanvasElement) {
    this.#renderer = new WebGLRenderer({ canvas, alpha: true, antialias: false });
    this.#renderer.setClearAlpha(0);
    this.#material = new ShaderMaterial({
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      transparent: true,
      uniforms: {
        origin: { value: new Vector2() },
        screen: { value: new Vector2(1, 1) },
        scale: { value: 1 },
        size: { value: 4 },
        opacity: { value: 1 },
      },
    });
    const points = new Points(this.#geometry, this.#material);
    points.frustumCulled = false;
    this.#scene.add(points);
  }

  /** @param positions x, y pairs on the plane */
  place(positions: Float32Array): void {
    const count = positions.length / 2;
    const places = new Float32Array(count * 3);
    for (let at = 0; at < count; at++) {
      places[3 * at] = positions[2 * at]!;
      places[3 * at + 1] = positions[2 * at + 1]!;
    }
    this.#geometry.setAttribute('position', new BufferAttribute(places, 3));
    this.#geometry.setAttribute('mark', new BufferAttribute(new Float32Array(count), 1));
  }

  /** @param bytes red, green, blue and opacity of each work */
  colour(bytes: Uint8Array): void {
    this.#geometry.setAttribute('colour', new BufferAttribute(bytes, 4, true));
  }

  mark(marks: Float32Array): void {
    this.#geometry.setAttribute('mark', new BufferAttribute(marks, 1));
  }

  resize(width: number, height: number): void {
    this.#renderer.setPixelRatio(devicePixelRatio);
    this.#renderer.setSize(width, height, false);
    this.#uniform('screen', new Vector2(width, height));
  }

  draw(camera: Camera, { size, opacity }: DotLook): void {
    this.#uniform('origin', new Vector2(camera.x, camera.y));
    this.#uniform('scale', camera.scale);
    this.#uniform('size', size * devicePixelRatio);
    this.#uniform('opacity', opacity);
    this.#renderer.render(this.#scene, this.#camera);
  }

  close(): void {
    this.#geometry.dispose();
    this.#material.dispose();
    this.#renderer.dispose();
    // Browsers keep only a few WebGL contexts; one that waits for the collector counts too.
    this.#renderer.forceContextLoss();
  }

  #uniform(name: string, value: Vector2 | number): void {
    const uniform = this.#material.uniforms[name];
    if (uniform) uniform.value = value;
  }
}
