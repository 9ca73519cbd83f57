// CRC-32, as in ZIP and Ethernet (ISO/IEC 3309). It checks that a file has arrived unchanged; DTLS protects it from
// attackers. The browser's own digests need the whole file in memory and do not exist over plain HTTP.

/** The remainder for each byte. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) {
    byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  }
  return byte;
});

/**
 * @param {Uint8Array} bytes follow the bytes whose checksum is `before`
 * @param {number} [before] 0 at the beginning
 * @returns {number} an unsigned 32-bit number
 */
export function crc32(bytes, before = 0) {
  let remainder = ~before;
  for (let i = 0; i < bytes.length; i++) { // `for of` is several times slower here
    remainder = (remainder >>> 8) ^ TABLE[(remainder ^ bytes[i]) & 0xff];
  }
  return ~remainder >>> 0;
}
