/** What an administrator can set: immutable, read and checked once, when the application starts. */
package org.visavis.settings;
