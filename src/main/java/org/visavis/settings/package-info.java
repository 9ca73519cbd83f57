/** The settings of an administrator: immutable, read and checked once, when the application starts. */
package org.visavis.settings;
