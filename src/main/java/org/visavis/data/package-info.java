/** The data folder: what must survive a restart, readable by its owner alone. It uses nothing but the JDK. */
package org.visavis.data;
