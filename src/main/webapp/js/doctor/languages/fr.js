// French

/** @type {Record<string, string>} */
export default {
  "outcome/waiting": "En attente",
  "outcome/running": "Test en cours…",
  "outcome/good": "OK",
  "outcome/warning": "Avertissement",
  "outcome/failed": "Problème",
  "outcome/skipped": "Non testé",
  "summary/running": "Test {number} sur {count} : {title}",
  "summary/good": "Cet ordinateur est prêt pour les appels.",
  "summary/partly": "Tout ce qui a pu être testé fonctionne. La connexion au serveur n’a pas pu l’être.",
  "summary/skipped": "Rien n’a pu être testé.",
  "summary/warning": "Cet ordinateur est prêt pour les appels. Un avertissement ci-dessous indique à quoi veiller.",
  "summary/failed": "Quelque chose ne fonctionne pas. Voyez ci-dessous ce que cela signifie et qui peut y remédier.",
  copied: "Rapport copié.",
  fixers: "Qui peut y remédier : {list}.",
  "fixer/you": "vous",
  "fixer/administrator": "l’administrateur de Visavis",
  "fixer/network": "l’administrateur de votre réseau et de votre ordinateur",
  "any/broken":
    "Ce test s’est interrompu. Recommencez ; si cela n’aide pas, envoyez le rapport à votre administrateur.",

  "secure/title": "Page sécurisée",
  "secure/good": "La page est arrivée de façon sûre, le navigateur peut donc lui donner la caméra et le micro.",
  "secure/plain":
    "La page est arrivée par simple HTTP. Les navigateurs ne lui donnent alors ni caméra ni micro, et les autres ne vous " +
    "voient ni ne vous entendent. Visavis a besoin de HTTPS.",
  "secure/plain-elsewhere":
    "La page est arrivée par simple HTTP. Les navigateurs ne lui donnent alors ni caméra ni micro, et les autres ne vous " +
    "voient ni ne vous entendent. Ouvrez-la en HTTPS.",
  "secure/link": "Ouvrir en HTTPS",

  "browser/title": "Navigateur",
  "browser/good": "Ce navigateur prend en charge les appels vidéo.",
  "browser/unsupported":
    "Ce navigateur ne prend pas en charge les appels vidéo, ou une règle ou une extension a désactivé WebRTC. Aucun appel " +
    "ne fonctionne. Utilisez une version actuelle de Firefox, Chrome, Edge ou Safari.",

  "policies/title": "Autorisations de la page",
  "policies/good": "Rien n’empêche cette page de demander la caméra, le micro et l’écran.",
  "policies/unknown": "Ce navigateur ne le dit pas.",
  "policies/frame":
    "La page qui entoure celle-ci ne lui permet pas d’utiliser : {features}. Les autres ne les reçoivent pas de vous. " +
    "Ouvrez cette page dans sa propre fenêtre.",
  "policies/header":
    "Un en-tête Permissions-Policy interdit à cette page d’utiliser : {features}. Les autres ne les reçoivent pas de vous. " +
    "Visavis les autorise, un proxy en amont a donc remplacé l’en-tête.",

  "camera/title": "Caméra",
  "camera/good": "La caméra fonctionne.",
  "camera/insecure": "Les navigateurs ne donnent pas de caméra à une page non sécurisée.",
  "camera/refused":
    "Le navigateur ou le système bloque votre caméra : les autres ne vous voient pas. Autorisez-la à côté de l’adresse de " +
    "cette page et dans les réglages du système, puis recommencez le test.",
  "camera/absent": "Aucune caméra trouvée : les autres ne vous voient pas. Branchez-en une, puis recommencez le test.",
  "camera/busy":
    "Un autre programme utilise votre caméra : les autres ne vous voient pas. Fermez-le, puis recommencez le test.",
  "camera/gone":
    "La caméra a été débranchée : les autres ne vous voient pas. Branchez-en une, puis recommencez le test.",
  "camera/muted":
    "Le système ou un bouton de l’appareil a éteint la caméra : les autres ne vous voient pas. Rallumez-la à cet endroit.",
  "camera/embedding":
    "La page qui entoure celle-ci ne lui permet pas d’utiliser votre caméra : les autres ne vous voient pas. Ouvrez cette " +
    "page dans sa propre fenêtre.",

  "microphone/title": "Micro",
  "microphone/good": "Le micro fonctionne.",
  "microphone/insecure": "Les navigateurs ne donnent pas de micro à une page non sécurisée.",
  "microphone/refused":
    "Le navigateur ou le système bloque votre micro : les autres ne vous entendent pas. Autorisez-le à côté de l’adresse " +
    "de cette page et dans les réglages du système, puis recommencez le test.",
  "microphone/absent":
    "Aucun micro trouvé : les autres ne vous entendent pas. Branchez-en un, puis recommencez le test.",
  "microphone/busy":
    "Un autre programme utilise votre micro : les autres ne vous entendent pas. Fermez-le, puis recommencez le test.",
  "microphone/gone":
    "Le micro a été débranché : les autres ne vous entendent pas. Branchez-en un, puis recommencez le test.",
  "microphone/muted":
    "Le système ou un bouton de l’appareil a coupé le micro : les autres ne vous entendent pas. Rallumez-le à cet endroit.",
  "microphone/embedding":
    "La page qui entoure celle-ci ne lui permet pas d’utiliser votre micro : les autres ne vous entendent pas. Ouvrez " +
    "cette page dans sa propre fenêtre.",

  "connection/title": "Connexion dans cet ordinateur",
  "connection/good": "Deux connexions de cette page se joignent.",
  "connection/unsupported": "Ce navigateur ne prend pas en charge les appels vidéo.",
  "connection/failed":
    "Deux connexions de cette page ne se sont pas jointes en {seconds} secondes : aucun appel ne fonctionne. Un pare-feu " +
    "de cet ordinateur, une règle ou une extension du navigateur l’interdit.",
  "connection/no-candidates":
    "Le navigateur n’offre aucune adresse pour les appels : aucun appel ne fonctionne. Cet ordinateur n’a pas de réseau, ou " +
    "une règle ou une extension du navigateur l’interdit.",

  "encoding/title": "Vidéo",
  "encoding/good": "La vidéo est encodée et décodée avec {codec}. Ce navigateur a {codecs}.",
  "encoding/unconnected": "Il n’y avait pas de connexion pour envoyer de la vidéo.",
  "encoding/failed":
    "Aucune vidéo n’a été encodée et décodée : vous ne voyez personne, et personne ne vous voit. Essayez un autre " +
    "navigateur ou mettez celui-ci à jour.",

  "server/title": "Serveur",
  "server/good": "Le serveur répond et accepte les appels. C’est Visavis {version}.",
  "server/unreachable":
    "Le serveur ne répond pas : personne ne peut rejoindre un appel. Il est arrêté, ou le réseau n’y mène pas.",
  "server/strange":
    "Autre chose que Visavis a répondu : personne ne peut rejoindre un appel. Un proxy, ou la page de connexion du réseau, " +
    "se trouve entre les deux.",
  "server/not-ready":
    "Visavis {version} répond, mais n’accepte pas d’appel pour le moment. Il s’arrête, ou n’a plus de mémoire.",

  "certificate/title": "Certificat",
  "certificate/good": "Le certificat du serveur est valable jusqu’au {date}.",
  "certificate/none": "La page est arrivée sans certificat.",
  "certificate/unknown":
    "Le navigateur a accepté le certificat. Il appartient à un proxy ou à un conteneur, Visavis ne sait donc pas quand il " +
    "expire.",
  "certificate/ends-soon":
    "Le certificat du serveur expire le {date}. À partir de là, les navigateurs mettent en garde contre cette page.",
  "certificate/expired":
    "Le certificat du serveur a expiré le {date}. Les navigateurs mettent en garde contre cette page, et on ne peut pas " +
    "rejoindre d’appel.",

  "clock/title": "Horloge",
  "clock/good": "Les horloges de cet ordinateur et du serveur concordent.",
  "clock/unknown": "Le serveur ne répond pas.",
  "clock/differs":
    "Les horloges de cet ordinateur et du serveur diffèrent de {difference}. Les certificats et les identifiants des relais " +
    "sont valables un certain temps, et une horloge fausse les refuse. Mettez-la à l’heure.",

  "sign-in/title": "Authentification",
  "sign-in/good": "Vous êtes connecté.",
  "sign-in/open": "Ce serveur ne demande à personne de se connecter.",
  "sign-in/token": "On rejoint un appel avec une invitation (un jeton), que cette page n’a pas.",
  "sign-in/unknown": "Le serveur ne répond pas.",
  "sign-in/needed":
    "Vous n’êtes pas connecté : le serveur ne vous laisse entrer dans aucun appel. Connectez-vous, puis recommencez le test.",
  "sign-in/link": "Se connecter",

  "signaling/title": "Connexion au serveur",
  "signaling/good": "Le serveur laisse cette page entrer dans les appels.",
  "signaling/unreachable": "Le serveur ne répond pas.",
  "signaling/not-admitted": "Vous ne pouvez rejoindre les appels qu’avec une invitation ou un droit que cette page n’a pas.",
  "signaling/draining":
    "Le serveur va bientôt redémarrer et ne laisse plus personne entrer dans un appel. Les appels en cours continuent. " +
    "Refaites le test dans quelques minutes.",
  "signaling/refused": "Le serveur ne laisse pas cette page entrer dans un appel ({code}).",
  "signaling/origin":
    "Le serveur refuse les appels de {origin}, car il voit l’hôte « {host} ». Personne ne peut rejoindre depuis cette " +
    "adresse. Le proxy en amont doit transmettre l’en-tête Host, ou visavis.allowed.origins doit nommer l’adresse.",
  "signaling/upgrade":
    "Le serveur répond, mais aucun WebSocket vers lui ne s’ouvre. Personne ne peut rejoindre un appel. Le proxy en amont ne " +
    "transmet pas le passage à WebSocket.",
  "signaling/filtered":
    "Le serveur répond, mais aucun WebSocket vers lui ne s’ouvre. Vous ne pouvez rejoindre aucun appel. Un proxy, un " +
    "pare-feu ou un antivirus bloque les WebSockets.",
  "signaling/mute":
    "Une connexion au serveur s’ouvre, mais aucun message n’y passe. Vous ne pouvez rejoindre aucun appel. Un proxy, un " +
    "pare-feu ou un antivirus les retient.",

  "stun/title": "STUN",
  "stun/good": "{url} indique son adresse à ce navigateur.",
  "stun/none": "Le serveur ne nomme aucun serveur STUN. Dans un réseau plat, les appels n’en ont pas besoin.",
  "stun/unconnected": "Le serveur n’a nommé aucun serveur STUN, car cette page n’a pas pu entrer.",
  "stun/loopback":
    "Le serveur STUN de Visavis ne répond que sur son propre ordinateur. Ceux qui n’ont pas de caméra, ou sont derrière une " +
    "traduction d’adresses, peuvent être injoignables. Réglez visavis.stun.host.",
  "stun/unresolved":
    "{url} a un nom sans adresse. Ceux qui n’ont pas de caméra, ou sont derrière une traduction d’adresses, peuvent être " +
    "injoignables.",
  "stun/unreachable":
    "{url} ne répond pas. Ceux qui n’ont pas de caméra, ou sont derrière une traduction d’adresses, peuvent être " +
    "injoignables. Le serveur n’est pas là, ou un pare-feu bloque ce port UDP.",
  "stun/udp-blocked":
    "{url} ne répond pas, mais d’autres serveurs répondent par TCP : un pare-feu bloque UDP. Les appels ont besoin d’un " +
    "relais TURN par TCP, et sont davantage retardés.",

  "turn/title": "TURN",
  "turn/good": "{url} relaie. Un message a fait l’aller et retour en {time}.",
  "turn/none":
    "Le serveur ne nomme aucun relais TURN. Dans un réseau plat, les appels n’en ont pas besoin ; à travers des pare-feu, si.",
  "turn/unconnected": "Le serveur n’a nommé aucun relais TURN, car cette page n’a pas pu entrer.",
  "turn/refused":
    "{url} refuse les identifiants de Visavis et ne relaie rien : les appels à travers des pare-feu échouent. " +
    "visavis.turn.secret n’est pas le secret du relais, ou leurs horloges diffèrent.",
  "turn/unresolved": "{url} a un nom sans adresse : les appels à travers des pare-feu échouent.",
  "turn/unreachable":
    "{url} ne répond pas : les appels à travers des pare-feu échouent. Le relais est arrêté, ou un pare-feu bloque son port.",
  "turn/udp-blocked":
    "{url} ne répond pas, mais d’autres serveurs répondent par TCP : un pare-feu bloque UDP. Les appels passent par TCP, et " +
    "sont davantage retardés.",
  "turn/tls":
    "{url} ne répond pas par TLS, bien que le relais soit là : les appels à travers des pare-feu stricts échouent. Cet " +
    "ordinateur ne fait pas confiance à son certificat, le certificat a expiré, ou le port est fermé.",
  "turn/stuck":
    "{url} offre un chemin, mais rien n’y passe : les appels à travers des pare-feu échouent. Un pare-feu bloque les ports " +
    "UDP du relais, ou son denied-peer-ip l’interdit.",

  "idle/title": "Connexion silencieuse",
  "idle/good":
    "Une connexion silencieuse au serveur reste ouverte {seconds} secondes, plus longtemps que le silence d’aucun appel.",
  "idle/unconnected": "Il n’y avait pas de connexion au serveur.",
  "idle/cut":
    "Une connexion au serveur a été coupée après {seconds} secondes de silence. Les appels la perdent sans cesse. Un proxy " +
    "en amont a besoin d’un délai de lecture plus long, comme 60 secondes.",

  "Test this computer · Visavis": "Tester cet ordinateur · Visavis",
  "Checks all that a call needs, from your camera to the servers. Takes some 20 seconds, and records nothing.":
    "Vérifie tout ce dont un appel a besoin, de votre caméra aux serveurs. Dure une vingtaine de secondes et n’enregistre rien.",
  "Testing…": "Test en cours…",
  "Test again": "Recommencer le test",
  "Copy report": "Copier le rapport",
  "Download report": "Télécharger le rapport",
  "Start a call": "Démarrer un appel",
  "Your camera": "Votre caméra",
  "As others see you": "Comme les autres vous voient",
};
