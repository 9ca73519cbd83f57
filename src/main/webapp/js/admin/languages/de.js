// What the administrator's page says; see en.js.

/** @type {Record<string, string>} by code; `{…}` stands for a value */
export default {
  live: "Live",
  unreachable: "Der Server antwortet nicht. Neuer Versuch …",
  "login-required-login": "Melden Sie sich mit einem Konto an, das die Rolle visavis-admin hat.",
  "login-required-link":
    "Öffnen Sie den Link, den Visavis beim Start ausgegeben hat, oder den in der Datei admin-link im " +
    "Datenordner. Jeder Link gilt einmal.",
  "not-administrator": "Dieses Konto hat die Rolle visavis-admin nicht. Melden Sie sich ab und mit einem anderen an.",
  insecure:
    "Andere im Netz könnten mitlesen. Öffnen Sie diese Seite über HTTPS oder auf dem Server selbst. Ein Proxy " +
    "mit HTTPS muss X-Forwarded-Proto senden.",
  "link-invalid":
    "Dieser Link wurde schon benutzt oder ist älter als eine Stunde. Der nächste steht in der Datei admin-link " +
    "im Datenordner von Visavis.",
  "too-many-attempts":
    "Es wurden zu viele falsche Links probiert. Warten Sie eine Minute und versuchen Sie es noch einmal.",
  rooms: "Räume",
  people: "Personen",
  connections: "Verbindungen",
  memory: "Speicher",
  errors: "Fehler in der letzten Stunde",
  "running-since": "Läuft seit",
  container: "Container",
  system: "System",
  certificate: "Zertifikat",
  "certificate-until": "{subject}, bis {time}",
  ice: "STUN- und TURN-Server",
  "relay-only": "Alle Medien gehen über ein Relay.",
  "check-works": "funktioniert von hier aus",
  "check-unreachable": "antwortet nicht: Läuft er, stimmt der Name, sperrt eine Firewall?",
  "check-untrusted": "seinem Zertifikat wird hier nicht vertraut",
  "check-credential-refused": "lehnt die Zugangsdaten ab: Vergleichen Sie die Geheimnisse und die Uhren der beiden Server",
  "check-no-relay": "kennt die Zugangsdaten, gibt aber keine Adresse zum Weiterleiten: Sehen Sie in sein Log",
  "check-not-checked": "kann von hier aus nicht getestet werden: TURN über DTLS",
  none: "Keine",
  "no-rooms": "Niemand ist in einem Gespräch.",
  "no-match": "Kein Raum hat das im Namen.",
  "more-rooms":
    "{shown} von {matching} Räumen werden gezeigt. Geben Sie einen Teil des Namens ein, um andere zu finden.",
  since: "seit {time}",
  verified: "angemeldet",
  moderator: "Moderation",
  away: "Verbindung verloren",
  "announce-to": "Nachricht an alle in {room}",
  "announce-to-all": "Nachricht an alle",
  "close-room": "Den Raum {room} schließen?",
  drain: "Leerlaufen lassen",
  "drain-end": "Wieder aufnehmen",
  draining:
    "Der Server läuft leer: Gespräche gehen weiter, wer neu kommt, muss warten, und Lastverteiler sehen, " +
    "dass er nicht bereit ist.",
  "not-draining":
    "Vor einem Neustart den Server leerlaufen lassen: Gespräche gehen weiter, wer neu kommt, muss " +
    "warten.",
  "not-done": "Der Server antwortet nicht. Versuchen Sie es noch einmal.",
  "no-such-room": "In diesem Raum ist niemand mehr.",
  "origin-option": "Befehlszeile",
  "origin-system_property": "System-Property",
  "origin-environment": "Umgebungsvariable",
  "origin-file": "visavis.properties",
  "origin-context_parameter": "Kontextparameter",
  "origin-launcher": "Vorgabe von java -jar",
  "origin-default": "Vorgabe",

  "Administrator · Visavis": "Administration · Visavis",
  "Administrator": "Administration",
  "Rooms": "Räume",
  "Find a room": "Raum suchen",
  "Errors of the last hour": "Fehler der letzten Stunde",
  "Server": "Server",
  "Settings in force": "Geltende Einstellungen",
  "Message to all…": "Nachricht an alle …",
  "Message…": "Nachricht …",
  "Close…": "Schließen …",
  "Everybody there reads this at once:": "Alle dort lesen das sofort:",
  "Everybody is sent out at once. Whoever may enter the room can come back.":
    "Alle werden sofort hinausgeschickt. Wer den Raum betreten darf, kann zurückkommen.",
  "Close the room": "Raum schließen",
  "Test STUN and TURN": "STUN und TURN testen",
};
