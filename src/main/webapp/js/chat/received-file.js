// Where a file goes while it arrives: to the disk where the browser lets a page do so, else into memory.

import { log } from "../base/log.js";

/** What a page may keep in memory without bringing the computer to its knees, in bytes. */
export const MOST_IN_MEMORY = 256 * 1024 * 1024;

/** What is left of files that nobody finished is thrown away after so long, in milliseconds. */
const KEPT = 24 * 60 * 60 * 1000;

/**
 * A file that is being written.
 * @typedef {object} ReceivedFile
 * @property {(bytes: Uint8Array<ArrayBuffer>) => Promise<void>} write
 * @property {(type: string) => Promise<Blob>} finish gives what was written, of that media type
 * @property {() => Promise<void>} discard
 */

/**
 * @param {number} size of the file, in bytes
 * @returns {Promise<ReceivedFile>}
 * @throws {RangeError} where there is no room for so much; `message` is the number of bytes that there is room for
 */
export async function receiveFile(size) {
  try {
    return await onDisk(size);
  } catch (error) {
    if (error instanceof RangeError) {
      throw error;
    }
    log("info", "this browser writes no files:", error); // an old one, or a page over plain HTTP
    return inMemory(size);
  }
}

/**
 * In the private file system of the page, which no other page and no other program sees.
 * @param {number} size
 * @returns {Promise<ReceivedFile>}
 */
async function onDisk(size) {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  if (quota - usage < size) {
    throw new RangeError(String(quota - usage));
  }
  const folder = await navigator.storage.getDirectory();
  await removeLeftovers(folder);
  const name = `${Date.now()}-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
  const handle = await folder.getFileHandle(name, { create: true });
  const stream = await handle.createWritable();
  return {
    write: (bytes) => stream.write(bytes),
    async finish(type) {
      await stream.close();
      return (await handle.getFile()).slice(0, size, type); // still on the disk
    },
    async discard() {
      await stream.abort().catch(() => {}); // it was closed
      await folder.removeEntry(name).catch((error) => log("info", "a file is left over:", error)); // for now
    },
  };
}

/** @param {FileSystemDirectoryHandle} folder */
async function removeLeftovers(folder) {
  for await (const name of /** @type {any} */ (folder).keys()) {
    if (Number.parseInt(name) < Date.now() - KEPT) {
      await folder.removeEntry(name);
    }
  }
}

/**
 * @param {number} size
 * @returns {ReceivedFile}
 */
function inMemory(size) {
  if (size > MOST_IN_MEMORY) {
    throw new RangeError(String(MOST_IN_MEMORY));
  }
  /** @type {Uint8Array<ArrayBuffer>[]} */
  let parts = [];
  return {
    write: async (bytes) => void parts.push(bytes),
    finish: async (type) => new Blob(parts, { type }),
    discard: async () => void (parts = []),
  };
}
