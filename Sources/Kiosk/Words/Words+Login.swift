import Ballot

extension Sentence {
  static let loginTitle = Sentence(zh: "请登录", en: "Please log in")
  static let joinTitle = Sentence(
    zh: "再登录一人（两人一起办的步骤）", en: "Another person logs in, for a step of two people")
  static let secretPrompt = Sentence(zh: "PIN 或口令：", en: "PIN or passphrase: ")
  static let checkingSecret = Sentence(zh: "正在核对……", en: "Checking…")
  static let loginHint = Sentence(
    zh: "上下键选姓名，输入 PIN，按回车。用钥匙盘的，先插上盘；盘有口令就输入口令。",
    en:
      "Choose the name, type the PIN, press Enter. With a key, insert the stick first; type its passphrase if it has one."
  )
  static let logInWord = Sentence(zh: "登录", en: "log in")
  static let joinWord = Sentence(zh: "再登录一人", en: "another person")
  static let loggedIn = Sentence(zh: "已登录。", en: "Logged in.")
  static let notLoggedIn = Sentence(zh: "未登录", en: "not logged in")
  static let devicesWork = Sentence(zh: "设备 ✓", en: "devices ✓")
  static func loggedIn(_ people: Int) -> Sentence {
    Sentence(zh: "\(people) 人已登录", en: "\(people) logged in")
  }
  static let staffTitle = Sentence(zh: "工作人员", en: "Staff")
  static let staffPurpose = Sentence(
    zh: "登记能操作本机的人和 PIN。登记第一人（选举委员会负责人）以后，每一步都要先登录。",
    en:
      "Enters who may work with the box. Once the first, the head of the committee, is entered, every step needs a login."
  )
  static let staffName = Sentence(zh: "姓名", en: "Name")
  static let staffRole = Sentence(zh: "职责", en: "Role")
  static let newSecret = Sentence(zh: "PIN（6 位以上数字）或口令", en: "PIN (6 digits or more) or passphrase")
  static let secretAgain = Sentence(zh: "再输一遍", en: "Once more")
  static let secretsDiffer = Sentence(zh: "两遍输入的不一样。请重新输入。", en: "The two are not the same. Type them again.")
  static func enrolled(_ name: String, _ role: StaffRole) -> Sentence {
    Sentence(
      zh: "已添加：\(name)，\(role.sentence.zh)。从现在起，每一步都要先登录。",
      en: "Added: \(name), \(role.sentence.en). From now on every step needs a login.")
  }
  static let enrol = Sentence(zh: "登记", en: "enter")
  static let chineseOn = Sentence(zh: "中文", en: "Chinese")
  static let chineseOff = Sentence(zh: "英文", en: "letters")
  static let preview = Sentence(zh: "看样张", en: "proof")
  static let previewTitle = Sentence(zh: "样张", en: "Proof")
  static let pagesKey = Sentence(zh: "翻页", en: "turn the page")
  static func pageNumber(_ page: Int) -> Sentence { Sentence(zh: "第 \(page) 页", en: "page \(page)") }
  static let previewHelp = [
    Sentence(
      zh: "这是要印出来的样子。请核对文字、姓名和顺序；不对就返回改正，不要印。",
      en:
        "This is what will be printed. Check words, names and order; if anything is wrong, go back and correct it."
    )
  ]
}
