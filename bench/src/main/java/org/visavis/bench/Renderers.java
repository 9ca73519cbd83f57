package org.visavis.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/** The processes of a browser that pages run in. Each profile's have their own. */
final class Renderers {
    private final CDPSession session;

    Renderers(Browser browser) {
        session = browser.newBrowserCDPSession();
    }

    /** Their ids. */
    Set<Long> all() {
        Set<Long> ids = new HashSet<>();
        session.send("SystemInfo.getProcessInfo").getAsJsonArray("processInfo").forEach(each -> {
            JsonObject process = each.getAsJsonObject();
            if (process.get("type").getAsString().equals("renderer"))
                ids.add(process.get("id").getAsLong());
        });
        return ids;
    }

    /** What those hold in memory that were started since, in bytes; only Linux tells. */
    OptionalLong residentSince(Set<Long> before) throws IOException {
        Set<Long> started = all();
        started.removeAll(before);
        long sum = 0;
        for (long id : started) {
            Path status = Path.of("/proc", Long.toString(id), "status");
            if (!Files.exists(status)) return OptionalLong.empty();
            for (String line : Files.readAllLines(status))
                if (line.startsWith("VmRSS:")) sum += Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        }
        return OptionalLong.of(sum);
    }
}
