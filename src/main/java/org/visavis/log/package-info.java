/** How the log stays readable whatever strangers do. */
package org.visavis.log;
