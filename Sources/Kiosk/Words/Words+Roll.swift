import Ballot
import Spreadsheet

extension RollField {
  var sentence: Sentence {
    switch self {
    case .name: Sentence(zh: "姓名", en: "name")
    case .sex: Sentence(zh: "性别", en: "sex")
    case .identityNumber: Sentence(zh: "身份证号", en: "ID number")
    case .birthDate: Sentence(zh: "出生日期", en: "date of birth")
    case .group: Sentence(zh: "组别", en: "group")
    case .household: Sentence(zh: "户号", en: "household")
    case .address: Sentence(zh: "地址", en: "address")
    case .registrationClass: Sentence(zh: "登记类别", en: "registration class")
    case .phone: Sentence(zh: "电话", en: "telephone")
    case .station: Sentence(zh: "投票站", en: "polling station")
    case .note: Sentence(zh: "备注", en: "note")
    }
  }
}

extension RollRefusal {
  /// The refusal as a line under a failure.
  var detail: FailureDetail {
    let field = field?.sentence
    let place = column.map { "\(row) 行 \($0) 列" } ?? "\(row) 行"
    let placeEn = column.map { "row \(row), column \($0)" } ?? "row \(row)"
    let shown = value.isEmpty ? "" : "“\(value)”"
    return FailureDetail(
      row: row, column: column, field: self.field?.rawValue, code: reason.code, value: value,
      sentence: Sentence(
        zh: "第 \(place)\(field.map { " " + $0.zh } ?? "")\(shown)：\(reason.sentence.zh)",
        en: "\(placeEn)\(field.map { " " + $0.en } ?? "") \(shown): \(reason.sentence.en)"),
      reason: reason.sentence)
  }
}

extension RollReason {
  /// The reason's name in JSON.
  var code: String {
    switch self {
    case .empty: "empty"
    case .neitherIdentityNorBirth: "neitherIdentityNorBirth"
    case .totalsRow: "totalsRow"
    case .cellFault: "cellFault"
    case .name: "name"
    case .identity(let fault): fault.code
    case .digitsLost: "digitsLost"
    case .unknownSex: "unknownSex"
    case .sexDisagrees: "sexDisagrees"
    case .unreadableDate: "unreadableDate"
    case .dateWithoutDay: "dateWithoutDay"
    case .birthDisagrees: "birthDisagrees"
    case .tooYoung: "tooYoung"
    case .tooOld: "tooOld"
    case .duplicateIdentity: "duplicateIdentity"
    case .duplicatePerson: "duplicatePerson"
    case .unknownClass: "unknownClass"
    case .tooLong: "tooLong"
    }
  }

  var sentence: Sentence {
    switch self {
    case .empty: Sentence(zh: "是空的，请填写。", en: "empty; fill it in.")
    case .neitherIdentityNorBirth:
      Sentence(zh: "身份证号和出生日期都没有，请至少填一项。", en: "neither ID number nor date of birth; give one of them.")
    case .totalsRow: Sentence(zh: "是合计行，不是选民，请删去。", en: "a row of totals, not a voter; delete it.")
    case .cellFault(let code):
      Sentence(zh: "公式出错（\(code)），请改正。", en: "a failed formula (\(code)); correct it.")
    case .name(let fault): fault.sentence
    case .identity(let fault): fault.sentence
    case .digitsLost:
      Sentence(
        zh: "身份证号按数字存储，末几位已经丢失。请把该列设为文本格式，重新填写号码。",
        en: "stored as a number, so the last digits are lost; format the column as text and enter it again.")
    case .unknownSex: Sentence(zh: "看不出是男是女，请填“男”或“女”。", en: "neither male nor female; enter 男 or 女.")
    case .unknownClass:
      Sentence(zh: "登记类别不明，请填 1、2 或 3。", en: "no registration class; enter 1, 2 or 3.")
    case .tooLong(let limit):
      Sentence(zh: "太长，最多 \(limit) 个字。", en: "longer than \(limit) characters; shorten it.")
    case .duplicateIdentity(let row):
      Sentence(
        zh: "身份证号与第 \(row) 行相同，请核对是否重复登记。", en: "the same ID number as row \(row); is it the same person?")
    case .duplicatePerson(let row):
      Sentence(
        zh: "姓名、出生日期和组别与第 \(row) 行相同，请核对是否重复登记。",
        en: "the same name, birth and group as row \(row); is it the same person?")
    default: dateSentence
    }
  }

