/**
 * {@code java -jar visavis.war}: Visavis in an embedded Tomcat. {@link org.visavis.launcher.Launcher} unpacks the WAR
 * and makes a class loader over the libraries in {@code WEB-INF/embedded}; in it, {@code StartCommand} reads the command
 * line and starts {@code EmbeddedTomcat} with the unpacked WAR as its one web application.
 *
 * <p>These classes lie at the root of the WAR, where the JVM finds them and a container's class loader does not. They
 * know nothing of the web application, and it knows nothing of them, but for one attribute that both call by the same name
 * ({@code PollerPass}).
 */
package org.visavis.launcher;
