package org.visavis.launcher;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.visavis.launcher.certificates.HostNames;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converters for the values of options. Their error messages lack the subject, the option, which the caller adds. */
final class OptionValue {

    private OptionValue() {}

    /** A port, or 0. */
    static final class Port implements ITypeConverter<Integer> {

        private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");
        private static final int MAX = 65535;

        @Override
        public Integer convert(String value) {
            if (!DIGITS.matcher(value).matches() || Integer.parseInt(value) > MAX) {
                throw new TypeConversionException("must be a number from 0 to " + MAX + ", not \"" + value + "\".");
            }
            return Integer.valueOf(value);
        }
    }

    /** A port for HTTPS: any free one if "any", null for none if 0. */
    static final class SecurePort implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String value) {
            if (value.equals("any")) {
                return 0;
            }
            try {
                Integer port = new Port().convert(value);
                return port == 0 ? null : port;
            } catch (TypeConversionException e) {
                throw new TypeConversionException(
                        "must be a number from 1 to " + Port.MAX + ", 0 for none, or any, not \"" + value + "\".");
            }
        }
    }

    /** A name or an address for the certificate. */
    static final class CertificateName implements ITypeConverter<String> {

        @Override
        public String convert(String value) {
            return HostNames.normalized(value)
                    .orElseThrow(() -> new TypeConversionException(
                            "must be a name like calls.example or an address, not \"" + value + "\"."));
        }
    }

    /** How the log is printed. */
    static final class LogFormat implements ITypeConverter<ConsoleLog.Format> {

        @Override
        public ConsoleLog.Format convert(String value) {
            return switch (value) {
                case "text" -> ConsoleLog.Format.TEXT;
                case "json" -> ConsoleLog.Format.JSON;
                default -> throw new TypeConversionException("must be text or json, not \"" + value + "\".");
            };
        }
    }

    /** A host, not empty, which Java takes for loopback. The start of the server shows whether the host exists. */
    static final class Host implements ITypeConverter<String> {

        @Override
        public String convert(String value) {
            if (value.isBlank()) {
                throw new TypeConversionException("must be a name or an address, not empty.");
            }
            return value;
        }
    }

    /** A context path as servlets know it: empty for the root, otherwise with a leading slash and no trailing one. */
    static final class ContextPath implements ITypeConverter<String> {

        /** No segment begins with ".", so there is no "..", and no character has to be encoded in a URL. */
        private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*");

        @Override
        public String convert(String value) {
            String path = value.startsWith("/") ? value : "/" + value;
            path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
            if (!PATH.matcher(path).matches()) {
                throw new TypeConversionException("must be a path like /visavis, not \"" + value + "\".");
            }
            return path;
        }
    }

    /** Any value of {@code visavis.auth} without {@code container}: the embedded Tomcat has no realm to sign in to. */
    static final class Auth implements ITypeConverter<String> {

        @Override
        public String convert(String value) {
            if (Stream.of(value.split(",")).map(String::strip).anyMatch("container"::equals)) {
                throw new TypeConversionException("must be open or token, not \"" + value
                        + "\": only containers have a login, java -jar has none.");
            }
            return value;
        }
    }

    /** A file that exists and can be read. */
    static final class ReadableFile implements ITypeConverter<Path> {

        @Override
        public Path convert(String value) {
            try {
                Path file = Path.of(value);
                if (Files.isRegularFile(file) && Files.isReadable(file)) {
                    return file.toAbsolutePath();
                }
            } catch (InvalidPathException e) {
                // reported below
            }
            throw new TypeConversionException("must be a file that can be read, not \"" + value + "\".");
        }
    }

    /** True or false. Picocli's own error message would talk of Java types. */
    static final class Switch implements ITypeConverter<Boolean> {

        @Override
        public Boolean convert(String value) {
            if (!value.equals("true") && !value.equals("false")) {
                throw new TypeConversionException("must be true or false, not \"" + value + "\".");
            }
            return Boolean.valueOf(value);
        }
    }
}
