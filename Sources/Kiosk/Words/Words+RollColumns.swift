import Ballot

/// What is said while a roll is taken in.
extension Sentence {
  static let rollStepFile = Sentence(zh: "文件", en: "File")
  static let rollStepColumns = Sentence(zh: "各列", en: "Columns")
  static let rollStepCheck = Sentence(zh: "检查", en: "Check")
  static let rollStepImport = Sentence(zh: "导入", en: "Import")

  static let rollFileIntro = Sentence(
    zh: "选名册文件（.xlsx、.xls 或 .csv），U 盘上的也列在下面。也可以直接输入文件名。",
    en: "Choose the roll's file (.xlsx, .xls or .csv); those on sticks are listed too. Or type its name.")
  static let rollFileLabel = Sentence(zh: "名册文件：", en: "Roll file: ")
  static let readColumns = Sentence(zh: "看各列", en: "look at the columns")
  static let readingColumns = Sentence(zh: "正在看文件……", en: "Looking at the file…")
  static let chooseColumn = Sentence(zh: "选列", en: "column")
  static let fieldByDigit = Sentence(zh: "直接选", en: "field")
  static let checkRoll = Sentence(zh: "检查每一行", en: "check every row")
  static let checkAgain = Sentence(zh: "改好了，再检查", en: "check again")
  static let backToColumns = Sentence(zh: "回到各列", en: "columns")
  static let importRoll = Sentence(zh: "导入", en: "import")
  static let checkingRoll = Sentence(
    zh: "正在逐行检查，还没有导入……", en: "Checking row by row; nothing is imported yet…")
  static let importingRoll = Sentence(zh: "正在导入……", en: "Importing…")
  static let rollFits = Sentence(zh: "✓ 每一行都可以导入。按回车导入。", en: "✓ Every row can be imported. Press Enter.")

  static let columnWord = Sentence(zh: "列", en: "Col")
  static let headerWord = Sentence(zh: "表头", en: "Header")
  static let takenFor = Sentence(zh: "  当作", en: "  Taken for")
  static let samplesWord = Sentence(zh: "里面写的（前几行）", en: "First values")
  static let fieldUnused = Sentence(zh: "不用", en: "not used")
  static let columnsComplete = Sentence(
    zh: "✓ 需要的列都有了。核对无误，按回车检查每一行。",
    en: "✓ All that is needed is there. If it is right, press Enter to check every row.")

  /// The keys of the fields.
  static let fieldKeys: Sentence = {
    let fields = RollField.allCases.compactMap { field in field.key.map { ($0, field.sentence) } }
    return Sentence(
      zh: "0 不用  " + fields.map { "\($0.0) \($0.1.zh)" }.joined(separator: "  "),
      en: "0 not used  " + fields.map { "\($0.0) \($0.1.en)" }.joined(separator: "  "))
  }()

  /// The file, and where its header is.
  static func rollTable(_ head: RollTableHead, file: String) -> Sentence {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return head.row == 0
      ? Sentence(zh: "\(name)：没有找到表头，按列的字母认。", en: "\(name): no header was found; columns go by letters.")
      : Sentence(zh: "\(name)：表头在第 \(head.row) 行。", en: "\(name): the header is in row \(head.row).")
  }

  static func columnSpan(_ first: Int, _ last: Int, of all: Int) -> Sentence {
    Sentence(zh: "第 \(first)—\(last) 列，共 \(all) 列", en: "columns \(first)–\(last) of \(all)")
  }

  static let rowWord = Sentence(zh: "行", en: "Row")
  static let cellWord = Sentence(zh: "哪一格", en: "Cell")
  static let writtenWord = Sentence(zh: "写的是", en: "It says")
  static let reasonWord = Sentence(zh: "为什么、怎么办", en: "Why, and what to do")

  static func refusedSpan(_ number: Int, of all: Int) -> Sentence {
    Sentence(zh: " 第 \(number) 处，共 \(all) 处 ", en: " \(number) of \(all) ")
  }

  // MARK: The list of refused rows

