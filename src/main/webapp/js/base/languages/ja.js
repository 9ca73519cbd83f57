// Japanese

/** @type {Record<string, string>} by code, or by what the English label says */
export default {
  "camera-refused":
    "ブラウザーがカメラをブロックしています。アドレスバーの横で許可してから、ページを再読み込みしてください。",
  "camera-refused-both":
    "ブラウザーがカメラとマイクをブロックしています。アドレスバーの横で許可してから、ページを再読み込みしてください。" +
    "なくても参加して、ほかの人の映像と音声を視聴できます。",
  "camera-absent":
    "カメラが見つかりません。接続してからページを再読み込みするか、カメラなしで参加してください。",
  "camera-absent-both":
    "カメラとマイクが見つかりません。接続してからページを再読み込みしてください。" +
    "なくても参加して、ほかの人の映像と音声を視聴できます。",
  "camera-busy":
    "別のプログラムがカメラを使用しています。そのプログラムを終了して、カメラをもう一度オンにしてください。",
  "camera-busy-both":
    "別のプログラムがカメラとマイクを使用しています。そのプログラムを終了して、もう一度オンにしてください。",
  "camera-gone": "カメラの接続が切れました。カメラを接続して、もう一度オンにしてください。",
  "microphone-gone": "マイクの接続が切れました。マイクを接続して、もう一度オンにしてください。",
  "camera-muted": "システムまたはデバイスのボタンでカメラがオフになっています。そちらでオンにしてください。",
  "microphone-muted": "システムまたはデバイスのボタンでマイクがミュートされています。そちらで解除してください。",
  "camera-replaced": "カメラ {before} の接続が切れました。現在は {now} を使用しています。",
  "microphone-replaced": "マイク {before} の接続が切れました。現在は {now} を使用しています。",
  "microphone-refused":
    "ブラウザーがマイクをブロックしています。アドレスバーの横で許可してから、ページを再読み込みしてください。",
  "microphone-absent":
    "マイクが見つかりません。接続してからページを再読み込みするか、マイクなしで参加してください。",
  "microphone-busy":
    "別のプログラムがマイクを使用しています。そのプログラムを終了して、マイクをもう一度オンにしてください。",
  "insecure-both":
    "ブラウザーは HTTPS のページでのみカメラとマイクを許可します。アドレスの先頭を https:// にしてこのページを開くか、" +
    "管理者に HTTPS を依頼してください。なくても参加して、ほかの人の映像と音声を視聴できます。",
  "insecure-link-both":
    "ブラウザーは HTTPS のページでのみカメラとマイクを許可します。このページを HTTPS で開くか、カメラとマイクなしで参加して、" +
    "ほかの人の映像と音声を視聴してください。",
  "open-https": "HTTPS で開く",
  unsupported:
    "このブラウザーはビデオ通話に対応していません。最新の Firefox、Chrome、Edge、Safari を使用してください。",
  connecting: "接続しています…",
  unreachable: "サーバーが応答していません。ネットワークを確認してください。再試行しています…",
  "handshake-refused":
    "このサーバーがこのアドレス（{origin}）からの通話を拒否しているか、途中のプロキシが WebSocket を通していません。" +
    "管理者は visavis.allowed.origins でこのアドレスを許可できます。",
  draining:
    "このサーバーはまもなく再起動します。進行中の通話は続きますが、再起動が終わるまで新しく参加することはできません。" +
    "このページは自動的に再試行し、可能になりしだい参加します。",
  incomplete: "このページの一部が読み込まれませんでした。ページを再読み込みしてください。",
  reconnecting: "サーバーとの接続が切れました。通話は続いています。再接続しています…",
  unheard: "話していますが、マイクがオフになっています。",
  replaced: "この通話は別のウィンドウで続いています。",
  people: "参加中: {names}",
  pin: "{name} をピン留め",
  "screen-of": "{name} の画面",
  "screen-refused":
    "ブラウザーまたはシステムが画面共有をブロックしています。システムの設定で許可してください。",
  "shared-by": "{name} が画面を共有しています。",
  came: "{name} が参加しました。",
  went: "{name} が退出しました。",
  "hand-of": "{name} が手を挙げました。",
  "chat-from": "{name}: {text}",
  "told-by": "{name} による転送",
  "chat-flood": "{name} が送信するメッセージが多すぎます。一部は表示されません。",
  "show-more": "もっと見る",
  "show-less": "折りたたむ",
  "chat-forgotten": "以前のメッセージは表示されなくなりました。",
  "characters-left.other": "残り {count} 文字",
  "characters-over.other": "{count} 文字超過しています",
  "too-long": "メッセージが長すぎます。短くするか、複数のメッセージに分けてください。",
  "too-fast": "送信するメッセージが多すぎます。しばらく待ってから、もう一度お試しください。",
  nobody: "ファイルを送信できる相手がいません。",
  "too-many-files":
    "一人に同時に送信できるファイルは {count} 個までです。数を減らすか、いくつか届くまでお待ちください。",
  "file-to": "{name} へ",
  "file-from": "{name} からのファイル",
  "file-flood": "{name} が送信しようとするファイルが多すぎます。一部は拒否されました。",
  "file-offered": "このファイルを受け取りますか？",
  "file-offered-own": "応答を待っています…",
  "file-moving": "{percent} · {speed} · 残り {left}",
  "file-done": "受信し、確認しました。",
  "file-refused": "拒否されました。",
  "file-cancelled": "キャンセルされました。",
  "file-broken": "転送に失敗しました。もう一度送信してください。",
  "file-too-large": "このブラウザーには大きすぎます。",
  "camera-embedding":
    "このページを埋め込んでいるページがカメラの使用を許可していません。通話を別のウィンドウで開いてください。",
  "camera-embedding-both":
    "このページを埋め込んでいるページがカメラとマイクの使用を許可していません。通話を別のウィンドウで開いてください。" +
    "なくても参加して、ほかの人の映像と音声を視聴できます。",
  "microphone-embedding":
    "このページを埋め込んでいるページがマイクの使用を許可していません。通話を別のウィンドウで開いてください。",
  connection: "接続",
  "round-trip": "往復時間",
  loss: "パケット損失",
  down: "受信",
  up: "送信",
  steps: "参加からの経過時間 (ミリ秒)",
  good: "良好",
  fair: "普通",
  poor: "不良",
  direct: "直接",
  relay: "リレー経由",
  "room-full": "このルームは満員です。後でもう一度お試しいただくか、別のルームを使用してください。",
  "invalid-room": "このルーム名には表示できる文字がありません。新しい名前を用意しました。",
  "invalid-name": "表示できる文字を 1 文字以上含む名前を入力してください。",
  "invalid-message":
    "サーバーがこの名前を受け付けませんでした。別の名前を入力するか、ページを再読み込みしてください。",
  "join-refused": "サーバーが参加を許可しませんでした。ページを再読み込みして、もう一度お試しください。",
  "message-too-large":
    "サーバーがこのページのメッセージを長すぎるとして拒否しました。ページを再読み込みしてください。",
  "join-timeout": "参加に時間がかかりすぎました。もう一度お試しください。",
  "too-many-errors": "このページが無効なメッセージを送信しすぎました。ページを再読み込みしてください。",
  "login-required":
    "サインインしましたが、ブラウザーがこのページの Cookie をブロックしています。許可してから、ページを再読み込みしてください。",
  "login-expired":
    "サインインの有効期限が切れました。通話は続いています。ほかの人が引き続き接続できるように、もう一度サインインしてください。",
  "sign-in": "サインイン",
  closed: "サーバーが通話を終了しました。",
  left: "通話から退出しました。",
  alone: "まだほかに誰もいません。リンクを共有して招待してください。",
  "link-copied": "リンクをコピーしました。共有して招待してください。",
  "link-selected": "Ctrl+C を押してリンクをコピーしてください。",

  "camera-ok": "カメラ: 正常です。",
  "microphone-ok": "マイク: 正常です。",
  "encoding-ok": "エンコード: {codec}、映像のエンコードとデコードができます。",
  "encoding-failed":
    "エンコード: 映像のエンコードとデコードができませんでした。別のブラウザーを試すか、このブラウザーを更新してください。",
  "connection-ok": "ピア接続: 正常です。",
  "connection-failed":
    "ピア接続: {seconds} 秒以内に接続できませんでした。" +
    "ファイアウォール、またはブラウザーのポリシーや拡張機能が妨げている可能性があります。",
  "camera-failed": "カメラ: {problem}",
  "microphone-failed": "マイク: {problem}",
  "self-test-ok": "このコンピューターは通話の準備ができています。",
  "self-test-failed": "まだ動作しないものがあります。上の説明を確認してください。",

  "Your picture": "自分の映像",
  "No picture": "映像なし",
  "Volume of the microphone": "マイクの音量",
  Microphone: "マイク",
  Camera: "カメラ",
  Settings: "設定",
  "See and hear each other, browser to browser. Nothing leaves the building.":
    "ブラウザー同士で直接、顔を見て話せます。データが建物の外に出ることはありません。",
  "Your name": "名前",
  "The name that others see": "ほかの人に表示される名前",
  "Signed in as": "サインイン中",
  "Sign out": "サインアウト",
  Room: "ルーム",
  Join: "参加",
  Cancel: "キャンセル",
  "Test this computer": "このコンピューターをテスト",
  "Link to this room": "このルームへのリンク",
  "Copy link": "リンクをコピー",
  "Chat and people": "チャットと参加者",
  Chat: "チャット",
  Close: "閉じる",
  "Messages go directly between browsers. People who join later get the latest ones.":
    "メッセージはブラウザー間で直接送信されます。後から参加した人には最新のメッセージが届きます。",
  Message: "メッセージ",
  "Message to all": "全員へのメッセージ",
  "Send a file": "ファイルを送信",
  Send: "送信",
  People: "参加者",
  "Share the screen": "画面を共有",
  "Raise hand": "手を挙げる",
  More: "その他",
  "Leave the call": "通話から退出",
  "Speaker view": "スピーカー ビュー",
  "Full screen": "全画面表示",
  "Picture in picture": "ピクチャー イン ピクチャー",
  "Keyboard shortcuts": "キーボード ショートカット",
  Speaker: "スピーカー",
  Language: "言語",
  Colours: "配色",
  "System default": "システムの既定",
  Light: "ライト",
  Dark: "ダーク",
  On: "オン",
  Off: "オフ",
  Done: "完了",
  "Turn microphone on or off": "マイクをオンまたはオフにする",
  Space: "スペース",
  "Push to talk (hold)": "押している間だけ話す",
  "Turn camera on or off": "カメラをオンまたはオフにする",
  "Show this list": "この一覧を表示",
  "Your browser plays no sound until you click or press a key here.":
    "ここでクリックするかキーを押すまで、ブラウザーは音声を再生しません。",
  "Turn on sound": "音声をオンにする",
  Dismiss: "閉じる",
  Connecting: "接続中",
  "Move to the next corner": "次の隅に移動",
  "Hand raised": "挙手中",
  "No connection to this person. Trying again…": "この人と接続できません。再試行しています…",
  You: "自分",
  "Microphone off": "マイク オフ",
  "Signed in": "サインイン済み",
  Moderator: "モデレーター",
  Progress: "進行状況",
  Accept: "受け取る",
  Save: "保存",
  "Camera off": "カメラ オフ",
  "Shares the screen": "画面を共有中",
  "Test this computer · Visavis": "このコンピューターをテスト · Visavis",
  "A call from this page to itself: two peer connections side by side, and no server between them.":
    "このページから自分自身への通話です。2 つのピア接続が並び、間にサーバーはありません。",
  "Your camera": "自分のカメラ",
  "As others see you": "ほかの人に見える映像",
  "Camera…": "カメラ…",
  "Microphone…": "マイク…",
  "Peer connection…": "ピア接続…",
  "Encoding…": "エンコード…",
  "Testing…": "テスト中…",
  "Start a call": "通話を開始",
  "Sign in · Visavis": "サインイン · Visavis",
  "Sign in with your usual account.": "いつものアカウントでサインインしてください。",
  "The name or the password is wrong. Try again.":
    "名前またはパスワードが正しくありません。もう一度お試しください。",
  Name: "名前",
  Password: "パスワード",
  "Sign in": "サインイン",
};
