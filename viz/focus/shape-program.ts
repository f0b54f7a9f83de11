import { NodeProgram } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { FocusNode } from './focus-graph.ts';

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform mat3 u_matrix;
varying vec4 v_color;
varying float v_shape;
varying float v_pixel;
const float bias = 255.0 / 254.0;
void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  gl_PointSize = a_size / u_sizeRatio * u_pixelRatio * 2.0 + 2.0;
  v_pixel = 2.0 / gl_PointSize;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`;

/** Signed distances in a square from -1 to 1, one for each entry of SHAPES, in its order. */
const FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_color;
varying float v_shape;
varying float v_pixel;
float outside(vec2 p) {
  vec2 a = abs(p);
  if (v_shape < 0.5) return length(p) - 0.86;
  if (v_shape < 1.5) return (a.x + a.y - 1.0) * 0.7071;
  if (v_shape < 2.5) return max(a.x, a.y) - 0.74;
  if (v_shape < 3.5) return max(a.x * 0.866 + a.y * 0.5, a.y) - 0.84;
  if (v_shape < 4.5) return abs(length(p) - 0.70) - 0.24;
  if (v_shape < 5.5) return max(a.x * 0.866 - p.y * 0.5, p.y) - 0.5;
  vec2 r = abs(vec2(p.x + p.y, p.x - p.y) * 0.7071);
  return max(min(r.x, r.y) - 0.26, max(r.x, r.y) - 0.95);
}
void main(void) {
  vec2 p = (gl_PointCoord - 0.5) * 2.0;
  #ifdef PICKING_MODE
  // Small marks are picked with a finger's tolerance: the whole disc around them counts.
  gl_FragColor = length(p) < 1.0 ? v_color : vec4(0.0);
  #else
  float cover = clamp(0.5 - outside(p) / v_pixel, 0.0, 1.0);
  gl_FragColor = v_color * cover;
  #endif
}`;

const UNIFORMS = ['u_sizeRatio', 'u_pixelRatio', 'u_matrix'] as const;

/** Draws every node as one point with the shape of its kind: sigma has circles alone. */
export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number], FocusNode> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, POINTS } = WebGLRenderingContext;
    return {
      VERTICES: 1,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: POINTS,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
    };
  }

  processVisibleItem(nodeIndex: number, startIndex: number, data: NodeDisplayData & { shape?: number }): void {
    this.array[startIndex] = data.x;
    this.array[startIndex + 1] = data.y;
    this.array[startIndex + 2] = data.size;
    this.array[startIndex + 3] = data.shape ?? 0;
    this.array[startIndex + 4] = floatColor(data.color);
    this.array[startIndex + 5] = nodeIndex;
  }

  setUniforms(
    { sizeRatio, pixelRatio, matrix }: RenderParams,
    { gl, uniformLocations }: Parameters<NodeProgram<(typeof UNIFORMS)[number]>['setUniforms']>[1],
  ): void {
    gl.uniform1f(uniformLocations.u_sizeRatio ?? null, sizeRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio ?? null, pixelRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, matrix);
  }
}
