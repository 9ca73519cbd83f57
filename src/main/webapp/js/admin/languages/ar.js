// What the administrator's page says; see en.js.

/** @type {Record<string, string>} by code; `{…}` stands for a value */
export default {
  live: "مباشر",
  unreachable: "الخادم لا يستجيب. تجري المحاولة مجددًا…",
  "login-required-login": "سجّل الدخول بحساب له الدور visavis-admin.",
  "login-required-link":
    "افتح الرابط الذي عرضه Visavis عند بدء التشغيل، أو الرابط الموجود في الملف admin-link في مجلد بياناته. كل " +
    "رابط يعمل مرة واحدة.",
  "not-administrator": "ليس لهذا الحساب الدور visavis-admin. سجّل الخروج، ثم سجّل الدخول بحساب آخر.",
  insecure:
    "قد يتمكن آخرون على الشبكة من قراءة هذه البيانات. افتح هذه الصفحة عبر HTTPS أو على جهاز الخادم نفسه. وعلى " +
    "الوكيل الذي يستخدم HTTPS أن يرسل X-Forwarded-Proto.",
  "link-invalid":
    "استُخدم هذا الرابط من قبل أو مضى عليه أكثر من ساعة. الرابط التالي في الملف admin-link في مجلد بيانات " +
    "Visavis.",
  "too-many-attempts": "جُرّبت روابط خاطئة كثيرة. انتظر دقيقة ثم حاول مرة أخرى.",
  rooms: "الغرف",
  people: "الأشخاص",
  connections: "الاتصالات",
  memory: "الذاكرة",
  errors: "أخطاء الساعة الأخيرة",
  "running-since": "يعمل منذ",
  container: "الحاوية",
  system: "النظام",
  certificate: "الشهادة",
  "certificate-until": "{subject}، حتى {time}",
  ice: "خوادم STUN وTURN",
  "relay-only": "تمر جميع الوسائط عبر مُرحِّل.",
  "check-works": "يعمل من هنا",
  "check-unreachable": "لا يستجيب: هل يعمل، وهل الاسم صحيح، وهل يحجبه جدار حماية؟",
  "check-untrusted": "شهادته غير موثوقة هنا",
  "check-credential-refused": "يرفض بيانات الاعتماد: قارن السر والساعة في الخادمين",
  "check-no-relay": "يعرف بيانات الاعتماد لكنه لا يعطي عنوان ترحيل: انظر في سجله",
  "check-not-checked": "لا يمكن اختباره من هنا: TURN عبر DTLS",
  none: "لا شيء",
  "no-rooms": "لا أحد في مكالمة.",
  "no-match": "لا توجد غرفة في اسمها هذا النص.",
  "more-rooms": "تُعرض {shown} من {matching} غرفة. اكتب جزءًا من الاسم للعثور على غيرها.",
  since: "منذ {time}",
  verified: "سجّل الدخول",
  moderator: "مشرف",
  away: "انقطع الاتصال",
  "announce-to": "رسالة إلى الجميع في {room}",
  "announce-to-all": "رسالة إلى الجميع",
  "close-room": "هل تريد إغلاق الغرفة {room}؟",
  drain: "إيقاف استقبال القادمين",
  "drain-end": "استئناف الاستقبال",
  draining:
    "الخادم لا يستقبل قادمين جددًا: تستمر المكالمات، ويُطلب من القادمين الانتظار، وترى موازنات الحمل أنه " +
    "غير جاهز.",
  "not-draining": "قبل إعادة التشغيل أوقف استقبال القادمين: تستمر المكالمات ويُطلب من القادمين الانتظار.",
  "not-done": "الخادم لا يستجيب. حاول مرة أخرى.",
  "no-such-room": "لم يعد أحد في هذه الغرفة.",
  "origin-option": "سطر الأوامر",
  "origin-system_property": "خاصية النظام",
  "origin-environment": "متغير بيئة",
  "origin-file": "visavis.properties",
  "origin-context_parameter": "معامل السياق",
  "origin-launcher": "القيمة الافتراضية لـ java -jar",
  "origin-default": "القيمة الافتراضية",

  "Administrator · Visavis": "الإدارة · Visavis",
  "Administrator": "الإدارة",
  "Rooms": "الغرف",
  "Find a room": "ابحث عن غرفة",
  "Errors of the last hour": "أخطاء الساعة الأخيرة",
  "Server": "الخادم",
  "Settings in force": "الإعدادات السارية",
  "Message to all…": "رسالة إلى الجميع…",
  "Message…": "رسالة…",
  "Close…": "إغلاق…",
  "Everybody there reads this at once:": "يقرؤها الجميع هناك فورًا:",
  "Everybody is sent out at once. Whoever may enter the room can come back.":
    "يخرج الجميع فورًا. ومن يحق له دخول الغرفة يمكنه العودة.",
  "Close the room": "إغلاق الغرفة",
  "Test STUN and TURN": "اختبار STUN وTURN",
};
