package org.visavis.data;

import java.io.IOException;

/** A data folder cannot be used. The message is one sentence that says which folder, why, and what to do. */
public final class DataFolderException extends IOException {
    private static final long serialVersionUID = 1;

    public DataFolderException(String message, Throwable cause) {
        super(message, cause);
    }
}
