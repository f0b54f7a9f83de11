import { NODE_KINDS } from '../../src/model/graph.ts';
import type { Places } from '../graph/graph-data.ts';
import { NODE_WORDS, SHAPES, type Theme } from '../look/kinds.ts';
import type { Camera, Size } from './camera.ts';
import { attributeBuffer, linkProgram, openContext, rgb } from './gl.ts';

const VERTEX = /* glsl */ `#version 300 es
in vec2 a_position;
in uvec3 a_node; // kind, importance, whether it is only cited
in uint a_hidden;
uniform vec2 u_center;
uniform vec2 u_half; // half the view in map units
uniform float u_size;
uniform float u_pixels;
uniform vec3 u_colours[${NODE_KINDS.length}];
uniform int u_shapes[${NODE_KINDS.length}];
flat out vec4 v_colour;
flat out int v_shape;
flat out float v_pixel;
void main() {
  if (a_hidden > 0u) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = 0.0;
    return;
  }
  gl_Position = vec4((a_position - u_center) / u_half, 0.0, 1.0);
  float importance = float(a_node.y) / 255.0;
  gl_PointSize = (1.9 + 9.0 * pow(importance, 1.5)) * u_size * u_pixels * 2.0 + 1.0;
  v_pixel = 2.0 / gl_PointSize;
  v_shape = u_shapes[a_node.x];
  v_colour = vec4(u_colours[a_node.x], a_node.z > 0u ? 0.55 : 1.0);
}`;

/** Signed distances in a square from -1 to 1, one for each entry of SHAPES, in its order. */
const FRAGMENT = /* glsl */ `#version 300 es
precision mediump float;
flat in vec4 v_colour;
flat in int v_shape;
flat in float v_pixel;
out vec4 colour;
float outside(vec2 p) {
  vec2 a = abs(p);
  if (v_shape == 0) return length(p) - 0.86;
  if (v_shape == 1) return (a.x + a.y - 1.0) * 0.7071;
  if (v_shape == 2) return max(a.x, a.y) - 0.74;
  if (v_shape == 3) return max(a.x * 0.866 + a.y * 0.5, a.y) - 0.84;
  if (v_shape == 4) return abs(length(p) - 0.70) - 0.24;
  if (v_shape == 5) return max(a.x * 0.866 - p.y * 0.5, p.y) - 0.5;
  vec2 r = abs(vec2(p.x + p.y, p.x - p.y) * 0.7071);
  return max(min(r.x, r.y) - 0.26, max(r.x, r.y) - 0.95);
}
void main() {
  float cover = v_pixel > 0.55 ? 1.0 : clamp(0.5 - outside((gl_PointCoord - 0.5) * 2.0) / v_pixel, 0.0, 1.0);
  float alpha = cover * v_colour.a;
  colour = vec4(v_colour.rgb * alpha, alpha);
}`;

/** All nodes as points, in buffers that are filled once; only the mask changes. */
export interface PointLayer {
  /** Which nodes are hidden, one byte each. */
  hide(mask: Uint8Array): void;
  /** Draws the `most` most important nodes; `size` scales their marks. */
  draw(camera: Camera, view: Size, look: { pixels: number; size: number; theme: Theme; most: number }): void;
  readonly gl: WebGL2RenderingContext | null;
  close(): void;
}

/** Null where the browser has no WebGL 2. */
export function createPointLayer(canvas: HTMLCanvasElement, places: Places): PointLayer | null {
  const gl = openContext(canvas);
  if (!gl) return null;
  const { count } = places;
  const program = linkProgram(gl, VERTEX, FRAGMENT);
  gl.useProgram(program);
  // The most important nodes come last, above the others.
  const positions = new Float32Array(count * 2);
  const nodes = new Uint8Array(count * 3);
  for (let rank = 0; rank < count; rank++) {
    const place = count - 1 - rank;
    positions[place * 2] = places.positions[rank * 2]!;
    positions[place * 2 + 1] = places.positions[rank * 2 + 1]!;
    nodes[place * 3] = places.kinds[rank]!;
    nodes[place * 3 + 1] = places.importance[rank]!;
    nodes[place * 3 + 2] = places.cited[rank]!;
  }
  attributeBuffer(gl, program, 'a_position', positions, { size: 2 });
  attributeBuffer(gl, program, 'a_node', nodes, { size: 3, isInteger: true });
  const hidden = new Uint8Array(count);
  const hiddenBuffer = attributeBuffer(gl, program, 'a_hidden', hidden, { size: 1, isInteger: true });
  const uniform = (name: string): WebGLUniformLocation | null => gl.getUniformLocation(program, name);
  const places2 = { center: uniform('u_center'), half: uniform('u_half'), size: uniform('u_size') };
  const [pixelsAt, coloursAt] = [uniform('u_pixels'), uniform('u_colours')];
  gl.uniform1iv(
    uniform('u_shapes'),
    NODE_KINDS.map((kind) => SHAPES.indexOf(NODE_WORDS[kind].shape)),
  );
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);

  return {
    gl,
    hide(mask) {
      for (let rank = 0; rank < count; rank++) hidden[count - 1 - rank] = mask[rank]!;
      gl.bindBuffer(gl.ARRAY_BUFFER, hiddenBuffer);
      gl.bufferSubData(gl.ARRAY_BUFFER, 0, hidden);
    },
    draw(camera, view, { pixels, size, theme, most }) {
      gl.viewport(0, 0, canvas.width, canvas.height);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.uniform2f(places2.center, camera.x, camera.y);
      gl.uniform2f(places2.half, view.width / 2 / camera.scale, view.height / 2 / camera.scale);
      gl.uniform1f(places2.size, size);
      gl.uniform1f(pixelsAt, pixels);
      gl.uniform3fv(
        coloursAt,
        NODE_KINDS.flatMap((kind) => rgb(NODE_WORDS[kind].colour[theme])),
      );
      const shown = Math.min(count, Math.ceil(most));
      gl.drawArrays(gl.POINTS, count - shown, shown);
    },
    close: () => gl.getExtension('WEBGL_lose_context')?.loseContext(),
  };
}
