// German

/** @type {Record<string, string>} by code, or by what the English label says */
export default {
  "camera-refused":
    "Der Browser blockiert Ihre Kamera. Erlauben Sie die Kamera neben der Adresse dieser Seite und laden Sie die " +
    "Seite neu.",
  "camera-refused-both":
    "Der Browser blockiert Kamera und Mikrofon. Erlauben Sie beide neben der Adresse dieser Seite und laden Sie die " +
    "Seite neu. Sie können auch ohne beitreten und die anderen sehen und hören.",
  "camera-absent":
    "Keine Kamera gefunden. Schließen Sie eine Kamera an und laden Sie die Seite neu, oder treten Sie ohne Kamera bei.",
  "camera-absent-both":
    "Keine Kamera und kein Mikrofon gefunden. Schließen Sie beide an und laden Sie die Seite neu. Sie können auch " +
    "ohne beitreten und die anderen sehen und hören.",
  "camera-busy":
    "Ein anderes Programm verwendet Ihre Kamera. Schließen Sie es und schalten Sie die Kamera wieder ein.",
  "camera-busy-both":
    "Ein anderes Programm verwendet Kamera und Mikrofon. Schließen Sie es und schalten Sie beide wieder ein.",
  "camera-gone":
    "Die Kamera wurde getrennt. Schließen Sie eine Kamera an und schalten Sie sie wieder ein.",
  "microphone-gone":
    "Das Mikrofon wurde getrennt. Schließen Sie ein Mikrofon an und schalten Sie es wieder ein.",
  "camera-muted":
    "Das System oder eine Taste am Gerät hat die Kamera ausgeschaltet. Schalten Sie sie dort wieder ein.",
  "microphone-muted":
    "Das System oder eine Taste am Gerät hat das Mikrofon stummgeschaltet. Heben Sie die Stummschaltung dort auf.",
  "camera-replaced": "Die Kamera {before} wurde getrennt. Jetzt wird {now} verwendet.",
  "microphone-replaced": "Das Mikrofon {before} wurde getrennt. Jetzt wird {now} verwendet.",
  "microphone-refused":
    "Der Browser blockiert Ihr Mikrofon. Erlauben Sie das Mikrofon neben der Adresse dieser Seite und laden Sie die " +
    "Seite neu.",
  "microphone-absent":
    "Kein Mikrofon gefunden. Schließen Sie ein Mikrofon an und laden Sie die Seite neu, oder treten Sie ohne " +
    "Mikrofon bei.",
  "microphone-busy":
    "Ein anderes Programm verwendet Ihr Mikrofon. Schließen Sie es und schalten Sie das Mikrofon wieder ein.",
  "insecure-both":
    "Browser erlauben Kamera und Mikrofon nur auf HTTPS-Seiten. Öffnen Sie diese Seite mit https:// am Anfang oder " +
    "bitten Sie Ihren Administrator um HTTPS. Sie können auch ohne beitreten und die anderen sehen und hören.",
  "insecure-link-both":
    "Browser erlauben Kamera und Mikrofon nur auf HTTPS-Seiten. Öffnen Sie diese Seite über HTTPS, oder treten Sie ohne " +
    "bei und sehen und hören Sie die anderen.",
  "open-https": "Über HTTPS öffnen",
  unsupported:
    "Dieser Browser unterstützt keine Videoanrufe. Verwenden Sie eine aktuelle Version von Firefox, Chrome, Edge oder " +
    "Safari.",
  connecting: "Verbindung wird hergestellt…",
  unreachable: "Der Server antwortet nicht. Prüfen Sie Ihr Netzwerk. Neuer Versuch…",
  "handshake-refused":
    "Dieser Server lehnt Anrufe von dieser Adresse ({origin}) ab, oder ein Proxy dazwischen leitet WebSockets nicht " +
    "weiter. Ihr Administrator kann die Adresse mit visavis.allowed.origins erlauben.",
  notice: "Von der Administration: {text}",
  draining:
    "Dieser Server wird in Kürze neu gestartet. Laufende Anrufe gehen weiter, aber bis dahin kann niemand neu beitreten. " +
    "Diese Seite versucht es weiter und lässt Sie so bald wie möglich beitreten.",
  incomplete: "Ein Teil dieser Seite wurde nicht geladen. Laden Sie die Seite neu.",
  reconnecting: "Die Verbindung zum Server ist unterbrochen. Ihr Anruf läuft weiter. Neuer Versuch…",
  unheard: "Sie sprechen, aber Ihr Mikrofon ist aus.",
  replaced: "Dieser Anruf wird in einem anderen Fenster fortgesetzt.",
  people: "Schon da: {names}",
  pin: "{name} anheften",
  "screen-of": "Bildschirm von {name}",
  "screen-refused":
    "Der Browser oder das System blockiert die Bildschirmfreigabe. Erlauben Sie sie in den Systemeinstellungen.",
  "shared-by": "{name} teilt den Bildschirm.",
  came: "{name} ist beigetreten.",
  went: "{name} hat den Anruf verlassen.",
  "hand-of": "{name} hat die Hand gehoben.",
  "chat-from": "{name}: {text}",
  "told-by": "laut {name}",
  "chat-flood": "{name} sendet zu viele Nachrichten. Einige werden nicht angezeigt.",
  "show-more": "Mehr anzeigen",
  "show-less": "Weniger anzeigen",
  "chat-forgotten": "Frühere Nachrichten werden nicht mehr angezeigt.",
  "characters-left.one": "Noch {count} Zeichen",
  "characters-left.other": "Noch {count} Zeichen",
  "characters-over.one": "{count} Zeichen zu viel",
  "characters-over.other": "{count} Zeichen zu viel",
  "too-long": "Diese Nachricht ist zu lang. Kürzen Sie sie oder teilen Sie sie in mehrere Nachrichten auf.",
  "too-fast": "Sie senden zu viele Nachrichten. Warten Sie einen Moment und versuchen Sie es noch einmal.",
  nobody: "Es ist niemand da, dem Sie eine Datei senden können.",
  "too-many-files":
    "Sie können einer Person höchstens {count} Dateien gleichzeitig senden. Senden Sie weniger oder warten Sie, bis " +
    "einige angekommen sind.",
  "file-to": "An {name}",
  "file-from": "Datei von {name}",
  "file-flood": "{name} bietet zu viele Dateien an. Einige wurden abgelehnt.",
  "file-offered": "Diese Datei annehmen?",
  "file-offered-own": "Warten auf Antwort…",
  "file-moving": "{percent} · {speed} · noch {left}",
  "file-done": "Empfangen und geprüft.",
  "file-refused": "Abgelehnt.",
  "file-cancelled": "Abgebrochen.",
  "file-broken": "Die Übertragung ist fehlgeschlagen. Senden Sie die Datei noch einmal.",
  "file-too-large": "Zu groß für diesen Browser.",
  "camera-embedding":
    "Die umgebende Seite erlaubt die Verwendung Ihrer Kamera nicht. Öffnen Sie den Anruf in einem eigenen Fenster.",
  "camera-embedding-both":
    "Die umgebende Seite erlaubt die Verwendung von Kamera und Mikrofon nicht. Öffnen Sie den Anruf in einem eigenen " +
    "Fenster. Sie können auch ohne beitreten und die anderen sehen und hören.",
  "microphone-embedding":
    "Die umgebende Seite erlaubt die Verwendung Ihres Mikrofons nicht. Öffnen Sie den Anruf in einem eigenen Fenster.",
  connection: "Verbindung",
  "round-trip": "Umlaufzeit",
  loss: "Paketverlust",
  down: "Empfangen",
  up: "Gesendet",
  steps: "Millisekunden seit dem Beitritt",
  good: "gut",
  fair: "mittel",
  poor: "schlecht",
  direct: "direkt",
  relay: "über ein Relay",
  "room-full": "Dieser Raum ist voll. Versuchen Sie es später noch einmal oder verwenden Sie einen anderen Raum.",
  "room-closed": "Die Administration hat diesen Raum geschlossen.",
  "invalid-room": "Dieser Raumname enthält kein sichtbares Zeichen. Hier ist ein neuer.",
  "invalid-name": "Geben Sie einen Namen mit mindestens einem sichtbaren Zeichen ein.",
  "invalid-message":
    "Der Server hat diesen Namen nicht akzeptiert. Geben Sie einen anderen ein oder laden Sie die Seite neu.",
  "join-refused": "Der Server hat Ihren Beitritt abgelehnt. Laden Sie die Seite neu und versuchen Sie es noch einmal.",
  "message-too-large": "Der Server hat eine zu lange Nachricht dieser Seite abgelehnt. Laden Sie die Seite neu.",
  "join-timeout": "Der Beitritt hat zu lange gedauert. Versuchen Sie es noch einmal.",
  "too-many-errors": "Diese Seite hat zu viele ungültige Nachrichten gesendet. Laden Sie die Seite neu.",
  "token-required": "Zum Beitreten brauchen Sie eine Einladung mit einem Link. Fragen Sie die Person, die Sie einlädt.",
  "invalid-token": "Dieser Link ist ungültig. Bitten Sie um einen neuen.",
  "token-expired": "Dieser Link ist abgelaufen. Bitten Sie um einen neuen.",
  "token-too-early": "Dieser Link gilt noch nicht. Versuchen Sie es später noch einmal.",
  "token-used-up": "Dieser Link wird schon von so vielen Personen verwendet, wie er zulässt.",
  "room-forbidden": "Sie dürfen diesen Raum nicht betreten.",
  "room-not-open": "Diesen Raum hat noch niemand geöffnet. Versuchen Sie es später noch einmal.",
  "login-required":
    "Sie haben sich angemeldet, aber dieser Browser blockiert Cookies für diese Seite. Erlauben Sie Cookies und laden " +
    "Sie die Seite neu.",
  "login-expired":
    "Sie sind nicht mehr angemeldet. Ihr Anruf läuft weiter. Melden Sie sich wieder an, damit andere Sie weiterhin " +
    "erreichen.",
  "sign-in": "Anmelden",
  closed: "Der Server hat den Anruf beendet.",
  left: "Sie haben den Anruf verlassen.",
  alone: "Noch ist niemand hier. Teilen Sie den Link, um andere einzuladen.",
  "link-copied": "Link kopiert. Teilen Sie ihn, um andere einzuladen.",
  "link-selected": "Drücken Sie Strg+C, um den Link zu kopieren.",

  "Your picture": "Ihr Bild",
  "No picture": "Kein Bild",
  "Volume of the microphone": "Lautstärke des Mikrofons",
  Microphone: "Mikrofon",
  Camera: "Kamera",
  Settings: "Einstellungen",
  "See and hear each other, browser to browser. Nothing leaves the building.":
    "Sehen und hören Sie einander, von Browser zu Browser. Nichts verlässt das Gebäude.",
  "Your name": "Ihr Name",
  "The name that others see": "Name, den andere sehen",
  "Signed in as": "Angemeldet als",
  "Sign out": "Abmelden",
  Room: "Raum",
  Join: "Beitreten",
  Cancel: "Abbrechen",
  "Test this computer": "Diesen Computer testen",
  "Link to this room": "Link zu diesem Raum",
  "Copy link": "Link kopieren",
  "Chat and people": "Chat und Personen",
  Chat: "Chat",
  Close: "Schließen",
  "Messages go directly between browsers. People who join later get the latest ones.":
    "Nachrichten gehen direkt von Browser zu Browser. Wer später beitritt, erhält die neuesten.",
  Message: "Nachricht",
  "Message to all": "Nachricht an alle",
  "Send a file": "Datei senden",
  Send: "Senden",
  People: "Personen",
  "Share the screen": "Bildschirm teilen",
  "Raise hand": "Hand heben",
  More: "Mehr",
  "Leave the call": "Anruf verlassen",
  "Speaker view": "Sprecheransicht",
  "Full screen": "Vollbild",
  "Picture in picture": "Bild im Bild",
  "Keyboard shortcuts": "Tastenkombinationen",
  Speaker: "Lautsprecher",
  Language: "Sprache",
  Colours: "Farben",
  "System default": "Systemstandard",
  Light: "Hell",
  Dark: "Dunkel",
  On: "Ein",
  Off: "Aus",
  Done: "Fertig",
  "Turn microphone on or off": "Mikrofon ein- oder ausschalten",
  Space: "Leertaste",
  "Push to talk (hold)": "Zum Sprechen gedrückt halten",
  "Turn camera on or off": "Kamera ein- oder ausschalten",
  "Show this list": "Diese Liste anzeigen",
  "Your browser plays no sound until you click or press a key here.":
    "Ihr Browser gibt keinen Ton wieder, bis Sie hier klicken oder eine Taste drücken.",
  "Turn on sound": "Ton einschalten",
  Dismiss: "Ausblenden",
  Connecting: "Verbindung wird hergestellt",
  "Move to the next corner": "In die nächste Ecke verschieben",
  "Hand raised": "Hand gehoben",
  "No connection to this person. Trying again…": "Keine Verbindung zu dieser Person. Neuer Versuch…",
  You: "Sie",
  "Microphone off": "Mikrofon aus",
  "Signed in": "Angemeldet",
  Moderator: "Moderator",
  Guest: "Gast",
  Progress: "Fortschritt",
  Accept: "Annehmen",
  Save: "Speichern",
  "Camera off": "Kamera aus",
  "Shares the screen": "Teilt den Bildschirm",
  "Sign in · Visavis": "Anmelden · Visavis",
  "Sign in with your usual account.": "Melden Sie sich mit Ihrem üblichen Konto an.",
  "The name or the password is wrong. Try again.":
    "Der Name oder das Passwort ist falsch. Versuchen Sie es noch einmal.",
  Name: "Name",
  Password: "Passwort",
  "Sign in": "Anmelden",
};
