/**
 * The container's edge: two endpoints that turn what a WebSocket says into calls of {@code room}, and what a room says
 * into sends of a session. Every container quirk is met here and named in a comment.
 */
package org.visavis.websocket;