  private var dateSentence: Sentence {
    switch self {
    case .sexDisagrees(let written, let identity):
      Sentence(
        zh: "写的是“\(written.sign)”，身份证号是“\(identity.sign)”，请核对。",
        en: "says \(written.rawValue) but the ID number says \(identity.rawValue); check which is right.")
    case .birthDisagrees(let written, let identity):
      Sentence(
        zh: "写的是 \(written)，身份证号是 \(identity)，请核对。",
        en: "says \(written) but the ID number says \(identity); check which is right.")
    case .tooYoung(let birth, let reaches, let age):
      Sentence(
        zh: "\(birth) 出生，\(reaches) 才满 \(age) 周岁，选举日还不满，不能登记。",
        en: "born \(birth), reaches \(age) only on \(reaches), after election day; cannot be registered.")
    case .tooOld(let birth, let age):
      Sentence(
        zh: "\(birth) 出生，已 \(age) 岁，请核对出生日期。", en: "born \(birth), \(age) years old; check the date of birth."
      )
    case .dateWithoutDay:
      Sentence(zh: "只有年月，没有日，请补全。", en: "has no day of the month; complete it.")
    default: Sentence(zh: "不是日期，请写成 2001-05-18。", en: "is no date; write 2001-05-18.")
    }
  }
}

extension Sex {
  /// 男 or 女.
  var sign: String { self == .male ? "男" : "女" }
}

extension Ballot.PersonName.Fault {
  var sentence: Sentence {
    switch self {
    case .tooShort: Sentence(zh: "姓名少于两个字，请核对。", en: "has fewer than two characters; check the name.")
    case .tooLong(let count):
      Sentence(zh: "姓名有 \(count) 个字，太长，请核对。", en: "has \(count) characters; check the name.")
    case .digit(let digit):
      Sentence(zh: "姓名里有数字“\(digit)”，请改正。", en: "contains the digit \(digit); correct the name.")
    case .privateCharacter:
      Sentence(
        zh: "姓名里有旧系统的自造字，请重新输入这个生僻字。", en: "has a private-use character; type the rare character again.")
    case .foreignCharacter(let character):
      Sentence(zh: "姓名里有“\(character)”，请改正。", en: "contains “\(character)”; correct the name.")
    }
  }
}

extension IdentityNumber.Fault {
  var code: String {
    switch self {
    case .length: "identityLength"
    case .fifteenDigits: "identityFifteenDigits"
    case .foreignCharacter: "identityCharacter"
    case .unknownRegion: "identityRegion"
    case .impossibleBirthDate: "identityBirth"
    case .bornInFuture: "identityFuture"
    case .checkDigit: "identityChecksum"
    }
  }

  var sentence: Sentence {
    switch self {
    case .length(let count):
      Sentence(zh: "身份证号有 \(count) 位，应为 18 位。", en: "has \(count) characters instead of 18.")
    case .fifteenDigits:
      Sentence(
        zh: "是 15 位旧号码，已停用，请填 18 位号码。", en: "an old number of 15 digits; enter the 18-character number.")
    case .foreignCharacter(let position):
      Sentence(zh: "身份证号第 \(position) 位不是数字，请改正。", en: "place \(position) is no digit; correct it.")
    case .unknownRegion(let code):
      Sentence(zh: "身份证号开头 \(code) 不是省级代码，请核对。", en: "begins with \(code), which is no province; check it.")
    case .impossibleBirthDate:
      Sentence(zh: "身份证号第 7 至 14 位不是日期，请核对。", en: "places 7 to 14 are no date; check it.")
    case .bornInFuture(let day):
      Sentence(zh: "身份证号中的出生日期 \(day) 还没有到，请核对。", en: "the date of birth \(day) has not come yet; check it.")
    case .checkDigit:
      Sentence(
        zh: "身份证号校验位不对，必有一位写错，请核对证件。", en: "the check digit is wrong, so a digit is mistaken; check the card."
      )
    }
  }
}

