/** Keeps the log readable whatever strangers do. */
package org.visavis.log;
