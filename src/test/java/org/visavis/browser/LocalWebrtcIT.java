package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The page that tests a computer, where the server is as it should be. {@link DoctorIT} has what can be wrong. */
class LocalWebrtcIT extends DeployedPage {
    @Test
    void allIsWellAndTheReportSaysSo() throws IOException {
        Person ada = people.person("Ada").opens(base + "localwebrtc.html?room=secret-project");
        ada.seesPicture("video#local");
        ada.seesPicture("video#remote");
        for (String check :
                new String[] {"camera", "microphone", "encoding", "connection", "server", "signaling", "idle"})
            finds(ada, check, "good");
        ada.awaits("#summary[data-outcome=good]");
        ada.photograph("good");
        Download download = ada.page().waitForDownload(() -> ada.page().click("#download"));
        String report = Files.readString(download.path());
        assertTrue(report.contains("[camera/good]") && report.contains("[idle/good]"), report);
        assertTrue(report.contains("localwebrtc.html") && report.contains("Chrom"), report);
        assertFalse(report.contains("secret-project"), report);
    }

    @Test
    void theReportIsCopied() {
        Person ada = people.person("Ada", Equipment.MAY_COPY).opens(base + "localwebrtc.html");
        ada.page().click("#copy");
        ada.until("() => document.querySelector('#summary').textContent === 'Report copied.'", "");
        String copied = (String) ada.page().evaluate("() => navigator.clipboard.readText()");
        assertEquals(true, copied.contains("[signaling/good]"), copied);
    }

    @Test
    void missingDevicesAreNamedAndTheRestIsStillChecked() {
        Person ada = people.person("Ada", Equipment.WITHOUT_DEVICES).opens(base + "localwebrtc.html");
        finds(ada, "camera", "failed");
        finds(ada, "microphone", "failed");
        finds(ada, "encoding", "good");
        finds(ada, "connection", "good");
        ada.awaits("#summary[data-outcome=failed]");
        ada.photograph("without-devices");
    }

    private static void finds(Person person, String check, String outcome) {
        person.awaits("#checks li[data-check=" + check + "][data-outcome=" + outcome + "]");
    }
}
