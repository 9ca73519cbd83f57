// What the administrator's page says; see en.js.

/** @type {Record<string, string>} by code; `{…}` stands for a value */
export default {
  live: "En direct",
  unreachable: "Le serveur ne répond pas. Nouvel essai…",
  "login-required-login": "Connectez-vous avec un compte qui a le rôle visavis-admin.",
  "login-required-link":
    "Ouvrez le lien que Visavis a affiché au démarrage, ou celui du fichier admin-link dans son dossier de " +
    "données. Chaque lien sert une fois.",
  "not-administrator": "Ce compte n'a pas le rôle visavis-admin. Déconnectez-vous, puis utilisez un autre compte.",
  insecure:
    "D'autres personnes sur le réseau pourraient lire ces données. Ouvrez cette page en HTTPS, ou sur le " +
    "serveur lui-même. Un proxy qui a HTTPS doit envoyer X-Forwarded-Proto.",
  "link-invalid":
    "Ce lien a déjà servi ou date de plus d'une heure. Le suivant est dans le fichier admin-link du dossier de " +
    "données de Visavis.",
  "too-many-attempts": "Trop de liens erronés ont été essayés. Attendez une minute, puis réessayez.",
  rooms: "Salles",
  people: "Personnes",
  connections: "Connexions",
  memory: "Mémoire",
  errors: "Erreurs de la dernière heure",
  "running-since": "En marche depuis",
  container: "Conteneur",
  system: "Système",
  certificate: "Certificat",
  "certificate-until": "{subject}, jusqu’au {time}",
  ice: "Serveurs STUN et TURN",
  "relay-only": "Tous les médias passent par un relais.",
  "check-works": "fonctionne d’ici",
  "check-unreachable": "ne répond pas : tourne-t-il, le nom est-il juste, un pare-feu le bloque-t-il ?",
  "check-untrusted": "son certificat n’est pas reconnu ici",
  "check-credential-refused": "refuse les identifiants : comparez les secrets et les horloges des deux serveurs",
  "check-no-relay": "connaît les identifiants mais ne donne pas d’adresse de relais : consultez son journal",
  "check-not-checked": "ne peut être testé d’ici : TURN sur DTLS",
  none: "Aucune",
  "no-rooms": "Personne n'est en appel.",
  "no-match": "Aucune salle n'a cela dans son nom.",
  "more-rooms": "{shown} salles sur {matching} sont affichées. Saisissez une partie du nom pour trouver les autres.",
  since: "depuis {time}",
  verified: "identifié",
  moderator: "modération",
  away: "connexion perdue",
  "announce-to": "Message à tous dans {room}",
  "announce-to-all": "Message à tous",
  "close-room": "Fermer la salle {room} ?",
  drain: "Vider le serveur",
  "drain-end": "Accueillir de nouveau",
  draining:
    "Le serveur se vide : les appels continuent, les nouveaux venus doivent attendre, et les " +
    "répartiteurs de charge voient qu’il n’est pas prêt.",
  "not-draining":
    "Avant un redémarrage, videz le serveur : les appels continuent, les nouveaux venus doivent " +
    "attendre.",
  "not-done": "Le serveur ne répond pas. Réessayez.",
  "no-such-room": "Il n’y a plus personne dans cette salle.",
  "origin-option": "ligne de commande",
  "origin-system_property": "propriété système",
  "origin-environment": "variable d'environnement",
  "origin-file": "visavis.properties",
  "origin-context_parameter": "paramètre de contexte",
  "origin-launcher": "valeur par défaut de java -jar",
  "origin-default": "valeur par défaut",

  "Administrator · Visavis": "Administration · Visavis",
  "Administrator": "Administration",
  "Rooms": "Salles",
  "Find a room": "Trouver une salle",
  "Errors of the last hour": "Erreurs de la dernière heure",
  "Server": "Serveur",
  "Settings in force": "Paramètres en vigueur",
  "Message to all…": "Message à tous…",
  "Message…": "Message…",
  "Close…": "Fermer…",
  "Everybody there reads this at once:": "Tous le liront aussitôt :",
  "Everybody is sent out at once. Whoever may enter the room can come back.":
    "Tout le monde est renvoyé aussitôt. Qui peut entrer dans la salle peut revenir.",
  "Close the room": "Fermer la salle",
  "Test STUN and TURN": "Tester STUN et TURN",
};
