/**
 * The certificate of {@code java -jar}: its own one, issued by a CA in the data folder, or one of the administrator's. The
 * launcher asks a {@link org.visavis.launcher.certificates.CertificateSource} for it at start and, every few seconds, whether
 * there is another.
 */
package org.visavis.launcher.certificates;
