/**
 * Visavis, video calling in one WAR. This is the map of the server; read it from left to right:
 *
 * <pre>
 *   settings     access   &lt;-  room    &lt;-  websocket              &lt;-  Application
 *   protocol &lt;-  who may      who is      the container's edge       builds it all
 *   what may                  where       web, operations
 *   be said      ice                      HTTP, health, figures
 *                servers on the way
 * </pre>
 *
 * <ul>
 *   <li>{@code settings}: the administrator's settings, read and checked at the start
 *   <li>{@code data}: the folder of what must survive a restart
 *   <li>{@code protocol}: the messages, their limits and errors, and the codec to JSON
 *   <li>{@code access}: identities, roles, origins, rate limits
 *   <li>{@code room}: rooms, participants, the history of each room and the state that comes of it
 *   <li>{@code websocket}: the two endpoints; the outbox, the liveness and the end of a connection
 *   <li>{@code web}: HTTP beside the static page: headers, login, people in a room, the test of a computer
 *   <li>{@code operations}: health, figures for JMX and Prometheus, the audit log; in {@code admin} the
 *       administrator's view
 *   <li>{@code ice}: ICE servers for browsers, credentials for them, a STUN responder
 *   <li>{@code threads}: tasks that run once a second, and whether all threads are alive
 *   <li>{@code log}: keeps strangers from flooding the log; all but the launcher may use it
 *   <li>{@code launcher}: {@code java -jar visavis.war}; not seen by a container, uses {@code settings}, {@code data} and
 *       {@code threads}
 * </ul>
 *
 * An arrow points to the package that is imported; an architecture test checks this.
 */
package org.visavis;
