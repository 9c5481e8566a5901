/** Characters that show nothing and only part a word: zero width, soft hyphen, fillers, variation selectors. */
const invisible = /^(?:[\p{Cf}\p{Cc}\u115f\u1160\u3164\uffa0\u2800]|\p{M})$/u;
const sign = /^\p{So}$/u;
const european = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const kana = /^[\u3041-\u30fe\u3099-\u309c]/;
const hiragana = /^[\u3041-\u3096]$/;

/** Latin letters that have no decomposition, and letters drawn as other letters. */
const plain = new Map(
  "ßs øo đd ðd łl ħh ıi ŀl ŋn œo æa þt ɑa ɡg ɩi ʟl ɴn ʀr ꜱs ʏy ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ᴍm ᴏo ᴘp ᴛt ᴜu ᴠv ᴡw ᴢz ƽs ɛe ɵo ɾr ʋu ɯm"
    .split(" ")
    .map((pair) => [pair.charAt(0), pair.slice(1)] as const),
);

/** Traditional Chinese characters of the word lists, read as their simplified ones. */
const simplified = new Map(
  "碼码 驗验 證证 請请 發发 給给 訴诉 們们 錢钱 詞词 鑰钥 點点 設设 備备 號号 賬账 帳账 戶户 訊讯 輸输 單单 開开 關关 閉闭 螢荧 遠远 騙骗 說说 絕绝 會会 問问 個个 這这 裡里 裏里 麼么 覺觉 幫帮 禁禁 準准 確确 認认 網网 頁页 登登 錄录 時时 間间 縮缩 等等 對对 話话 傳传 電电 腦脑 軟软 體体 裝装 載载 應应 該该 從从 當当 為为 無无 須须 讓让 雙双 經经 轉转 複复 製制 貼贴 圖图 寫写 貴贵 貨货 幣币 鏈链 結结 將将 寄寄 誰谁 還还 現现 鎖锁 啟启 動动 過过 後后 種种 記记 隻只 並并 沒没 與与 條条 長长 業业 員员 係系 統统 儲储 機机 選选 擇择 視视 檢检 連连 連连 歡欢 謝谢 關关 匯汇 聯联 繫系 幾几 稱称 據据 護护 審审 陌陌 臨临 暫暂 減减 識识 別别 舊旧 調调 適适 離离 紙纸 張张 節节 項项 訪访 權权 樣样 麻麻"
    .split(" ")
    .map((pair) => [pair.charAt(0), pair.slice(1)] as const),
);

const folded = new Map<string, string>();
const foldedMax = 20_000;

/** One character as it is compared: compatibility forms, capitals and marks gone; empty when it shows nothing. */
export function foldCharacter(character: string): string {
  const known = folded.get(character);
  if (known !== undefined) return known;
  const found = fold(character);
  if (folded.size < foldedMax) folded.set(character, found);
  return found;
}

function fold(character: string): string {
  if (character === "\n" || character === "\t" || character === "\r") return character;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x1f1e6 && code <= 0x1f1ff) return String.fromCharCode(code - 0x1f1e6 + 97);
  if (code >= 0x1f130 && code <= 0x1f189) return String.fromCharCode(((code - 0x1f130) % 32) + 97);
  if (invisible.test(character)) return "";
  const lower = character.normalize("NFKC").toLowerCase();
  // A sign that stands for several letters, such as ™, is a sign: with its letters it would hide the words around it.
  if (lower.length > 1 && sign.test(character)) return character;
  if (european.test(lower)) {
    const bare = lower.normalize("NFD").replace(/\p{M}/gu, "");
    return plain.get(bare) ?? bare;
  }
  if (kana.test(lower)) {
    const unvoiced = lower.normalize("NFD").replace(/\p{M}/gu, "");
    return hiragana.test(unvoiced) ? String.fromCharCode(unvoiced.charCodeAt(0) + 0x60) : unvoiced;
  }
  return simplified.get(lower) ?? lower;
}
