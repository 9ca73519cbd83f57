/**
 * {@code java -jar visavis.war}: Visavis in an embedded Tomcat. {@link org.visavis.launcher.Launcher} unpacks the WAR
 * to the data folder and makes a class loader over what it needs from there. In it, {@code StartCommand} reads the command
 * line and starts {@code EmbeddedTomcat} with the unpacked WAR as its only web application.
 *
 * <p>These classes lie at the root of the WAR, where the JVM finds them and a container's class loader does not. They and
 * the web application share no loaded classes; each loads {@code data} and {@code settings} for itself. They share the name of one attribute ({@code PollerPass}) and some system
 * properties that hold settings.
 */
package org.visavis.launcher;
