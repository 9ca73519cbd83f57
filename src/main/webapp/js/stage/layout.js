// Where the pictures go: as large as can be, none outside, and none over another but in a call of two.

/** What most cameras give, width by height. */
const USUAL = 4 / 3;

/** How wide or upright a picture may get, width by height. Cameras give 4:3 or 16:9, and a little may be cut off. */
const WIDEST = 16 / 9;
const NARROWEST = 3 / 4;

/** What the strip beside the stage takes of the longer side, and in pixels at least and at most. */
const STRIP = { share: 0.2, least: 96, most: 240 };

/** In a call of two the small picture takes so much of the shorter side, and in pixels at least and at most. */
const INSET = { share: 0.3, least: 72, most: 200 };

/** How much of the height of a picture may be cut off where it is to fill its place; at the sides there is nobody. */
const CUT = 0.3;

/**
 * Where the small picture is in a call of two; lines begin at the `start`. Clockwise, where they begin at the left.
 * @typedef {"top-start" | "top-end" | "bottom-end" | "bottom-start"} Corner
 */

/** @type {Corner[]} */
export const CORNERS = ["top-start", "top-end", "bottom-end", "bottom-start"];

/** @typedef {{x: number, y: number, width: number, height: number}} Rectangle in pixels; `x` from where lines begin */

/**
 * @param {object} space
 * @param {number} space.width in pixels, as is `height`
 * @param {number} space.height
 * @param {number} space.count of pictures
 * @param {number} space.gap between two of them, in pixels
 * @param {number} [space.staged] index of the one that is to be large, -1 for none; of two, the other one is over it
 *   then
 * @param {Corner} [space.corner] where that is
 * @returns {Rectangle[]} one for each picture
 */
export function arrange({ width, height, count, gap, staged = -1, corner = "bottom-end" }) {
  if (staged < 0) {
    return grid({ x: 0, y: 0, width, height }, count, gap, bestColumns(width, height, count, gap));
  }
  if (count === 2) {
    const both = [{ x: 0, y: 0, width, height }, inset(width, height, gap, corner)];
    return staged === 0 ? both : both.reverse();
  }
  const others = count - 1;
  const wide = width > height;
  const share = STRIP.share * (wide ? width : height);
  const strip = others && Math.round(Math.min(STRIP.most, Math.max(STRIP.least, share)));
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
 * As wide or upright as what it is over: a camera's picture.
 * @param {number} width
 * @param {number} height
 * @param {number} gap
 * @param {Corner} corner
 * @returns {Rectangle}
 */
function inset(width, height, gap, corner) {
  const shorter = Math.round(Math.min(INSET.most, Math.max(INSET.least, INSET.share * Math.min(width, height))));
  const longer = Math.round(shorter * USUAL);
  const size = width > height ? { width: longer, height: shorter } : { width: shorter, height: longer };
  return {
    x: corner.endsWith("start") ? gap : width - size.width - gap,
    y: corner.startsWith("top") ? gap : height - size.height - gap,
    ...size,
  };
}

/**
 * Whether a picture is to be seen as a whole rather than fill its place, since too much of its height would be cut off.
 * @param {{width: number, height: number}} picture
 * @param {{width: number, height: number}} place
 */
export function wholly(picture, place) {
  return place.width * picture.height * (1 - CUT) > place.height * picture.width;
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
    // What can be seen of a usual picture without cutting much off.
    const side = Math.min(size.width, size.height * USUAL);
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
