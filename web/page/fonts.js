// Glyphs of the system's own fonts: measured and drawn by Canvas2D, handed out as coverage.
//
// The stack is --font of theme.css, so that native fields and the canvas use the same. No kerning
// and no ligatures: C++ sets one code point after the other.

const weights = ['400', '600'];
let stack = '';
let context = null;
let set_font = '';
let last = { key: '' };

// `family`, if given, replaces the stack: tests use one font that looks the same everywhere.
export function prepare_fonts(family) {
  if (family) document.documentElement.style.setProperty('--font', family);
  stack = getComputedStyle(document.documentElement).getPropertyValue('--font').trim() || 'sans-serif';
  make_context(128, 128);
  align_fields();
}

// Browsers round a line's ascent in their own ways, up to a pixel from where the canvas has its base
// line. Measures that, so that words stay where they are when a field gets the focus.
export function align_fields() {
  const scale = Number(getComputedStyle(document.documentElement).getPropertyValue('--scale')) || 1;
  const { ascent, descent } = measure_font(0);
  const drawn = (20 * scale - (ascent + descent) * 14 * scale) / 2 + ascent * 14 * scale;
  const probe = document.createElement('div');
  const mark = document.createElement('span');
  probe.className = 'probe';
  probe.append('H', mark);
  document.body.append(probe);
  const native = mark.getBoundingClientRect().bottom - probe.getBoundingClientRect().top;
  probe.remove();
  const density = window.devicePixelRatio || 1;
  document.documentElement.style.setProperty('--text-shift', `${Math.round((drawn - native) * density) / density}px`);
}

function make_context(width, height) {
  const canvas = typeof OffscreenCanvas === 'function' ? new OffscreenCanvas(width, height) : document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  context = canvas.getContext('2d', { willReadFrequently: true });
  set_font = '';
}

function use_font(strong, pixels) {
  const font = `${weights[strong ? 1 : 0]} ${pixels}px ${stack}`;
  if (font === set_font) return;
  set_font = font;
  context.font = font;
  context.fontKerning = 'none';
  context.textRendering = 'geometricPrecision';   // advances grow evenly with the size, as in the fields
  context.textBaseline = 'alphabetic';
  context.fillStyle = '#000';   // dark on light is what most will read; systems thicken the two differently
}

function text_of(code_point) {
  return code_point >= 0 && code_point <= 0x10ffff ? String.fromCodePoint(code_point) : '\ufffd';
}

// Per em.
export function measure_font(strong) {
  use_font(strong, 100);
  const measured = context.measureText('Hxg');
  return { ascent: (measured.fontBoundingBoxAscent ?? 95) / 100, descent: (measured.fontBoundingBoxDescent ?? 25) / 100 };
}

export function measure_glyph(code_point, strong, pixels) {
  use_font(strong, pixels);
  return context.measureText(text_of(code_point)).width;
}

// The glyph with its pen `shift` of a pixel right of a pixel's edge: advance, box and coverage. Asked
// for twice in a row (first for the size of its box), so the last one is kept.
export function draw_glyph(code_point, strong, pixels, shift) {
  const key = `${code_point} ${strong} ${pixels} ${shift}`;
  if (last.key !== key) last = { key, ...make_glyph(text_of(code_point), strong, pixels, shift) };
  return last;
}

function make_glyph(text, strong, pixels, shift) {
  use_font(strong, pixels);
  const measured = context.measureText(text);
  // One pixel more on each side for smoothed edges.
  const x0 = Math.floor(shift - measured.actualBoundingBoxLeft) - 1;
  const y0 = Math.floor(-measured.actualBoundingBoxAscent) - 1;
  const width = Math.ceil(shift + measured.actualBoundingBoxRight) + 1 - x0;
  const height = Math.ceil(measured.actualBoundingBoxDescent) + 1 - y0;
  const advance = measured.width;
  const blank = measured.actualBoundingBoxRight + measured.actualBoundingBoxLeft <= 0
    || measured.actualBoundingBoxAscent + measured.actualBoundingBoxDescent <= 0;
  if (blank) return { advance, x0: 0, y0: 0, width: 0, height: 0, alpha: new Uint8Array(0) };

  if (width > context.canvas.width || height > context.canvas.height) {
    make_context(Math.max(width, context.canvas.width) * 2, Math.max(height, context.canvas.height) * 2);
    use_font(strong, pixels);
  }
  context.clearRect(0, 0, width, height);
  context.fillText(text, shift - x0, -y0);
  const pixels_read = context.getImageData(0, 0, width, height).data;
  const alpha = new Uint8Array(width * height);
  for (let i = 0; i < alpha.length; i += 1) alpha[i] = pixels_read[4 * i + 3];
  return { advance, x0, y0, width, height, alpha };
}