extension RollHeaderError {
  var sentence: Sentence {
    switch self {
    case .noHeader(let rows, _):
      Sentence(
        zh: "前 \(rows) 行里没有找到表头。表头应有“姓名、性别、身份证号、村民小组”等字样，或用 --map 指定各列。",
        en:
          "No header in the first \(rows) rows. It should say 姓名, 性别, 身份证号, 村民小组; or name the columns with --map."
      )
    case .missing(let needs, let row, let found):
      Sentence(
        zh:
          "第 \(row) 行表头缺少：\(needs.map(\.sentence.zh).joined(separator: "、"))。找到的列：\(RollHeaderError.list(found))。可用 --map 指定。",
        en:
          "The header in row \(row) lacks \(needs.map(\.sentence.en).joined(separator: ", ")). Found: \(RollHeaderError.list(found)). Use --map."
      )
    case .ambiguous(let field, let row, let columns):
      Sentence(
        zh: "第 \(row) 行有几列都像“\(field.sentence.zh)”：\(RollHeaderError.list(columns))。请用 --map 指定一列。",
        en:
          "Several columns of row \(row) look like \(field.sentence.en): \(RollHeaderError.list(columns)). Choose with --map."
      )
    case .unknownColumn(let name, let found):
      Sentence(
        zh: "没有“\(name)”这一列。找到的列：\(RollHeaderError.list(found))。",
        en: "There is no column “\(name)”. Found: \(RollHeaderError.list(found)).")
    }
  }

  private static func list(_ columns: [RollColumn]) -> String {
    columns.isEmpty ? "—" : columns.map(\.description).joined(separator: ", ")
  }
}

extension RollHeaderError.Need {
  var sentence: Sentence {
    switch self {
    case .one(let field): field.sentence
    case .either(let first, let second):
      Sentence(
        zh: "\(first.sentence.zh)或\(second.sentence.zh)", en: "\(first.sentence.en) or \(second.sentence.en)")
    }
  }
}

extension RollNotice {
  var sentence: Sentence {
    switch self {
    case .groupSpellings(let kept, let others):
      Sentence(
        zh: "提示：“\(others.joined(separator: "”“"))”与“\(kept)”是同一个组，已统一写作“\(kept)”。",
        en: "Note: \(others.joined(separator: ", ")) and \(kept) are one group, written \(kept).")
    }
  }
}

extension SpreadsheetError {
  var sentence: Sentence {
    switch self {
    case .unreadable(let path, _), .notAFile(let path):
      Sentence(
        zh: "打不开文件 \(path)。请核对文件名和权限。",
        en: "The file \(path) cannot be opened. Check its name and permissions.")
    case .notASpreadsheet:
      Sentence(
        zh: "这不是能读的表格（\(self)）。请在表格软件里另存为 .xlsx 再导入。",
        en: "This is not a readable table (\(self)). Save it as .xlsx and import that.")
    case .encrypted:
      Sentence(
        zh: "文件有密码，不能读。请去掉密码另存后再导入。", en: "The file has a password. Save it without one and import that.")
    case .tooLarge(let what, let limit):
      Sentence(
        zh: "文件太大：\(what.rawValue) 超过 \(limit)。请核对是否选错文件。",
        en: "The file is too large: \(what.rawValue) over \(limit). Is it the right file?")
    case .swelling, .documentType:
      Sentence(
        zh: "文件内容异常，像是恶意文件，没有读取。请向提供者重新索取。",
        en: "The file looks malicious and was not read. Ask for a new one where it came from.")
    case .damaged(part: "", let damage):
      Sentence(
        zh: "文件已损坏（\(damage)），没有导入任何内容。请重新复制或另存后再试。",
        en: "The file is damaged (\(damage)); nothing was imported. Copy or save it again and retry.")
    case .missingPart, .damaged, .undecodable:
      Sentence(
        zh: "文件已损坏（\(self)），没有导入任何内容。请重新复制或另存后再试。",
        en: "The file is damaged (\(self)); nothing was imported. Copy or save it again and retry.")
    case .noSheet(let name, let found):
      Sentence(
        zh: "没有名为“\(name)”的工作表。现有：\(found.joined(separator: "、"))。",
        en: "There is no sheet “\(name)”; there are \(found.joined(separator: ", ")).")
    case .nothingInside: Sentence(zh: "文件里没有内容。请核对文件。", en: "There is nothing in the file. Check the file.")
    }
  }
}
