/**
 * Visavis, video calling in one WAR. The map of the server, to be read from left to right:
 *
 * <pre>
 *   signaling  &lt;-  room  &lt;-  websocket      &lt;-  Application
 *   what may       who is    the container's     builds it all
 *   be said        where     edge
 *                            web
 *                            headers, health, login
 *                 ice
 *                 servers on the way
 * </pre>
 *
 * <ul>
 *   <li>{@code signaling}: the messages, their limits and errors, and the codec to JSON
 *   <li>{@code room}: rooms, participants, the log of each room
 *   <li>{@code websocket}: the two endpoints, the outbox of a session, liveness
 *   <li>{@code web}: what goes over HTTP beside the static page
 *   <li>{@code ice}: servers that help browsers to find each other, and credentials for them
 *   <li>{@code log}: keeps strangers from flooding the log; all but the launcher may use it
 *   <li>{@code launcher}: {@code java -jar visavis.war}; stands alone and is not seen by a container
 * </ul>
 *
 * An arrow points to what is imported; an architecture test keeps it so.
 */
package org.visavis;
