/** Threads of our own: what they run again and again, and whether they still do their work. */
package org.visavis.threads;
