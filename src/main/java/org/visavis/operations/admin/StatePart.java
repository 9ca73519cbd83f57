package org.visavis.operations.admin;

import jakarta.json.stream.JsonGenerator;

/** A part of what an administrator is shown. */
public interface StatePart {
    /** Writes members into an object that is open. Called on the container's threads. */
    void write(JsonGenerator json);
}
