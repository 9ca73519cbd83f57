// The positions of the tiles: as large as possible, all inside, without overlap except in a call of two.

/** The aspect ratio of most cameras. */
const USUAL = 4 / 3;

/** The limits of a tile's aspect ratio. Cameras give 4:3 or 16:9, and a little may be cropped. */
const WIDEST = 16 / 9;
const NARROWEST = 3 / 4;

/** The strip beside the stage: its share of the longer side, and its limits in pixels. */
const STRIP = { share: 0.2, least: 96, most: 240 };

/** The small picture in a call of two: its share of the shorter side, and its limits in pixels. */
const INSET = { share: 0.3, least: 72, most: 200 };

/** How much of a picture's height may be cropped to fill a tile. Cropping the sides hides nobody. */
const CUT = 0.3;

/**
 * The corner of the small picture in a call of two. Text starts at `start`. Clockwise for left-to-right text.
 * @typedef {"top-start" | "top-end" | "bottom-end" | "bottom-start"} Corner
 */

/** @type {Corner[]} */
export const CORNERS = ["top-start", "top-end", "bottom-end", "bottom-start"];

/** @typedef {{x: number, y: number, width: number, height: number}} Rectangle in pixels; `x` from the start of text */

/**
 * @param {object} space
 * @param {number} space.width in pixels, like `height`
 * @param {number} space.height
 * @param {number} space.count of tiles
 * @param {number} space.gap between two tiles, in pixels
 * @param {number} [space.staged] index of the large tile, -1 for none; with two tiles, the other one lies over it
 * @param {Corner} [space.corner] of the small tile
 * @returns {Rectangle[]} one per tile
 */
export function arrange({ width, height, count, gap, staged = -1, corner = "bottom-end" }) {
  if (staged < 0) {
    return grid({ x: 0, y: 0, width, height }, count, gap, bestColumns(width, height, count, gap));
  }
  if (count === 2) {
    const both = [{ x: 0, y: 0, width, height }, inset(width, height, gap, corner)];
    return staged === 0 ? both : both.reverse();
  }
  if (count === 1) {
    return [{ x: 0, y: 0, width, height }];
  }
  const others = count - 1;
  const wide = width > height;
  const share = STRIP.share * (wide ? width : height);
  const strip = Math.round(Math.min(STRIP.most, Math.max(STRIP.least, share)));
  const stage = wide
    ? { x: 0, y: 0, width: width - strip - gap, height }
    : { x: 0, y: 0, width, height: height - strip - gap };
  const rest = wide
    ? { x: width - strip, y: 0, width: strip, height }
    : { x: 0, y: height - strip, width, height: strip };
  const small = grid(rest, others, gap, wide ? 1 : others);
  return [...small.slice(0, staged), stage, ...small.slice(staged)];
}

/**
 * Wide over a wide picture, upright over an upright one.
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
 * Whether to show the whole picture in its place, since filling it would crop too much of the height.
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
    // The visible part of a usual picture, with little cropped.
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
 * Centred rows of tiles of one size; the last row may have fewer.
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
