// Where the pictures go: as large as can be, none over another, none outside.

/** What most cameras give, width by height. */
const USUAL = 4 / 3;

/** How wide or upright a picture may get, width by height. Cameras give 4:3 or 16:9, and a little may be cut off. */
const WIDEST = 16 / 9;
const NARROWEST = 3 / 4;

/** What the strip beside the stage takes of the longer side, and in pixels at least and at most. */
const STRIP = { share: 0.2, least: 96, most: 240 };

/** @typedef {{x: number, y: number, width: number, height: number}} Rectangle in pixels; `x` from where lines begin */

/**
 * @param {object} space
 * @param {number} space.width in pixels, as is `height`
 * @param {number} space.height
 * @param {number} space.count of pictures
 * @param {number} space.gap between two of them, in pixels
 * @param {number} [space.staged] index of the one that is to be large, -1 for none
 * @returns {Rectangle[]} one for each picture
 */
export function arrange({ width, height, count, gap, staged = -1 }) {
  if (staged < 0) {
    return grid({ x: 0, y: 0, width, height }, count, gap, bestColumns(width, height, count, gap));
  }
  const others = count - 1;
  const wide = width > height;
  const strip = others && Math.round(Math.min(STRIP.most, Math.max(STRIP.least, STRIP.share * (wide ? width : height))));
  const stage = wide
    ? { x: 0, y: 0, width: width - strip - (strip && gap), height }
    : { x: 0, y: 0, width, height: height - strip - (strip && gap) };
  const rest = wide
    ? { x: width - strip, y: 0, width: strip, height }
    : { x: 0, y: height - strip, width, height: strip };
  const small = grid(rest, others, gap, wide ? 1 : others);
  return [...small.slice(0, staged), stage, ...small.slice(staged)];
}

/**
 * The number of columns that gives the largest pictures.
 * @param {number} width
 * @param {number} height
 * @param {number} count
 * @param {number} gap
 */
function bestColumns(width, height, count, gap) {
  let best = { columns: 1, side: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const size = sizeOf(width, height, columns, Math.ceil(count / columns), gap);
    const side = Math.min(size.width, size.height * USUAL); // of what can be seen of a usual picture without cutting much off
    if (side > best.side) {
      best = { columns, side };
    }
  }
  return best.columns;
}

/**
 * @param {number} width
 * @param {number} height
 * @param {number} columns
 * @param {number} rows
 * @param {number} gap
 */
function sizeOf(width, height, columns, rows, gap) {
  const cell = { width: (width - gap * (columns - 1)) / columns, height: (height - gap * (rows - 1)) / rows };
  return {
    width: Math.max(0, Math.floor(Math.min(cell.width, cell.height * WIDEST))),
    height: Math.max(0, Math.floor(Math.min(cell.height, cell.width / NARROWEST))),
  };
}

/**
 * Rows of pictures of one size, in the middle; the last row may have fewer.
 * @param {Rectangle} area
 * @param {number} count
 * @param {number} gap
 * @param {number} columns
 * @returns {Rectangle[]}
 */
function grid(area, count, gap, columns) {
  const rows = Math.ceil(count / columns);
  const { width, height } = sizeOf(area.width, area.height, columns, rows, gap);
  const top = Math.floor((area.height - rows * height - (rows - 1) * gap) / 2);
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, count - row * columns);
    const left = Math.floor((area.width - inRow * width - (inRow - 1) * gap) / 2);
    return {
      x: area.x + left + (index % columns) * (width + gap),
      y: area.y + top + row * (height + gap),
      width,
      height,
    };
  });
}
