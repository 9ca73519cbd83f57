package org.visavis;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What the container tests deploy: the file that the build made and that people get, nothing else. */
public final class Deployments {
    /** By default Payara and GlassFish look for sessions that have expired once a minute. */
    private static final String REAP_EACH_SECOND = "<session-config><session-manager><manager-properties>"
            + "<property name=\"reapIntervalSeconds\" value=\"1\"/>"
            + "</manager-properties></session-manager></session-config>";

    private Deployments() {}

    /** The file; its name gives the context path {@code /visavis}. */
    public static File warFile() {
        return new File(System.getProperty("visavis.war"));
    }

    /** What the manifest of the file says. */
    public static String version() {
        try (JarFile file = new JarFile(warFile())) {
            return file.getManifest().getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static WebArchive war() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, warFile());
    }

    /** The same file under another name, and so at another address. */
    public static WebArchive warNamed(String name) {
        return ShrinkWrap.create(ZipImporter.class, name).importFrom(warFile()).as(WebArchive.class);
    }

    /** The file as an administrator changes it who writes a setting into its web.xml. */
    public static WebArchive warWith(String setting, String value) {
        return warWith(Map.of(setting, value));
    }

    /** The same with several. */
    public static WebArchive warWith(Map<String, String> settings) {
        WebArchive war = war();
        String webXml = webXml(war);
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            webXml = withSetting(webXml, setting.getKey(), setting.getValue());
        }
        setWebXml(war, webXml);
        return war;
    }

    /**
     * The file as an administrator changes it who wants a login: in its web.xml nobody may join without, and it says in which
     * way the container asks. What makes HTTP sessions expire is the test's.
     *
     * @param method an {@code auth-method} of the Servlet specification; FORM is the one of the file
     */
    public static WebArchive warWithLogin(String name, String method) {
        WebArchive war = warNamed(name).addClass(Sessions.class);
        String webXml = withSetting(webXml(war), "visavis.auth", "container");
        if (!method.equals("FORM")) {
            webXml = webXml.replaceFirst(
                    "(?s)<auth-method>FORM<.*</form-login-config>", "<auth-method>" + method + "</auth-method>");
        }
        setWebXml(war, webXml);
        String glassfishWebXml = text(war.get("WEB-INF/glassfish-web.xml"))
                .replace("</glassfish-web-app>", REAP_EACH_SECOND + "</glassfish-web-app>");
        war.delete("WEB-INF/glassfish-web.xml");
        return war.addAsWebInfResource(new StringAsset(glassfishWebXml), "glassfish-web.xml");
    }

    private static String withSetting(String webXml, String setting, String value) {
        return webXml.replace(
                "</display-name>",
                "</display-name><context-param><param-name>" + setting + "</param-name><param-value>" + value
                        + "</param-value></context-param>");
    }

    private static String webXml(WebArchive war) {
        return text(war.get("WEB-INF/web.xml"));
    }

    private static void setWebXml(WebArchive war, String webXml) {
        war.delete("WEB-INF/web.xml");
        war.addAsWebInfResource(new StringAsset(webXml), "web.xml");
    }

    private static String text(Node file) {
        try (InputStream stream = file.getAsset().openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that is there from beginning to end; its address tells the container's. */
    public static WebArchive anchor() {
        return ShrinkWrap.create(WebArchive.class, "anchor.war")
                .addAsWebResource(new StringAsset("anchor"), "index.html");
    }
}
