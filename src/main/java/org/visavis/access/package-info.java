/** Who may: who somebody is, from which pages one may connect, and how much of something may be done in a time. */
package org.visavis.access;
