/**
 * What may be said: the messages of PROTOCOL.md as records, their limits, their errors, and the codec between them and
 * text. Knows neither rooms nor sockets, and imports no other package of Visavis.
 */
package org.visavis.protocol;
