/** A WebGL 2 context; null where the browser has none. Each context draws one layer of the map. */
export function openContext(
  canvas: HTMLCanvasElement,
  options: WebGLContextAttributes = {},
): WebGL2RenderingContext | null {
  return canvas.getContext('webgl2', { alpha: true, antialias: false, depth: false, stencil: false, ...options });
}

/** Compiles and links two shaders; that they fail is a bug, or a lost context. */
export function linkProgram(gl: WebGL2RenderingContext, vertex: string, fragment: string): WebGLProgram {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) throw new Error('The graphics device was lost.');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    throw new Error(`A shader of the map does not link: ${gl.getProgramInfoLog(program)}`);
  }
  return program;
}

/** A buffer of a vertex attribute, in place. */
export function attributeBuffer(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  name: string,
  data: Float32Array | Uint8Array,
  { size, isInteger = false }: { size: number; isInteger?: boolean },
): WebGLBuffer {
  const buffer = gl.createBuffer();
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.bufferData(gl.ARRAY_BUFFER, data, isInteger ? gl.DYNAMIC_DRAW : gl.STATIC_DRAW);
  const location = gl.getAttribLocation(program, name);
  gl.enableVertexAttribArray(location);
  if (isInteger) gl.vertexAttribIPointer(location, size, gl.UNSIGNED_BYTE, 0, 0);
  else gl.vertexAttribPointer(location, size, gl.FLOAT, false, 0, 0);
  return buffer;
}

/** Calls back once the device has drawn what it was told so far, with the milliseconds that it took; waits, never blocks. */
export function whenDrawn(gl: WebGL2RenderingContext, done: (milliseconds: number) => void): void {
  const started = performance.now();
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  const poll = (): void => {
    if (!fence || gl.isContextLost()) return;
    const status = gl.clientWaitSync(fence, 0, 0);
    if (status === gl.TIMEOUT_EXPIRED) {
      setTimeout(poll, 4);
      return;
    }
    gl.deleteSync(fence);
    if (status !== gl.WAIT_FAILED) done(performance.now() - started);
  };
  setTimeout(poll, 0);
}

/** Whether WebGL is computed by the processor; then fewer edges are drawn. */
export function isSoftware(gl: WebGL2RenderingContext): boolean {
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  return /swiftshader|llvmpipe|softpipe|basic render|software/i.test(name);
}

/** `#rrggbb` as three numbers from 0 to 1. */
export function rgb(colour: string): [number, number, number] {
  const at = (from: number): number => Number.parseInt(colour.slice(from, from + 2), 16) / 255;
  return [at(1), at(3), at(5)];
}
