/**
 * Visavis, video calling in one WAR. The map of the server, to be read from left to right:
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
 *   <li>{@code settings}: what an administrator can set, read and checked at the start
 *   <li>{@code protocol}: the messages, their limits and errors, and the codec to JSON
 *   <li>{@code access}: identities, roles, origins, limits of rate
 *   <li>{@code room}: rooms, participants, the history of each room
 *   <li>{@code websocket}: the two endpoints, the outbox of a session, liveness
 *   <li>{@code web}: what goes over HTTP beside the static page
 *   <li>{@code operations}: health, figures for JMX, what is done once a second
 *   <li>{@code ice}: servers that help browsers to find each other, and credentials for them
 *   <li>{@code log}: keeps strangers from flooding the log; all but the launcher may use it
 *   <li>{@code launcher}: {@code java -jar visavis.war}; stands alone and is not seen by a container
 * </ul>
 *
 * An arrow points to what is imported; an architecture test keeps it so.
 */
package org.visavis;
