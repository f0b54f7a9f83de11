import { EDGE_KINDS, type EdgeKind } from '../../src/model/graph.ts';
import type { Theme } from '../look/kinds.ts';
import { edgeColour } from '../look/looks.ts';
import type { Camera, Size } from './camera.ts';
import { type EdgeOrder, LOUD } from './edge-order.ts';
import { attributeBuffer, linkProgram, openContext, rgb } from './gl.ts';

const VERTEX = /* glsl */ `#version 300 es
in vec2 a_position;
in uvec2 a_edge; // kind, and how much of its colour is left, of 255
in uint a_hidden;
uniform vec2 u_center;
uniform vec2 u_half;
uniform vec4 u_colours[${EDGE_KINDS.length}];
flat out vec4 v_colour;
void main() {
  gl_Position = a_hidden > 0u ? vec4(2.0, 2.0, 2.0, 1.0) : vec4((a_position - u_center) / u_half, 0.0, 1.0);
  v_colour = u_colours[a_edge.x] * (float(a_edge.y) / 255.0);
}`;

const FRAGMENT = /* glsl */ `#version 300 es
precision mediump float;
flat in vec4 v_colour;
out vec4 colour;
void main() {
  colour = v_colour;
}`;

/** Up to this length, in the map's units, an edge has its full colour; a long one keeps this share. */
const NEAR = 14;
const FAINTEST = 0.1;

/** Edges as lines of one pixel, in buffers that are filled once; drawn in slices that add to what is there. */
export interface LineLayer {
  /** Hides edges of these kinds, and those that have a hidden end. */
  hide(mask: Uint8Array, kinds: ReadonlySet<EdgeKind>): void;
  clear(): void;
  /** Adds `count` edges from the `first` on to the picture; `strength` from 0 to 1 makes them stand out. */
  draw(camera: Camera, view: Size, slice: { first: number; count: number; theme: Theme; strength: number }): void;
  readonly gl: WebGL2RenderingContext;
  close(): void;
}

/** Null where the browser has no WebGL 2. */
export function createLineLayer(
  canvas: HTMLCanvasElement,
  positions: Float32Array,
  { length, ends, kinds }: EdgeOrder,
): LineLayer | null {
  const gl = openContext(canvas, { preserveDrawingBuffer: true });
  if (!gl) return null;
  const program = linkProgram(gl, VERTEX, FRAGMENT);
  gl.useProgram(program);
  const places = new Float32Array(length * 4);
  const looks = new Uint8Array(length * 4);
  for (let end = 0; end < length * 2; end++) {
    const node = ends[end]!;
    places[end * 2] = positions[node * 2]!;
    places[end * 2 + 1] = positions[node * 2 + 1]!;
  }
  for (let edge = 0; edge < length; edge++) {
    const reach = Math.hypot(places[edge * 4]! - places[edge * 4 + 2]!, places[edge * 4 + 1]! - places[edge * 4 + 3]!);
    // Long lines would cover what they cross.
    const left = 255 * Math.max(FAINTEST, Math.min(1, NEAR / reach));
    looks.set([kinds[edge]!, left, kinds[edge]!, left], edge * 4);
  }
  attributeBuffer(gl, program, 'a_position', places, { size: 2 });
  attributeBuffer(gl, program, 'a_edge', looks, { size: 2, isInteger: true });
  const hidden = new Uint8Array(length * 2);
  const hiddenBuffer = attributeBuffer(gl, program, 'a_hidden', hidden, { size: 1, isInteger: true });
  const centerAt = gl.getUniformLocation(program, 'u_center');
  const halfAt = gl.getUniformLocation(program, 'u_half');
  const coloursAt = gl.getUniformLocation(program, 'u_colours');
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);

  return {
    gl,
    hide(mask, hiddenEdges) {
      const off = Uint8Array.from(EDGE_KINDS, (kind) => (hiddenEdges.has(kind) ? 1 : 0));
      for (let edge = 0; edge < length; edge++) {
        const byte = mask[ends[edge * 2]!]! | mask[ends[edge * 2 + 1]!]! | off[kinds[edge]!]!;
        hidden[edge * 2] = byte;
        hidden[edge * 2 + 1] = byte;
      }
      gl.bindBuffer(gl.ARRAY_BUFFER, hiddenBuffer);
      gl.bufferSubData(gl.ARRAY_BUFFER, 0, hidden);
    },
    clear() {
      gl.viewport(0, 0, canvas.width, canvas.height);
      gl.clear(gl.COLOR_BUFFER_BIT);
    },
    draw(camera, view, { first, count, theme, strength }) {
      gl.uniform2f(centerAt, camera.x, camera.y);
      gl.uniform2f(halfAt, view.width / 2 / camera.scale, view.height / 2 / camera.scale);
      gl.uniform4fv(
        coloursAt,
        EDGE_KINDS.flatMap((kind) => {
          const alpha = Math.min(0.8, (LOUD.has(kind) ? 0.55 : 0.13) * (1 + strength));
          return [...rgb(edgeColour(kind, theme)).map((part) => part * alpha), alpha];
        }),
      );
      gl.drawArrays(gl.LINES, first * 2, count * 2);
    },
    close: () => gl.getExtension('WEBGL_lose_context')?.loseContext(),
  };
}
