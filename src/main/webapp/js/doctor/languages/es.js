// Spanish

/** @type {Record<string, string>} */
export default {
  "outcome/waiting": "En espera",
  "outcome/running": "Probando…",
  "outcome/good": "Bien",
  "outcome/warning": "Aviso",
  "outcome/failed": "Problema",
  "outcome/skipped": "Sin probar",
  "summary/running": "Prueba {number} de {count}: {title}",
  "summary/good": "Este equipo está listo para las llamadas.",
  "summary/partly": "Todo lo que se pudo probar funciona. La conexión con el servidor no se pudo probar.",
  "summary/skipped": "No se pudo probar nada.",
  "summary/warning": "Este equipo está listo para las llamadas. Un aviso abajo dice qué hay que vigilar.",
  "summary/failed": "Algo no funciona. Vea abajo qué significa y quién puede arreglarlo.",
  copied: "Informe copiado.",
  fixers: "Quién puede arreglarlo: {list}.",
  "fixer/you": "usted",
  "fixer/administrator": "el administrador de Visavis",
  "fixer/network": "el administrador de su red y su equipo",
  "any/broken": "Esta prueba se interrumpió. Pruebe de nuevo; si no sirve, envíe el informe a su administrador.",

  "secure/title": "Página segura",
  "secure/good": "La página llegó de forma segura, así que el navegador puede darle cámara y micrófono.",
  "secure/plain":
    "La página llegó por HTTP sin cifrar. Los navegadores no le dan entonces ni cámara ni micrófono, y los demás no le ven " +
    "ni le oyen. Visavis necesita HTTPS.",
  "secure/plain-elsewhere":
    "La página llegó por HTTP sin cifrar. Los navegadores no le dan entonces ni cámara ni micrófono, y los demás no le ven " +
    "ni le oyen. Ábrala por HTTPS.",
  "secure/link": "Abrir por HTTPS",

  "browser/title": "Navegador",
  "browser/good": "Este navegador admite videollamadas.",
  "browser/unsupported":
    "Este navegador no admite videollamadas, o una directiva o extensión ha desactivado WebRTC. Ninguna llamada funciona. " +
    "Use una versión actual de Firefox, Chrome, Edge o Safari.",

  "policies/title": "Permisos de la página",
  "policies/good": "Nada impide que esta página pida cámara, micrófono y pantalla.",
  "policies/unknown": "Este navegador no lo dice.",
  "policies/frame":
    "La página que rodea a esta no le permite usar: {features}. Los demás no los reciben de usted. Abra esta página en una " +
    "ventana propia.",
  "policies/header":
    "Una cabecera Permissions-Policy prohíbe a esta página usar: {features}. Los demás no los reciben de usted. Visavis los " +
    "permite, así que un proxy intermedio ha sustituido la cabecera.",

  "camera/title": "Cámara",
  "camera/good": "La cámara funciona.",
  "camera/insecure": "Los navegadores no dan cámara a una página que no es segura.",
  "camera/refused":
    "El navegador o el sistema bloquea su cámara: los demás no le ven. Permítala junto a la dirección de esta página y en " +
    "los ajustes del sistema, y pruebe de nuevo.",
  "camera/absent": "No se encontró ninguna cámara: los demás no le ven. Conecte una y pruebe de nuevo.",
  "camera/busy": "Otro programa está usando su cámara: los demás no le ven. Ciérrelo y pruebe de nuevo.",
  "camera/gone": "La cámara se desconectó: los demás no le ven. Conecte una y pruebe de nuevo.",
  "camera/muted":
    "El sistema o un botón del dispositivo ha apagado la cámara: los demás no le ven. Enciéndala allí.",
  "camera/embedding":
    "La página que rodea a esta no le permite usar su cámara: los demás no le ven. Abra esta página en una ventana propia.",

  "microphone/title": "Micrófono",
  "microphone/good": "El micrófono funciona.",
  "microphone/insecure": "Los navegadores no dan micrófono a una página que no es segura.",
  "microphone/refused":
    "El navegador o el sistema bloquea su micrófono: los demás no le oyen. Permítalo junto a la dirección de esta página y " +
    "en los ajustes del sistema, y pruebe de nuevo.",
  "microphone/absent": "No se encontró ningún micrófono: los demás no le oyen. Conecte uno y pruebe de nuevo.",
  "microphone/busy": "Otro programa está usando su micrófono: los demás no le oyen. Ciérrelo y pruebe de nuevo.",
  "microphone/gone": "El micrófono se desconectó: los demás no le oyen. Conecte uno y pruebe de nuevo.",
  "microphone/muted":
    "El sistema o un botón del dispositivo ha silenciado el micrófono: los demás no le oyen. Actívelo allí.",
  "microphone/embedding":
    "La página que rodea a esta no le permite usar su micrófono: los demás no le oyen. Abra esta página en una ventana " +
    "propia.",

  "connection/title": "Conexión dentro de este equipo",
  "connection/good": "Dos conexiones de esta página se alcanzan.",
  "connection/unsupported": "Este navegador no admite videollamadas.",
  "connection/failed":
    "Dos conexiones de esta página no se alcanzaron en {seconds} segundos, así que ninguna llamada funciona. Lo prohíbe un " +
    "cortafuegos de este equipo, o una directiva o extensión del navegador.",
  "connection/no-candidates":
    "El navegador no ofrece ninguna dirección para llamadas, así que ninguna funciona. Este equipo no tiene red, o una " +
    "directiva o extensión del navegador lo prohíbe.",

  "encoding/title": "Vídeo",
  "encoding/good": "El vídeo se codifica y descodifica con {codec}. Este navegador tiene {codecs}.",
  "encoding/unconnected": "No había conexión por la que enviar vídeo.",
  "encoding/failed":
    "No se codificó ni descodificó vídeo: usted no ve a nadie y nadie le ve. Pruebe con otro navegador o actualice este.",

  "server/title": "Servidor",
  "server/good": "El servidor responde y acepta llamadas. Es Visavis {version}.",
  "server/unreachable":
    "El servidor no responde: nadie puede unirse a una llamada. Está parado, o la red no lleva hasta él.",
  "server/strange":
    "Respondió algo que no es Visavis: nadie puede unirse a una llamada. Hay de por medio un proxy o la página de acceso de " +
    "la red.",
  "server/not-ready":
    "Visavis {version} responde, pero ahora no acepta llamadas. Se está deteniendo o no le queda memoria.",

  "certificate/title": "Certificado",
  "certificate/good": "El certificado del servidor es válido hasta el {date}.",
  "certificate/none": "La página llegó sin certificado.",
  "certificate/unknown":
    "El navegador ha aceptado el certificado. Es de un proxy o un contenedor, así que Visavis no sabe cuándo caduca.",
  "certificate/ends-soon":
    "El certificado del servidor caduca el {date}. A partir de entonces los navegadores avisan de esta página.",
  "certificate/expired":
    "El certificado del servidor caducó el {date}. Los navegadores avisan de esta página y no es posible unirse a llamadas.",

  "clock/title": "Reloj",
  "clock/good": "Los relojes de este equipo y del servidor coinciden.",
  "clock/unknown": "El servidor no responde.",
  "clock/differs":
    "Los relojes de este equipo y del servidor difieren en {difference}. Los certificados y las credenciales de los relés " +
    "valen por un tiempo, y un reloj equivocado los rechaza. Póngalo en hora.",

  "sign-in/title": "Inicio de sesión",
  "sign-in/good": "Ha iniciado sesión.",
  "sign-in/open": "Este servidor no pide a nadie que inicie sesión.",
  "sign-in/token": "La gente se une con una invitación (un token), que esta página no tiene.",
  "sign-in/unknown": "El servidor no responde.",
  "sign-in/needed":
    "No ha iniciado sesión, así que el servidor no le deja entrar en ninguna llamada. Inicie sesión y pruebe de nuevo.",
  "sign-in/link": "Iniciar sesión",

  "signaling/title": "Conexión con el servidor",
  "signaling/good": "El servidor deja entrar a esta página en llamadas.",
  "signaling/unreachable": "El servidor no responde.",
  "signaling/not-admitted": "Solo puede unirse a llamadas con una invitación o un permiso que esta página no tiene.",
  "signaling/draining":
    "El servidor se reiniciará en breve y no deja entrar a nadie más en una llamada. Las llamadas en curso continúan. " +
    "Pruebe de nuevo en unos minutos.",
  "signaling/refused": "El servidor no deja entrar a esta página en una llamada ({code}).",
  "signaling/origin":
    "El servidor rechaza llamadas de {origin}, pues ve el host «{host}». Nadie puede unirse desde esta dirección. El proxy " +
    "intermedio debe pasar la cabecera Host, o visavis.allowed.origins debe nombrar la dirección.",
  "signaling/upgrade":
    "El servidor responde, pero no se abre ningún WebSocket hacia él. Nadie puede unirse a una llamada. El proxy intermedio " +
    "no pasa el cambio a WebSocket.",
  "signaling/filtered":
    "El servidor responde, pero no se abre ningún WebSocket hacia él. Usted no puede unirse a una llamada. Un proxy, un " +
    "cortafuegos o un antivirus bloquea los WebSockets.",
  "signaling/mute":
    "Se abre una conexión con el servidor, pero no pasa ningún mensaje. Usted no puede unirse a una llamada. Un proxy, un " +
    "cortafuegos o un antivirus los retiene.",

  "stun/title": "STUN",
  "stun/good": "{url} dice su dirección a este navegador.",
  "stun/none": "El servidor no nombra ningún servidor STUN. En una red plana las llamadas no lo necesitan.",
  "stun/unconnected": "El servidor no nombró ningún servidor STUN, pues esta página no pudo entrar.",
  "stun/loopback":
    "El servidor STUN de Visavis solo responde en su propio equipo. Quizá no se alcance a quienes no tienen cámara o están " +
    "tras una traducción de direcciones. Configure visavis.stun.host.",
  "stun/unresolved":
    "{url} tiene un nombre sin dirección. Quizá no se alcance a quienes no tienen cámara o están tras una traducción de " +
    "direcciones.",
  "stun/unreachable":
    "{url} no responde. Quizá no se alcance a quienes no tienen cámara o están tras una traducción de direcciones. El " +
    "servidor no está ahí, o un cortafuegos bloquea este puerto UDP.",
  "stun/udp-blocked":
    "{url} no responde, pero otros servidores responden por TCP: un cortafuegos bloquea UDP. Las llamadas necesitan un relé " +
    "TURN por TCP y tienen más retraso.",

  "turn/title": "TURN",
  "turn/good": "{url} retransmite. Un mensaje fue y volvió en {time}.",
  "turn/none":
    "El servidor no nombra ningún relé TURN. En una red plana las llamadas no lo necesitan; a través de cortafuegos, sí.",
  "turn/unconnected": "El servidor no nombró ningún relé TURN, pues esta página no pudo entrar.",
  "turn/refused":
    "{url} rechaza las credenciales de Visavis y no retransmite nada: las llamadas a través de cortafuegos fallan. " +
    "visavis.turn.secret no es el secreto del relé, o sus relojes difieren.",
  "turn/unresolved": "{url} tiene un nombre sin dirección: las llamadas a través de cortafuegos fallan.",
  "turn/unreachable":
    "{url} no responde: las llamadas a través de cortafuegos fallan. El relé no funciona, o un cortafuegos bloquea su puerto.",
  "turn/udp-blocked":
    "{url} no responde, pero otros servidores responden por TCP: un cortafuegos bloquea UDP. Las llamadas van por TCP y " +
    "tienen más retraso.",
  "turn/tls":
    "{url} no responde por TLS, aunque el relé está ahí: las llamadas a través de cortafuegos estrictos fallan. Este equipo " +
    "no confía en su certificado, el certificado ha caducado, o el puerto está cerrado.",
  "turn/stuck":
    "{url} ofrece un camino, pero nada pasa por él: las llamadas a través de cortafuegos fallan. Un cortafuegos bloquea los " +
    "puertos UDP del relé, o su denied-peer-ip lo prohíbe.",

  "idle/title": "Conexión en silencio",
  "idle/good":
    "Una conexión en silencio con el servidor sigue abierta {seconds} segundos, más de lo que calla nunca una llamada.",
  "idle/unconnected": "No había conexión con el servidor.",
  "idle/cut":
    "Una conexión con el servidor se cortó tras {seconds} segundos de silencio. Las llamadas la pierden una y otra vez. Un " +
    "proxy intermedio necesita un tiempo de lectura mayor, como 60 segundos.",

  "Test this computer · Visavis": "Probar este equipo · Visavis",
  "Checks all that a call needs, from your camera to the servers. Takes some 20 seconds, and records nothing.":
    "Comprueba todo lo que necesita una llamada, de su cámara a los servidores. Tarda unos 20 segundos y no graba nada.",
  "Testing…": "Probando…",
  "Test again": "Probar de nuevo",
  "Copy report": "Copiar informe",
  "Download report": "Descargar informe",
  "Start a call": "Iniciar una llamada",
  "Your camera": "Su cámara",
  "As others see you": "Como le ven los demás",
};
