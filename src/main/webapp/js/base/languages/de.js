// German

/** @type {Record<string, string>} by code, or by what the English label says */
export default {
  "camera-refused":
    "Der Browser darf Ihre Kamera nicht verwenden. Erlauben Sie es neben der Adresse dieser Seite und laden Sie die " +
    "Seite neu.",
  "camera-refused-both":
    "Der Browser darf Kamera und Mikrofon nicht verwenden. Erlauben Sie es neben der Adresse dieser Seite und laden " +
    "Sie die Seite neu. Sie können auch ohne beitreten und die anderen sehen und hören.",
  "camera-absent":
    "Es wurde keine Kamera gefunden. Schließen Sie eine an und laden Sie die Seite neu; Sie können auch ohne " +
    "beitreten.",
  "camera-absent-both":
    "Es wurden weder Kamera noch Mikrofon gefunden. Schließen Sie sie an und laden Sie die Seite neu; Sie können " +
    "auch ohne beitreten und die anderen sehen und hören.",
  "camera-busy": "Ein anderes Programm verwendet Ihre Kamera. Schließen Sie es und schalten Sie die Kamera wieder ein.",
  "camera-busy-both":
    "Ein anderes Programm verwendet Kamera und Mikrofon. Schließen Sie es und schalten Sie beide wieder ein.",
  "camera-gone": "Die Kamera ist nicht mehr da. Schließen Sie eine an und schalten Sie die Kamera wieder ein.",
  "microphone-gone": "Das Mikrofon ist nicht mehr da. Schließen Sie eines an und schalten Sie das Mikrofon wieder ein.",
  "camera-muted": "Das System oder eine Taste am Gerät hat die Kamera ausgeschaltet. Schalten Sie sie dort wieder ein.",
  "microphone-muted":
    "Das System oder eine Taste am Gerät hat das Mikrofon stummgeschaltet. Schalten Sie es dort wieder ein.",
  "camera-replaced": "Die Kamera {before} ist nicht mehr da; jetzt wird {now} verwendet.",
  "microphone-replaced": "Das Mikrofon {before} ist nicht mehr da; jetzt wird {now} verwendet.",
  "microphone-refused":
    "Der Browser darf Ihr Mikrofon nicht verwenden. Erlauben Sie es neben der Adresse dieser Seite und laden Sie die " +
    "Seite neu.",
  "microphone-absent":
    "Es wurde kein Mikrofon gefunden. Schließen Sie eines an und laden Sie die Seite neu; Sie können auch ohne " +
    "beitreten.",
  "microphone-busy":
    "Ein anderes Programm verwendet Ihr Mikrofon. Schließen Sie es und schalten Sie das Mikrofon wieder ein.",
  "insecure-both":
    "Browser geben Kamera und Mikrofon nur Seiten über HTTPS. Öffnen Sie diese Seite mit https:// davor oder bitten " +
    "Sie Ihren Administrator um HTTPS. Sie können auch ohne beitreten und die anderen sehen und hören.",
  unsupported: "Dieser Browser kann keine Videoanrufe. Verwenden Sie einen aktuellen Firefox, Chrome, Edge oder Safari.",
  connecting: "Verbinden…",
  unreachable: "Der Server antwortet nicht. Prüfen Sie Ihr Netz; es wird weiter versucht…",
  incomplete: "Ein Teil dieser Seite konnte nicht geladen werden. Laden Sie die Seite neu.",
  reconnecting: "Die Verbindung zum Server ging verloren. Ihr Anruf läuft weiter; es wird weiter versucht…",
  unheard: "Sie sprechen, aber Ihr Mikrofon ist aus.",
  replaced: "Dieser Anruf geht in einem anderen Fenster weiter.",
  people: "Schon da: {names}",
  pin: "{name} groß zeigen",
  "screen-of": "Bildschirm von {name}",
  "screen-refused":
    "Der Browser oder das System lässt diese Seite den Bildschirm nicht sehen. Erlauben Sie es in den Einstellungen " +
    "des Systems.",
  "shared-by": "{name} teilt den Bildschirm.",
  came: "{name} ist da.",
  went: "{name} ist gegangen.",
  "hand-of": "{name} hebt die Hand.",
  "chat-from": "{name}: {text}",
  "told-by": "laut {name}",
  "chat-flood": "{name} schickt zu viele Nachrichten. Einige davon werden nicht angezeigt.",
  "chat-forgotten": "Frühere Nachrichten werden nicht mehr angezeigt.",
  "characters-left": "Noch {count} Zeichen",
  "characters-over": "{count} Zeichen zu viel",
  "too-long": "Diese Nachricht ist zu lang. Kürzen Sie sie, oder schicken Sie mehrere.",
  "too-fast": "Sie schicken zu viele Nachrichten. Warten Sie einen Moment, und schicken Sie diese noch einmal.",
  nobody: "Es ist niemand da, dem eine Datei geschickt werden könnte.",
  "too-many-files":
    "Es können höchstens {count} Dateien gleichzeitig zu jemandem unterwegs sein. Schicken Sie weniger, oder warten Sie, bis einige angekommen sind.",
  "file-to": "An {name}",
  "file-from": "Datei von {name}",
  "file-flood": "{name} bietet zu viele Dateien an. Einige davon wurden abgelehnt.",
  "file-offered": "Diese Datei annehmen?",
  "file-offered-own": "Warten auf Zustimmung…",
  "file-moving": "{percent} · {speed} · noch {left}",
  "file-done": "Unverändert angekommen.",
  "file-refused": "Abgelehnt.",
  "file-cancelled": "Abgebrochen.",
  "file-broken": "Nicht vollständig übertragen. Schicken Sie die Datei noch einmal.",
  "file-too-large": "Zu groß für diesen Browser, der dafür keinen Platz hat.",
  "camera-embedding": "Die umgebende Seite lässt Ihre Kamera nicht zu. Öffnen Sie den Anruf in einem eigenen Fenster.",
  "camera-embedding-both":
    "Die umgebende Seite lässt Kamera und Mikrofon nicht zu. Öffnen Sie den Anruf in einem eigenen Fenster. Sie " +
    "können auch ohne beitreten und die anderen sehen und hören.",
  "microphone-embedding": "Die umgebende Seite lässt Ihr Mikrofon nicht zu. Öffnen Sie den Anruf in einem eigenen Fenster.",
  connection: "Verbindung",
  "round-trip": "Hin und zurück",
  loss: "Verloren",
  down: "Empfangen",
  up: "Gesendet",
  steps: "Millisekunden vom Beitreten bis",
  good: "gut",
  fair: "mäßig",
  poor: "schlecht",
  direct: "direkt",
  relay: "über ein Relay",
  "room-full":
    "Dieser Raum ist voll. Versuchen Sie es wieder, wenn jemand gegangen ist, oder nehmen Sie einen anderen Raum.",
  "invalid-room": "Dieser Raumname hat kein sichtbares Zeichen. Hier ist ein neuer.",
  "invalid-name": "Geben Sie einen Namen mit mindestens einem sichtbaren Zeichen ein.",
  "invalid-message":
    "Der Server hat diesen Namen nicht angenommen. Geben Sie einen anderen ein, oder laden Sie die Seite neu.",
  "join-refused": "Der Server hat Sie nicht eingelassen. Laden Sie die Seite neu, und treten Sie noch einmal bei.",
  "message-too-large": "Der Server hat eine Nachricht dieser Seite als zu lang abgelehnt. Laden Sie die Seite neu.",
  "join-timeout": "Der Server hat zu lange auf diese Seite gewartet. Treten Sie noch einmal bei.",
  "too-many-errors": "Zu vieles, was diese Seite gesendet hat, war fehlerhaft. Laden Sie die Seite neu.",
  "login-required":
    "Sie haben sich angemeldet, aber dieser Browser behält keine Cookies für diese Seite. Erlauben Sie sie und laden " +
    "Sie neu.",
  "login-expired":
    "Sie sind nicht mehr angemeldet. Ihr Anruf läuft weiter; melden Sie sich wieder an, damit andere Sie noch " +
    "erreichen.",
  "sign-in": "Anmelden",
  closed: "Der Server hat den Anruf beendet.",
  left: "Sie haben den Anruf verlassen.",
  alone: "Noch ist niemand da. Schicken Sie den Link denen, die Sie sehen möchten.",
  "link-copied": "Der Link ist kopiert. Schicken Sie ihn denen, die Sie sehen möchten.",
  "link-selected": "Drücken Sie Strg+C, um den Link zu kopieren.",
  you: "{name} (Sie)",
  "camera-ok": "Kamera: funktioniert.",
  "microphone-ok": "Mikrofon: funktioniert.",
  "encoding-ok": "Kodierung: {codec}, Bilder werden kodiert und dekodiert.",
  "encoding-failed":
    "Kodierung: Es wurde kein Bild kodiert und dekodiert. Versuchen Sie einen anderen Browser oder aktualisieren Sie " +
    "diesen.",
  "connection-ok": "Peer-Verbindung: funktioniert.",
  "connection-failed":
    "Peer-Verbindung: Binnen {seconds} Sekunden kam keine zustande. Eine Firewall oder eine Richtlinie oder " +
    "Erweiterung des Browsers verbietet sie vielleicht.",
  "camera-failed": "Kamera: {problem}",
  "microphone-failed": "Mikrofon: {problem}",
  "self-test-ok": "Dieser Computer ist bereit für Anrufe.",
  "self-test-failed": "Etwas funktioniert noch nicht. Oben steht, was zu tun ist.",

  "Your picture": "Ihr Bild",
  "No picture": "Kein Bild",
  "Volume of the microphone": "Lautstärke des Mikrofons",
  Microphone: "Mikrofon",
  Camera: "Kamera",
  Settings: "Einstellungen",
  "See and hear each other, browser to browser. Nothing leaves the building.":
    "Sehen und hören Sie einander, von Browser zu Browser. Nichts verlässt das Haus.",
  "Your name": "Ihr Name",
  "How the others know you": "Wie die anderen Sie kennen",
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
    "Was hier geschrieben wird, geht von Browser zu Browser. Wer später beitritt, bekommt die letzten Nachrichten " +
    "auch.",
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
  "Keyboard shortcuts": "Tastenkürzel",
  Speaker: "Lautsprecher",
  Language: "Sprache",
  Colours: "Farben",
  "System default": "Systemstandard",
  Light: "Hell",
  Dark: "Dunkel",
  On: "Ein",
  Off: "Aus",
  Done: "Fertig",
  "Turn microphone on or off": "Mikrofon ein und aus",
  Space: "Leertaste",
  "Push to talk (hold)": "Sprechen, solange sie gedrückt ist",
  "Turn camera on or off": "Kamera ein und aus",
  "This list": "Diese Liste",
  "Your browser plays no sound until you click or press a key here.":
    "Ihr Browser spielt keinen Ton, bevor Sie hier klicken oder eine Taste drücken.",
  "Turn on sound": "Ton einschalten",
  Dismiss: "Ausblenden",
  Connecting: "Verbinden",
  "Move to the next corner": "In die nächste Ecke verschieben",
  "Hand raised": "Hand gehoben",
  "No connection to this person. Trying again…": "Keine Verbindung zu dieser Person. Es wird weiter versucht…",
  "Microphone off": "Mikrofon aus",
  "Signed in": "Angemeldet",
  Moderator: "Moderator",
  Progress: "Fortschritt",
  Accept: "Annehmen",
  Save: "Speichern",
  "Camera off": "Kamera aus",
  "Shares the screen": "Teilt den Bildschirm",
  "Test this computer · Visavis": "Diesen Computer testen · Visavis",
  "A call from this page to itself: two peer connections side by side, and no server between them.":
    "Ein Anruf dieser Seite bei sich selbst: zwei Peer-Verbindungen nebeneinander und kein Server dazwischen.",
  "Your camera": "Ihre Kamera",
  "The same, after the call": "Dasselbe, nach dem Anruf",
  "Camera…": "Kamera…",
  "Microphone…": "Mikrofon…",
  "Peer connection…": "Peer-Verbindung…",
  "Encoding…": "Kodierung…",
  "Testing…": "Test läuft…",
  "To the calls": "Zu den Anrufen",
  "Sign in · Visavis": "Anmelden · Visavis",
  "Sign in as you do elsewhere in this house.": "Melden Sie sich an wie sonst auch im Haus.",
  "This name and password do not go together. Try again.":
    "Name und Passwort passen nicht zusammen. Versuchen Sie es noch einmal.",
  Name: "Name",
  Password: "Passwort",
  "Sign in": "Anmelden",
};
