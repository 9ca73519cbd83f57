/** For those who run a server: whether it is well, what it holds, and what it does once a second. */
package org.visavis.operations;
