/**
 * The messages of PROTOCOL.md: records with their limits, error codes, and the codec between records and text. This package
 * knows neither rooms nor sockets, and imports no other package of Visavis.
 */
package org.visavis.protocol;
