// Japanese

/** @type {Record<string, string>} */
export default {
  "outcome/waiting": "待機中",
  "outcome/running": "テスト中…",
  "outcome/good": "OK",
  "outcome/warning": "警告",
  "outcome/failed": "問題",
  "outcome/skipped": "未テスト",
  "summary/running": "テスト {number} / {count}: {title}",
  "summary/good": "このコンピューターは通話の準備ができています。",
  "summary/partly": "テストできたものはすべて動作しています。サーバーへの接続はテストできませんでした。",
  "summary/skipped": "何もテストできませんでした。",
  "summary/warning": "このコンピューターは通話の準備ができています。注意すべき点は下の警告を確認してください。",
  "summary/failed": "動作しないものがあります。その意味と、誰が直せるかを下で確認してください。",
  copied: "レポートをコピーしました。",
  fixers: "直せる人: {list}。",
  "fixer/you": "あなた",
  "fixer/administrator": "Visavis の管理者",
  "fixer/network": "ネットワークとコンピューターの管理者",
  "any/broken": "このテストは中断しました。もう一度テストし、それでもだめなら管理者にレポートを送ってください。",

  "secure/title": "安全なページ",
  "secure/good": "ページは安全に届いたため、ブラウザーはカメラとマイクを渡せます。",
  "secure/plain":
    "ページは暗号化なしの HTTP で届きました。ブラウザーはカメラもマイクも渡さず、ほかの人にあなたの映像も音声も届きません。" +
    "Visavis には HTTPS が必要です。",
  "secure/plain-elsewhere":
    "ページは暗号化なしの HTTP で届きました。ブラウザーはカメラもマイクも渡さず、ほかの人にあなたの映像も音声も届きません。" +
    "HTTPS で開いてください。",
  "secure/link": "HTTPS で開く",

  "browser/title": "ブラウザー",
  "browser/good": "このブラウザーはビデオ通話に対応しています。",
  "browser/unsupported":
    "このブラウザーはビデオ通話に対応していないか、ポリシーまたは拡張機能が WebRTC を無効にしています。通話はできません。" +
    "最新の Firefox、Chrome、Edge、Safari を使用してください。",

  "policies/title": "ページの権限",
  "policies/good": "このページはカメラ、マイク、画面の使用を求められます。",
  "policies/unknown": "このブラウザーからは分かりません。",
  "policies/frame":
    "このページを囲むページが使用を許可していません: {features}。ほかの人には届きません。" +
    "このページを別のウィンドウで開いてください。",
  "policies/header":
    "Permissions-Policy ヘッダーがこのページに使用を禁じています: {features}。ほかの人には届きません。" +
    "Visavis 自身は許可しているため、手前のプロキシがヘッダーを置き換えています。",

  "camera/title": "カメラ",
  "camera/good": "カメラは正常です。",
  "camera/insecure": "ブラウザーは安全でないページにカメラを渡しません。",
  "camera/refused":
    "ブラウザーまたはシステムがカメラをブロックしているため、ほかの人にあなたは見えません。" +
    "このページのアドレスの横とシステム設定で許可し、もう一度テストしてください。",
  "camera/absent": "カメラが見つからないため、ほかの人にあなたは見えません。接続して、もう一度テストしてください。",
  "camera/busy":
    "別のプログラムがカメラを使用しているため、ほかの人にあなたは見えません。それを閉じて、もう一度テストしてください。",
  "camera/gone": "カメラが取り外されたため、ほかの人にあなたは見えません。接続して、もう一度テストしてください。",
  "camera/muted": "システムまたは機器のボタンがカメラをオフにしたため、ほかの人にあなたは見えません。そこでオンにしてください。",
  "camera/embedding":
    "このページを囲むページがカメラの使用を許可していないため、ほかの人にあなたは見えません。" +
    "このページを別のウィンドウで開いてください。",

  "microphone/title": "マイク",
  "microphone/good": "マイクは正常です。",
  "microphone/insecure": "ブラウザーは安全でないページにマイクを渡しません。",
  "microphone/refused":
    "ブラウザーまたはシステムがマイクをブロックしているため、ほかの人にあなたの声は聞こえません。" +
    "このページのアドレスの横とシステム設定で許可し、もう一度テストしてください。",
  "microphone/absent":
    "マイクが見つからないため、ほかの人にあなたの声は聞こえません。接続して、もう一度テストしてください。",
  "microphone/busy":
    "別のプログラムがマイクを使用しているため、ほかの人にあなたの声は聞こえません。それを閉じて、もう一度テストしてください。",
  "microphone/gone":
    "マイクが取り外されたため、ほかの人にあなたの声は聞こえません。接続して、もう一度テストしてください。",
  "microphone/muted":
    "システムまたは機器のボタンがマイクをミュートしたため、ほかの人にあなたの声は聞こえません。そこで解除してください。",
  "microphone/embedding":
    "このページを囲むページがマイクの使用を許可していないため、ほかの人にあなたの声は聞こえません。" +
    "このページを別のウィンドウで開いてください。",

  "connection/title": "このコンピューター内の接続",
  "connection/good": "このページの 2 つの接続は互いに届きます。",
  "connection/unsupported": "このブラウザーはビデオ通話に対応していません。",
  "connection/failed":
    "このページの 2 つの接続が {seconds} 秒以内に互いに届かなかったため、通話はできません。" +
    "このコンピューターのファイアウォール、またはブラウザーのポリシーや拡張機能が禁じています。",
  "connection/no-candidates":
    "ブラウザーが通話用のアドレスを提供しないため、通話はできません。このコンピューターにネットワークがないか、" +
    "ブラウザーのポリシーや拡張機能が禁じています。",

  "encoding/title": "映像",
  "encoding/good": "映像は {codec} でエンコードとデコードができます。このブラウザーには {codecs} があります。",
  "encoding/unconnected": "映像を送る接続がありませんでした。",
  "encoding/failed":
    "映像のエンコードとデコードができませんでした。誰も見えず、誰からも見られません。" +
    "別のブラウザーを試すか、このブラウザーを更新してください。",

  "server/title": "サーバー",
  "server/good": "サーバーは応答し、通話を受け付けています。Visavis {version} です。",
  "server/unreachable":
    "サーバーが応答しないため、誰も通話に参加できません。停止しているか、ネットワークが届いていません。",
  "server/strange":
    "Visavis 以外のものが応答したため、誰も通話に参加できません。間にプロキシまたはネットワークのサインインページがあります。",
  "server/not-ready": "Visavis {version} は応答しますが、今は通話を受け付けません。停止中か、メモリーが足りません。",

  "certificate/title": "証明書",
  "certificate/good": "サーバーの証明書は {date} まで有効です。",
  "certificate/none": "ページは証明書なしで届きました。",
  "certificate/unknown":
    "ブラウザーは証明書を受け入れました。プロキシまたはコンテナーのものであるため、Visavis はその期限を知りません。",
  "certificate/ends-soon": "サーバーの証明書は {date} に切れます。それ以降、ブラウザーはこのページについて警告します。",
  "certificate/expired":
    "サーバーの証明書は {date} に切れました。ブラウザーはこのページについて警告し、通話に参加できません。",

  "clock/title": "時計",
  "clock/good": "このコンピューターとサーバーの時計は合っています。",
  "clock/unknown": "サーバーが応答しません。",
  "clock/differs":
    "このコンピューターとサーバーの時計が {difference} ずれています。証明書とリレーの資格情報には有効期間があり、" +
    "時計が違うと拒否されます。時計を合わせてください。",

  "sign-in/title": "サインイン",
  "sign-in/good": "サインインしています。",
  "sign-in/open": "このサーバーはサインインを求めません。",
  "sign-in/token": "参加には招待 (トークン) が必要ですが、このページにはありません。",
  "sign-in/unknown": "サーバーが応答しません。",
  "sign-in/needed":
    "サインインしていないため、サーバーはどの通話にも入れません。サインインして、もう一度テストしてください。",
  "sign-in/link": "サインイン",

  "signaling/title": "サーバーへの接続",
  "signaling/good": "サーバーはこのページを通話に入れます。",
  "signaling/unreachable": "サーバーが応答しません。",
  "signaling/not-admitted": "このページにない招待または権限がなければ、通話に参加できません。",
  "signaling/draining":
    "サーバーはまもなく再起動するため、新しい人を通話に入れません。進行中の通話は続きます。数分後にもう一度テストしてください。",
  "signaling/refused": "サーバーはこのページを通話に入れません ({code})。",
  "signaling/origin":
    "サーバーにはホスト「{host}」が見えているため、{origin} からの通話を拒否します。このアドレスからは誰も参加できません。" +
    "手前のプロキシが Host ヘッダーを渡すか、visavis.allowed.origins にこのアドレスを書く必要があります。",
  "signaling/upgrade":
    "サーバーは応答しますが、WebSocket が開きません。誰も通話に参加できません。" +
    "手前のプロキシが WebSocket へのアップグレードを渡していません。",
  "signaling/filtered":
    "サーバーは応答しますが、WebSocket が開きません。通話に参加できません。" +
    "プロキシ、ファイアウォール、またはウイルス対策ソフトが WebSocket をブロックしています。",
  "signaling/mute":
    "サーバーへの接続は開きますが、メッセージが届きません。通話に参加できません。" +
    "プロキシ、ファイアウォール、またはウイルス対策ソフトが止めています。",

  "stun/title": "STUN",
  "stun/good": "{url} はこのブラウザーにアドレスを伝えます。",
  "stun/none": "サーバーは STUN サーバーを指定していません。平坦なネットワークの通話には不要です。",
  "stun/unconnected": "このページが参加できなかったため、サーバーは STUN サーバーを指定していません。",
  "stun/loopback":
    "Visavis の STUN サーバーは自分のコンピューターにしか応答しません。カメラのない人やアドレス変換の内側の人に" +
    "つながらないことがあります。visavis.stun.host を設定してください。",
  "stun/unresolved":
    "{url} の名前にはアドレスがありません。カメラのない人やアドレス変換の内側の人につながらないことがあります。",
  "stun/unreachable":
    "{url} が応答しません。カメラのない人やアドレス変換の内側の人につながらないことがあります。" +
    "サーバーがないか、ファイアウォールがこの UDP ポートをブロックしています。",
  "stun/udp-blocked":
    "{url} は応答しませんが、ほかのサーバーは TCP で応答します。ファイアウォールが UDP をブロックしています。" +
    "通話には TCP の TURN リレーが必要で、遅延が大きくなります。",

  "turn/title": "TURN",
  "turn/good": "{url} は中継します。メッセージは {time} で往復しました。",
  "turn/none":
    "サーバーは TURN リレーを指定していません。平坦なネットワークの通話には不要ですが、ファイアウォール越しには必要です。",
  "turn/unconnected": "このページが参加できなかったため、サーバーは TURN リレーを指定していません。",
  "turn/refused":
    "{url} は Visavis の資格情報を拒否し、何も中継しません。ファイアウォール越しの通話は失敗します。" +
    "visavis.turn.secret がリレーの秘密と違うか、時計がずれています。",
  "turn/unresolved": "{url} の名前にはアドレスがありません。ファイアウォール越しの通話は失敗します。",
  "turn/unreachable":
    "{url} が応答しません。ファイアウォール越しの通話は失敗します。" +
    "リレーが動いていないか、ファイアウォールがそのポートをブロックしています。",
  "turn/udp-blocked":
    "{url} は応答しませんが、ほかのサーバーは TCP で応答します。ファイアウォールが UDP をブロックしています。" +
    "通話は TCP を通り、遅延が大きくなります。",
  "turn/tls":
    "リレーはありますが、{url} が TLS で応答しません。厳しいファイアウォール越しの通話は失敗します。" +
    "このコンピューターがその証明書を信頼していないか、証明書が切れているか、ポートが閉じています。",
  "turn/stuck":
    "{url} は経路を提供しますが、何も通りません。ファイアウォール越しの通話は失敗します。" +
    "ファイアウォールがリレーの UDP ポートをブロックしているか、denied-peer-ip が禁じています。",

  "idle/title": "無通信の接続",
  "idle/good": "サーバーへの接続は無通信でも {seconds} 秒間開いたままです。通話がこれより長く無通信になることはありません。",
  "idle/unconnected": "サーバーへの接続がありませんでした。",
  "idle/cut":
    "サーバーへの接続が {seconds} 秒の無通信で切られました。通話は何度も接続を失います。" +
    "手前のプロキシの読み取りタイムアウトを 60 秒などに延ばす必要があります。",

  "Test this computer · Visavis": "このコンピューターをテスト · Visavis",
  "Checks all that a call needs, from your camera to the servers. Takes some 20 seconds, and records nothing.":
    "カメラからサーバーまで、通話に必要なものをすべて調べます。20 秒ほどかかり、何も録画しません。",
  "Testing…": "テスト中…",
  "Test again": "もう一度テスト",
  "Copy report": "レポートをコピー",
  "Download report": "レポートをダウンロード",
  "Start a call": "通話を開始",
  "Your camera": "自分のカメラ",
  "As others see you": "ほかの人に見える映像",
};
