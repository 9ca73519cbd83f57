package org.visavis;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.visavis.data.DataFolder;
import org.visavis.data.DataFolderException;
import org.visavis.settings.GivenSetting;
import org.visavis.settings.LauncherAttributes;
import org.visavis.settings.Origin;
import org.visavis.settings.Setting;
import org.visavis.settings.SettingSources;
import org.visavis.settings.Settings;
import org.visavis.settings.SettingsFile;

/**
 * What the container and its administrator give to this deployment of Visavis.
 *
 * @param version of Visavis, as the manifest has it
 * @param data what must survive a restart is kept there, if anywhere
 * @param sources what is set, and where
 * @param settings the same, checked
 */
record Deployment(String version, Optional<DataFolder> data, SettingSources sources, Settings settings) {
    private static final Logger LOG = System.getLogger(Deployment.class.getName());

    private static final String NO_DATA_FOLDER =
            "No data folder: the setting visavis.data names none. Visavis reads no visavis.properties, writes no"
                    + " audit log, and does not remember after a restart that a login was asked for.";

    /**
     * Reads the settings, and writes to the log what is deployed and what is set.
     *
     * @param data as {@link #openData} has found it
     * @throws IllegalArgumentException with a sentence that says which setting is wrong and what it should be
     */
    static Deployment read(ServletContext context, SettingSources given, Optional<DataFolder> data) {
        SettingSources sources = data.map(
                        folder -> given.with(Origin.FILE, SettingsFile.read(DataFolder.settings(folder.path()))))
                .orElse(given);
        String version = version(context);
        report(context, version, sources, data);
        sources.refuseUnknown();
        Settings settings = Settings.read(sources);
        data.ifPresent(folder ->
                new RememberedLogin(folder).check(sources, !settings.access().isOpen()));
        return new Deployment(version, data, sources, settings);
    }

    /** The settings that can be read without a data folder. */
    static SettingSources given(ServletContext context) {
        return SettingSources.ofProcess()
                .with(Origin.OPTION, attribute(context, LauncherAttributes.OPTIONS))
                .with(Origin.CONTEXT_PARAMETER, parameters(context))
                .with(Origin.LAUNCHER, attribute(context, LauncherAttributes.DEFAULTS));
    }

    /** Opens the data folder if there is one. Whoever calls this closes it. */
    static Optional<DataFolder> openData(ServletContext context, SettingSources given) throws DataFolderException {
        if (context.getAttribute(LauncherAttributes.DATA_FOLDER) instanceof Path path) {
            return Optional.of(DataFolder.lent(path));
        }
        String name = given.value(Setting.DATA);
        if (name == null) {
            LOG.log(Level.WARNING, NO_DATA_FOLDER);
            return Optional.empty();
        }
        return Optional.of(DataFolder.open(name));
    }

    private static Map<String, String> parameters(ServletContext context) {
        Map<String, String> parameters = new HashMap<>();
        for (String name : Collections.list(context.getInitParameterNames())) {
            parameters.put(name, context.getInitParameter(name));
        }
        return parameters;
    }

    private static Map<String, String> attribute(ServletContext context, String name) {
        Map<String, String> map = new HashMap<>();
        if (context.getAttribute(name) instanceof Map<?, ?> given) {
            given.forEach((key, value) -> map.put((String) key, (String) value));
        }
        return map;
    }

    private static void report(
            ServletContext context, String version, SettingSources sources, Optional<DataFolder> data) {
        String line = "Visavis " + version + ", Java " + Runtime.version() + ", " + context.getServerInfo()
                + ", context path " + (context.getContextPath().isEmpty() ? "/" : context.getContextPath())
                + (context.getAttribute(LauncherAttributes.ADDRESSES) instanceof String where ? ", " + where : "")
                + data.map(folder -> ", data folder " + folder.path()).orElse("");
        LOG.log(Level.INFO, line);
        for (GivenSetting given : sources.changed()) {
            LOG.log(Level.INFO, given.line());
        }
        boolean inContainer = context.getAttribute(LauncherAttributes.OPTIONS) == null;
        for (GivenSetting given : inContainer ? sources.forLauncher() : List.<GivenSetting>of()) {
            LOG.log(Level.WARNING, "{0} has no effect here: only java -jar reads this setting.", given.line());
        }
    }

    /** The version in the manifest of the WAR; in somebody else's WAR that of the jar with these classes. */
    private static String version(ServletContext context) {
        try (InputStream stream = context.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            if (stream != null) {
                Attributes attributes = new Manifest(stream).getMainAttributes();
                if ("Visavis".equals(attributes.getValue(Attributes.Name.IMPLEMENTATION_TITLE))) {
                    return attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
                }
            }
        } catch (IOException e) {
            // then the version is unknown
        }
        return Optional.ofNullable(Deployment.class.getPackage().getImplementationVersion())
                .orElse("(unknown version)");
    }
}
