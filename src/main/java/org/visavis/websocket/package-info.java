/**
 * The boundary to the container: two endpoints that turn WebSocket messages into calls of {@code room}, and the messages of
 * a room into sends. Every container quirk is handled here and named in a comment.
 */
package org.visavis.websocket;
