// CRC-32, as in ZIP and Ethernet (ISO/IEC 3309). It tells whether a file has arrived as it was sent; that nobody else
// has touched it is what DTLS is for. The browser's own digests want the whole file in memory, and are not there over
// plain HTTP.

/** The remainder of each byte. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) {
    byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  }
  return byte;
});

/**
 * @param {Uint8Array} bytes that follow those whose checksum is `before`
 * @param {number} [before] 0 at the beginning
 * @returns {number} an unsigned number of 32 bits
 */
export function crc32(bytes, before = 0) {
  let remainder = ~before;
  for (let i = 0; i < bytes.length; i++) { // not `for of`, which is several times slower here
    remainder = (remainder >>> 8) ^ TABLE[(remainder ^ bytes[i]) & 0xff];
  }
  return ~remainder >>> 0;
}
