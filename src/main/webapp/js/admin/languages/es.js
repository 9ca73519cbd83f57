// What the administrator's page says; see en.js.

/** @type {Record<string, string>} by code; `{…}` stands for a value */
export default {
  live: "En directo",
  unreachable: "El servidor no responde. Intentando de nuevo…",
  "login-required-login": "Inicie sesión con una cuenta que tenga el rol visavis-admin.",
  "login-required-link":
    "Abra el enlace que Visavis mostró al arrancar, o el del archivo admin-link de su carpeta de datos. Cada " +
    "enlace sirve una vez.",
  "not-administrator": "Esta cuenta no tiene el rol visavis-admin. Cierre la sesión y entre con otra.",
  insecure:
    "Otras personas de la red podrían leer estos datos. Abra esta página por HTTPS o en el propio servidor. Un " +
    "proxy con HTTPS debe enviar X-Forwarded-Proto.",
  "link-invalid":
    "Este enlace ya se usó o tiene más de una hora. El siguiente está en el archivo admin-link de la carpeta " +
    "de datos de Visavis.",
  "too-many-attempts": "Se han probado demasiados enlaces erróneos. Espere un minuto e inténtelo de nuevo.",
  rooms: "Salas",
  people: "Personas",
  connections: "Conexiones",
  memory: "Memoria",
  errors: "Errores de la última hora",
  "running-since": "En marcha desde",
  container: "Contenedor",
  system: "Sistema",
  certificate: "Certificado",
  "certificate-until": "{subject}, hasta {time}",
  ice: "Servidores STUN y TURN",
  "relay-only": "Todos los medios pasan por un relé.",
  "check-works": "funciona desde aquí",
  "check-unreachable": "no responde: ¿está en marcha, es correcto el nombre, lo bloquea un cortafuegos?",
  "check-untrusted": "aquí no se confía en su certificado",
  "check-credential-refused": "rechaza las credenciales: compare los secretos y los relojes de los dos servidores",
  "check-no-relay": "conoce las credenciales, pero no da dirección de retransmisión: consulte su registro",
  "check-not-checked": "no se puede probar desde aquí: TURN sobre DTLS",
  none: "Ninguno",
  "no-rooms": "Nadie está en una llamada.",
  "no-match": "Ninguna sala tiene eso en el nombre.",
  "more-rooms": "Se muestran {shown} de {matching} salas. Escriba una parte del nombre para encontrar otras.",
  since: "desde {time}",
  verified: "identificado",
  moderator: "moderación",
  away: "conexión perdida",
  "announce-to": "Mensaje para todos en {room}",
  "announce-to-all": "Mensaje para todos",
  "close-room": "¿Cerrar la sala {room}?",
  drain: "Vaciar el servidor",
  "drain-end": "Volver a admitir",
  draining:
    "El servidor se está vaciando: las llamadas continúan, quien llega debe esperar y los balanceadores " +
    "ven que no está listo.",
  "not-draining": "Antes de reiniciar, vacíe el servidor: las llamadas continúan y quien llega debe esperar.",
  "not-done": "El servidor no responde. Inténtelo de nuevo.",
  "no-such-room": "Ya no hay nadie en esta sala.",
  "origin-option": "línea de comandos",
  "origin-system_property": "propiedad del sistema",
  "origin-environment": "variable de entorno",
  "origin-file": "visavis.properties",
  "origin-context_parameter": "parámetro de contexto",
  "origin-launcher": "valor predeterminado de java -jar",
  "origin-default": "valor predeterminado",

  "Administrator · Visavis": "Administración · Visavis",
  "Administrator": "Administración",
  "Rooms": "Salas",
  "Find a room": "Buscar una sala",
  "Errors of the last hour": "Errores de la última hora",
  "Server": "Servidor",
  "Settings in force": "Ajustes en vigor",
  "Message to all…": "Mensaje para todos…",
  "Message…": "Mensaje…",
  "Close…": "Cerrar…",
  "Everybody there reads this at once:": "Todos lo leerán al momento:",
  "Everybody is sent out at once. Whoever may enter the room can come back.":
    "Todos salen de inmediato. Quien pueda entrar en la sala puede volver.",
  "Close the room": "Cerrar la sala",
  "Test STUN and TURN": "Probar STUN y TURN",
};
