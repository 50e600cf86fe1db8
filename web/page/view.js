// When to draw and how large: one animation frame per wake, one timer, the canvas in device pixels.
import { align_fields } from './fonts.js';
import { call, is_running } from './program.js';

const canvas = document.getElementById('canvas');
let frame_count = 0;
const after = [];
let animation = 0;    // a frame is asked for
let timer = 0;
let size = null;      // { width, height, density }: CSS px, and device pixels per CSS px

export function frames() {
  return frame_count;
}

// Runs hf_frame at the next animation frame. Many wakes are one frame.
export function wake() {
  if (animation === 0 && is_running()) animation = requestAnimationFrame(draw);
}

export function after_each_frame(work) {
  after.push(work);
}

export function draw() {
  if (animation !== 0) cancelAnimationFrame(animation);
  animation = 0;
  clearTimeout(timer);
  timer = 0;
  if (!is_running()) return;
  frame_count += 1;
  blitted = false;
  const again = call('hf_frame', performance.now());
  for (const work of after) work();
  if (again === 0) wake();
  else if (again > 0) timer = setTimeout(wake_even_if_hidden, again);
}

// A hidden page gets no animation frames, but what the program planned must still happen (autosave).
function wake_even_if_hidden() {
  timer = 0;
  if (document.hidden) draw();
  else wake();
}

export function measure() {
  const box = canvas.getBoundingClientRect();
  const density = window.devicePixelRatio || 1;
  return set_size(box.width, box.height, Math.round(box.width * density), Math.round(box.height * density));
}

// The picture is drawn at once: a canvas is empty after its size was set.
function set_size(width, height, device_width, device_height) {
  if (width === 0 || height === 0) return size;
  const density = device_width / width;
  if (size !== null && size.width === width && size.height === height && size.density === density) return size;
  size = { width, height, density };
  canvas.width = device_width;
  canvas.height = device_height;
  if (is_running()) {
    call('hf_resize', width, height, density);
    draw();
  }
  return size;
}

export function watch_size() {
  const observer = new ResizeObserver((entries) => {
    const entry = entries[entries.length - 1];
    const device = entry.devicePixelContentBoxSize?.[0];
    const { width, height } = entry.contentRect;
    // Where the two differ by more than rounding, the screen is only pretended (device emulation).
    const believable = device !== undefined && Math.abs(device.inlineSize - width * window.devicePixelRatio) < 2;
    if (believable) set_size(width, height, device.inlineSize, device.blockSize);
    else measure();
  });
  try {
    observer.observe(canvas, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(canvas);   // WebKit: rounded by measure()
  }
  watch_density();
}

// Browser zoom and another screen change the density; the question has to be asked anew each time.
function watch_density() {
  const query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  query.addEventListener('change', () => {
    align_fields();
    measure();
    watch_density();
  }, { once: true });
}

// Lost and restored WebGL contexts; the program draws on the processor meanwhile.
export function watch_context() {
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    call('hf_context', 0);
  });
  canvas.addEventListener('webglcontextrestored', () => {
    call('hf_context', 1);
    draw();
    if (picture !== null && !blitted) picture.hidden = true;
  });
}

// ---- pictures made by the processor ----

let picture = null;       // a second canvas, if the first one belongs to WebGL
let context = null;
let blitted = false;

export function blit(pixels, width, height, x, y, rect_width, rect_height) {
  blitted = true;
  if (context === null) context = make_context();
  const target = context.canvas;
  if (target.width !== width || target.height !== height) {
    target.width = width;
    target.height = height;
  }
  if (picture !== null) picture.hidden = false;
  context.putImageData(new ImageData(pixels, width, height), 0, 0, x, y, rect_width, rect_height);
}

function make_context() {
  const own = canvas.getContext('2d', { alpha: false });
  if (own !== null) return own;
  picture = document.createElement('canvas');
  picture.id = 'picture';
  picture.setAttribute('aria-hidden', 'true');
  canvas.after(picture);
  return picture.getContext('2d', { alpha: false });
}

// Whether WebGL2 is there and made by a graphics card: software WebGL is slower than our own.
export function has_fast_webgl(wish) {
  if (wish === 'cpu') return false;
  const trial = document.createElement('canvas');
  const gl = trial.getContext('webgl2', { failIfMajorPerformanceCaveat: wish !== 'webgl' });
  if (gl === null) return false;
  const details = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(details ? details.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return wish === 'webgl' || !/swiftshader|llvmpipe|softpipe|basic render|software/i.test(name);
}