  static let saveRefused = Sentence(zh: "存成文件", en: "save the list")
  static let printRefused = Sentence(zh: "打印", en: "print it")
  static let saveRefusedTitle = Sentence(zh: "存有问题的行", en: "Save the refused rows")
  static let saveRefusedIntro = Sentence(
    zh: "把有问题的行存成清单：\(RefusedRows.table)（表格软件能打开）和 \(RefusedRows.paper)（打印用）。身份证号、电话只写头尾。不导入。",
    en:
      "Saves the refused rows as a list: \(RefusedRows.table) for a spreadsheet and \(RefusedRows.paper) for a printer. ID and telephone numbers are masked. Nothing is imported."
  )
  static let refusedFolder = Sentence(zh: "存到哪里（U 盘目录）", en: "Folder (of the stick)")
  static let refusedTitle = Sentence(zh: "名册中有问题的行", en: "Refused rows of the roll")
  static func refusedOf(_ file: String, _ rows: Int, _ day: Day) -> Sentence {
    Sentence(zh: "文件：\(file)　共 \(rows) 处　\(day)", en: "File: \(file), \(rows) faults, \(day)")
  }
  static let refusedAdvice = Sentence(
    zh: "名册没有导入。请在原来的表格里逐处改好，存盘，再整份检查、导入。身份证号、电话只写头尾。本清单含个人信息，用完请收回销毁。",
    en:
      "Nothing was imported. Correct the original table, then check and import it as a whole. Numbers are masked; destroy this list after use."
  )
  static let nothingRefused = Sentence(
    zh: "没有有问题的行，没有写清单。可以导入。", en: "No row is refused and no list was made. The roll can be imported.")
  static func refusedSaved(_ rows: Int, _ table: String, _ paper: String) -> Sentence {
    Sentence(
      zh: "有问题的 \(rows) 处已存：\(table)、\(paper)。含个人信息，用完请删去。",
      en: "\(rows) faults are saved: \(table), \(paper). Delete them after use: they hold personal data.")
  }
  static func refusedPrinted(_ rows: Int, _ file: String?) -> Sentence {
    let place = file.map { Sentence(zh: "（\($0)）", en: " (\($0))") } ?? Sentence(zh: "", en: "")
    return Sentence(zh: "有问题的行的清单，\(rows) 处\(place.zh)：", en: "The list of \(rows) faults\(place.en):")
  }

  /// How far the reading of a roll has come.
  static func rollRead(_ rows: Int, refused: Int) -> Sentence {
    Sentence(
      zh: "读取名册：已读 \(rows) 行，有问题 \(refused) 行", en: "Reading the roll: \(rows) rows, \(refused) refused")
  }

  static let rollHelp = [
    Sentence(
      zh: "“各列”里写着每一列的表头、前几行的内容、当作什么。认错了的、没认出来的，选到那一列，用左右键或数字改。不需要的列当作“不用”。",
      en:
        "The table shows each column's header, first values and meaning. Correct a meaning with left and right or a digit; what is not needed is not used."
    ),
    Sentence(
      zh: "检查以后，有一行有问题，整份都不导入，并列出每一处：第几行、哪一格、为什么、怎么办。F2 存成文件，F3 打印。请改好文件，再按 F5 检查。",
      en:
        "If one row is wrong, nothing is imported and every fault is listed with row, cell and reason; F2 saves the list, F3 prints it. Correct the file and press F5."
    ),
  ]
}

extension RollColumnsDraft.Fault {
  /// What is wrong with the columns, and what to do.
  func sentence(_ head: RollTableHead) -> Sentence {
    switch self {
    case .missing(let need):
      Sentence(
        zh: "还没有“\(need.sentence.zh)”：选到那一列，用 ← → 改。",
        en: "No column is \(need.sentence.en): choose it and press ← or →.")
    case .twice(let field, let columns):
      Sentence(
        zh: "\(RollColumnsDraft.Fault.letters(columns, head, "、")) 列都当作“\(field.sentence.zh)”：留一列，别的改成“不用”。",
        en:
          "Columns \(RollColumnsDraft.Fault.letters(columns, head, ", ")) are all \(field.sentence.en): keep one, the others are not used."
      )
    case .unclear:
      Sentence(
        zh: "表头是空的或者太像，分不清各列。请在表格软件里改好第一行的表头，再选一次文件。",
        en:
          "The headers are empty or too much alike. Correct them in the spreadsheet program and choose the file again."
      )
    }
  }

  private static func letters(_ columns: [Int], _ head: RollTableHead, _ comma: String) -> String {
    columns.map { head.columns[$0].letters }.joined(separator: comma)
  }
}
