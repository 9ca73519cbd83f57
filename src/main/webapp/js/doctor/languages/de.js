// German

/** @type {Record<string, string>} */
export default {
  "outcome/waiting": "Wartet",
  "outcome/running": "Test läuft…",
  "outcome/good": "OK",
  "outcome/warning": "Warnung",
  "outcome/failed": "Problem",
  "outcome/skipped": "Nicht getestet",
  "summary/running": "Test {number} von {count}: {title}",
  "summary/good": "Dieser Computer ist bereit für Anrufe.",
  "summary/partly": "Alles, was getestet werden konnte, funktioniert. Die Verbindung zum Server konnte es nicht.",
  "summary/skipped": "Nichts konnte getestet werden.",
  "summary/warning": "Dieser Computer ist bereit für Anrufe. Eine Warnung unten sagt, worauf zu achten ist.",
  "summary/failed": "Etwas funktioniert nicht. Unten steht, was es bedeutet und wer es beheben kann.",
  copied: "Bericht kopiert.",
  fixers: "Wer es beheben kann: {list}.",
  "fixer/you": "Sie",
  "fixer/administrator": "der Administrator von Visavis",
  "fixer/network": "der Administrator Ihres Netzwerks und Computers",
  "any/broken":
    "Dieser Test ist abgebrochen. Testen Sie noch einmal; hilft das nicht, senden Sie den Bericht an Ihren Administrator.",

  "secure/title": "Sichere Seite",
  "secure/good": "Die Seite kam auf sicherem Weg, sodass der Browser ihr Kamera und Mikrofon geben darf.",
  "secure/plain":
    "Die Seite kam über einfaches HTTP. Browser geben ihr dann weder Kamera noch Mikrofon, und andere sehen und hören " +
    "Sie nicht. Visavis braucht HTTPS.",
  "secure/plain-elsewhere":
    "Die Seite kam über einfaches HTTP. Browser geben ihr dann weder Kamera noch Mikrofon, und andere sehen und hören " +
    "Sie nicht. Öffnen Sie die Seite über HTTPS.",
  "secure/link": "Über HTTPS öffnen",

  "browser/title": "Browser",
  "browser/good": "Dieser Browser unterstützt Videoanrufe.",
  "browser/unsupported":
    "Dieser Browser unterstützt keine Videoanrufe, oder eine Richtlinie oder Erweiterung hat WebRTC abgeschaltet. Kein " +
    "Anruf funktioniert. Verwenden Sie eine aktuelle Version von Firefox, Chrome, Edge oder Safari.",

  "policies/title": "Berechtigungen der Seite",
  "policies/good": "Nichts hindert diese Seite, nach Kamera, Mikrofon und Bildschirm zu fragen.",
  "policies/unknown": "Dieser Browser sagt es nicht.",
  "policies/frame":
    "Die Seite um diese herum erlaubt ihr nicht: {features}. Andere bekommen sie nicht von Ihnen. Öffnen Sie diese Seite " +
    "in einem eigenen Fenster.",
  "policies/header":
    "Ein Header Permissions-Policy verbietet dieser Seite: {features}. Andere bekommen sie nicht von Ihnen. Visavis selbst " +
    "erlaubt sie, also hat ein vorgeschalteter Proxy den Header ersetzt.",

  "camera/title": "Kamera",
  "camera/good": "Die Kamera funktioniert.",
  "camera/insecure": "Browser geben einer Seite, die nicht sicher ist, keine Kamera.",
  "camera/refused":
    "Der Browser oder das System blockiert Ihre Kamera: Andere sehen Sie nicht. Erlauben Sie sie neben der Adresse dieser " +
    "Seite und in den Systemeinstellungen, dann testen Sie noch einmal.",
  "camera/absent": "Keine Kamera gefunden: Andere sehen Sie nicht. Schließen Sie eine an, dann testen Sie noch einmal.",
  "camera/busy":
    "Ein anderes Programm verwendet Ihre Kamera: Andere sehen Sie nicht. Schließen Sie es, dann testen Sie noch einmal.",
  "camera/gone": "Die Kamera wurde getrennt: Andere sehen Sie nicht. Schließen Sie eine an, dann testen Sie noch einmal.",
  "camera/muted":
    "Das System oder eine Taste am Gerät hat die Kamera ausgeschaltet: Andere sehen Sie nicht. Schalten Sie sie dort ein.",
  "camera/embedding":
    "Die Seite um diese herum erlaubt ihr Ihre Kamera nicht: Andere sehen Sie nicht. Öffnen Sie diese Seite in einem " +
    "eigenen Fenster.",

  "microphone/title": "Mikrofon",
  "microphone/good": "Das Mikrofon funktioniert.",
  "microphone/insecure": "Browser geben einer Seite, die nicht sicher ist, kein Mikrofon.",
  "microphone/refused":
    "Der Browser oder das System blockiert Ihr Mikrofon: Andere hören Sie nicht. Erlauben Sie es neben der Adresse dieser " +
    "Seite und in den Systemeinstellungen, dann testen Sie noch einmal.",
  "microphone/absent":
    "Kein Mikrofon gefunden: Andere hören Sie nicht. Schließen Sie eines an, dann testen Sie noch einmal.",
  "microphone/busy":
    "Ein anderes Programm verwendet Ihr Mikrofon: Andere hören Sie nicht. Schließen Sie es, dann testen Sie noch einmal.",
  "microphone/gone":
    "Das Mikrofon wurde getrennt: Andere hören Sie nicht. Schließen Sie eines an, dann testen Sie noch einmal.",
  "microphone/muted":
    "Das System oder eine Taste am Gerät hat das Mikrofon stummgeschaltet: Andere hören Sie nicht. Heben Sie es dort auf.",
  "microphone/embedding":
    "Die Seite um diese herum erlaubt ihr Ihr Mikrofon nicht: Andere hören Sie nicht. Öffnen Sie diese Seite in einem " +
    "eigenen Fenster.",

  "connection/title": "Verbindung in diesem Computer",
  "connection/good": "Zwei Verbindungen dieser Seite erreichen einander.",
  "connection/unsupported": "Dieser Browser unterstützt keine Videoanrufe.",
  "connection/failed":
    "Zwei Verbindungen dieser Seite haben einander in {seconds} Sekunden nicht erreicht, also funktioniert kein Anruf. Eine " +
    "Firewall auf diesem Computer oder eine Richtlinie oder Erweiterung des Browsers verbietet es.",
  "connection/no-candidates":
    "Der Browser nennt keine Adresse für Anrufe, also funktioniert kein Anruf. Dieser Computer hat kein Netzwerk, oder eine " +
    "Richtlinie oder Erweiterung des Browsers verbietet es.",

  "encoding/title": "Video",
  "encoding/good": "Video wird mit {codec} kodiert und dekodiert. Dieser Browser hat {codecs}.",
  "encoding/unconnected": "Es gab keine Verbindung, um Video zu senden.",
  "encoding/failed":
    "Kein Video wurde kodiert und dekodiert: Sie sehen niemanden, und niemand sieht Sie. Versuchen Sie es mit einem anderen " +
    "Browser oder aktualisieren Sie diesen.",

  "server/title": "Server",
  "server/good": "Der Server antwortet und nimmt Anrufe an. Es ist Visavis {version}.",
  "server/unreachable":
    "Der Server antwortet nicht: Niemand kann einem Anruf beitreten. Er läuft nicht, oder das Netzwerk führt nicht zu ihm.",
  "server/strange":
    "Etwas anderes als Visavis hat geantwortet: Niemand kann einem Anruf beitreten. Ein Proxy oder die Anmeldeseite des " +
    "Netzwerks steht dazwischen.",
  "server/not-ready":
    "Visavis {version} antwortet, nimmt aber gerade keine Anrufe an. Es hält an oder hat keinen Speicher mehr.",

  "certificate/title": "Zertifikat",
  "certificate/good": "Das Zertifikat des Servers gilt bis {date}.",
  "certificate/none": "Die Seite kam ohne Zertifikat.",
  "certificate/unknown":
    "Der Browser hat das Zertifikat angenommen. Es gehört einem Proxy oder Container, also weiß Visavis nicht, wann es " +
    "abläuft.",
  "certificate/ends-soon": "Das Zertifikat des Servers läuft am {date} ab. Dann warnen Browser vor dieser Seite.",
  "certificate/expired":
    "Das Zertifikat des Servers ist am {date} abgelaufen. Browser warnen vor dieser Seite, und man kann Anrufen nicht " +
    "beitreten.",

  "clock/title": "Uhr",
  "clock/good": "Die Uhren dieses Computers und des Servers stimmen überein.",
  "clock/unknown": "Der Server antwortet nicht.",
  "clock/differs":
    "Die Uhren dieses Computers und des Servers weichen um {difference} voneinander ab. Zertifikate und Zugangsdaten für " +
    "Relays gelten für eine Zeit und werden nach einer falschen Uhr abgelehnt. Stellen Sie sie richtig.",

  "sign-in/title": "Anmeldung",
  "sign-in/good": "Sie sind angemeldet.",
  "sign-in/open": "Dieser Server verlangt keine Anmeldung.",
  "sign-in/token": "Man tritt mit einer Einladung (einem Token) bei, und diese Seite hat keine.",
  "sign-in/unknown": "Der Server antwortet nicht.",
  "sign-in/needed":
    "Sie sind nicht angemeldet, also lässt der Server Sie in keinen Anruf. Melden Sie sich an, dann testen Sie noch einmal.",
  "sign-in/link": "Anmelden",

  "signaling/title": "Verbindung zum Server",
  "signaling/good": "Der Server lässt diese Seite in Anrufe.",
  "signaling/unreachable": "Der Server antwortet nicht.",
  "signaling/not-admitted": "In Anrufe kommen Sie nur mit einer Einladung oder einem Recht, die diese Seite nicht hat.",
  "signaling/draining":
    "Der Server wird in Kürze neu gestartet und lässt niemanden neu in einen Anruf. Laufende Anrufe gehen weiter. Testen " +
    "Sie in einigen Minuten erneut.",
  "signaling/refused": "Der Server lässt diese Seite nicht in einen Anruf ({code}).",
  "signaling/origin":
    "Der Server lehnt Anrufe von {origin} ab, denn er sieht den Host „{host}“. Niemand kann von dieser Adresse beitreten. " +
    "Der vorgeschaltete Proxy muss den Header Host weitergeben, oder visavis.allowed.origins muss die Adresse nennen.",
  "signaling/upgrade":
    "Der Server antwortet, aber kein WebSocket zu ihm öffnet sich. Niemand kann einem Anruf beitreten. Der vorgeschaltete " +
    "Proxy gibt das Upgrade zu WebSocket nicht weiter.",
  "signaling/filtered":
    "Der Server antwortet, aber kein WebSocket zu ihm öffnet sich. Sie können keinem Anruf beitreten. Ein Proxy, eine " +
    "Firewall oder ein Virenscanner blockiert WebSockets.",
  "signaling/mute":
    "Eine Verbindung zum Server öffnet sich, aber keine Nachricht kommt hindurch. Sie können keinem Anruf beitreten. Ein " +
    "Proxy, eine Firewall oder ein Virenscanner hält sie zurück.",

  "stun/title": "STUN",
  "stun/good": "{url} nennt diesem Browser seine Adresse.",
  "stun/none": "Der Server nennt keinen STUN-Server. In einem flachen Netzwerk brauchen Anrufe keinen.",
  "stun/unconnected": "Der Server hat keinen STUN-Server genannt, da diese Seite nicht beitreten konnte.",
  "stun/loopback":
    "Der STUN-Server von Visavis antwortet nur auf seinem eigenen Computer. Wer keine Kamera hat oder hinter einer " +
    "Adressübersetzung sitzt, ist vielleicht nicht erreichbar. Setzen Sie visavis.stun.host.",
  "stun/unresolved":
    "{url} hat einen Namen ohne Adresse. Wer keine Kamera hat oder hinter einer Adressübersetzung sitzt, ist vielleicht " +
    "nicht erreichbar.",
  "stun/unreachable":
    "{url} antwortet nicht. Wer keine Kamera hat oder hinter einer Adressübersetzung sitzt, ist vielleicht nicht " +
    "erreichbar. Der Server ist nicht da, oder eine Firewall blockiert diesen UDP-Port.",
  "stun/udp-blocked":
    "{url} antwortet nicht, andere Server antworten aber über TCP: Eine Firewall blockiert UDP. Anrufe brauchen ein " +
    "TURN-Relay über TCP und sind stärker verzögert.",

  "turn/title": "TURN",
  "turn/good": "{url} leitet weiter. Eine Nachricht ging in {time} hin und zurück.",
  "turn/none":
    "Der Server nennt kein TURN-Relay. In einem flachen Netzwerk brauchen Anrufe keines, durch Firewalls schon.",
  "turn/unconnected": "Der Server hat kein TURN-Relay genannt, da diese Seite nicht beitreten konnte.",
  "turn/refused":
    "{url} lehnt die Zugangsdaten von Visavis ab und leitet nichts weiter: Anrufe durch Firewalls scheitern. " +
    "visavis.turn.secret ist nicht das Geheimnis des Relays, oder die Uhren weichen voneinander ab.",
  "turn/unresolved": "{url} hat einen Namen ohne Adresse: Anrufe durch Firewalls scheitern.",
  "turn/unreachable":
    "{url} antwortet nicht: Anrufe durch Firewalls scheitern. Das Relay läuft nicht, oder eine Firewall blockiert seinen " +
    "Port.",
  "turn/udp-blocked":
    "{url} antwortet nicht, andere Server antworten aber über TCP: Eine Firewall blockiert UDP. Anrufe gehen über TCP und " +
    "sind stärker verzögert.",
  "turn/tls":
    "{url} antwortet nicht über TLS, obwohl das Relay da ist: Anrufe durch strenge Firewalls scheitern. Dieser Computer " +
    "vertraut dem Zertifikat nicht, das Zertifikat ist abgelaufen, oder der Port ist geschlossen.",
  "turn/stuck":
    "{url} bietet einen Weg an, aber nichts kommt hindurch: Anrufe durch Firewalls scheitern. Eine Firewall blockiert die " +
    "UDP-Ports des Relays, oder sein denied-peer-ip verbietet es.",

  "idle/title": "Stille Verbindung",
  "idle/good":
    "Eine stille Verbindung zum Server bleibt {seconds} Sekunden offen, länger als ein Anruf je still ist.",
  "idle/unconnected": "Es gab keine Verbindung zum Server.",
  "idle/cut":
    "Eine Verbindung zum Server wurde nach {seconds} Sekunden Stille beendet. Anrufe verlieren sie immer wieder. Ein " +
    "vorgeschalteter Proxy braucht einen längeren Read-Timeout, etwa 60 Sekunden.",

  "Test this computer · Visavis": "Diesen Computer testen · Visavis",
  "Checks all that a call needs, from your camera to the servers. Takes some 20 seconds, and records nothing.":
    "Prüft alles, was ein Anruf braucht, von Ihrer Kamera bis zu den Servern. Dauert etwa 20 Sekunden und zeichnet nichts auf.",
  "Testing…": "Test läuft…",
  "Test again": "Noch einmal testen",
  "Copy report": "Bericht kopieren",
  "Download report": "Bericht herunterladen",
  "Start a call": "Anruf starten",
  "Your camera": "Ihre Kamera",
  "As others see you": "So sehen andere Sie",
};
