// Stores a file while it arrives: on the disk if the browser allows it, else in memory.

import { log } from "../base/log.js";

/** The largest file to keep in memory, in bytes; larger ones could freeze the computer. */
export const MOST_IN_MEMORY = 256 * 1024 * 1024;

/** The age at which unfinished files are deleted, in milliseconds. */
const KEPT = 24 * 60 * 60 * 1000;

/**
 * A file that is being written.
 * @typedef {object} ReceivedFile
 * @property {(bytes: Uint8Array<ArrayBuffer>) => Promise<void>} write
 * @property {(type: string) => Promise<Blob>} finish gives the written file, with that media type
 * @property {() => Promise<void>} discard
 */

/**
 * @param {number} size of the file, in bytes
 * @returns {Promise<ReceivedFile>}
 * @throws {RangeError} if there is not enough room
 */
export async function receiveFile(size) {
  try {
    return await onDisk(size);
  } catch (error) {
    if (error instanceof RangeError) {
      throw error;
    }
    log("info", "This browser cannot store the file on the disk:", error); // an old browser, or plain HTTP
    return inMemory(size);
  }
}

/**
 * Writes to the page's private file system, which no other page and no other program sees.
 * @param {number} size
 * @returns {Promise<ReceivedFile>}
 */
async function onDisk(size) {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  if (quota - usage < size) {
    throw new RangeError(`The disk has room for ${quota - usage} bytes.`);
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
      await folder.removeEntry(name).catch((error) => {
        log("info", "An unfinished file could not be deleted. A later transfer will delete it:", error);
      });
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
    throw new RangeError(`Memory has room for ${MOST_IN_MEMORY} bytes.`);
  }
  /** @type {Uint8Array<ArrayBuffer>[]} */
  let parts = [];
  return {
    async write(bytes) {
      parts.push(bytes);
    },
    async finish(type) {
      return new Blob(parts, { type });
    },
    async discard() {
      parts = [];
    },
  };
}
