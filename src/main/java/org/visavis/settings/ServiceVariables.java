package org.visavis.settings;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Variables that look like settings and are none: Kubernetes sets them in each pod for a service that is called
 * {@code visavis} or {@code visavis-…}, and Docker for a link of that name. One of them is {@code VISAVIS_PORT}, with a URL.
 */
final class ServiceVariables {
    private static final Pattern NAME =
            Pattern.compile("VISAVIS(_\\w+)?_(SERVICE_(HOST|PORT(_\\w+)?)|PORT_\\d+_(TCP|UDP|SCTP)(_\\w+)?)");

    private static final Pattern PORT = Pattern.compile("VISAVIS(_\\w+)?_PORT");
    private static final Pattern URL = Pattern.compile("(tcp|udp|sctp)://.*");

    private ServiceVariables() {}

    /** An environment without them. */
    static Map<String, String> removedFrom(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> !isOne(variable.getKey(), variable.getValue()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isOne(String name, String value) {
        return NAME.matcher(name).matches()
                || (PORT.matcher(name).matches() && URL.matcher(value).matches());
    }
}
