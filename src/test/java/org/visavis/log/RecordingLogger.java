package org.visavis.log;

import java.lang.System.Logger;
import java.util.ResourceBundle;

/** A logger that hands each line over, as a test needs it. Lines with parameters are not expected. */
record RecordingLogger(Recorder recorder) implements Logger {
    interface Recorder {
        void record(Level level, String message, Throwable thrown);
    }

    @Override
    public String getName() {
        return "recorder";
    }

    @Override
    public boolean isLoggable(Level level) {
        return true;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        recorder.record(level, message, thrown);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
        throw new UnsupportedOperationException();
    }
}
