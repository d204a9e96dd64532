/// Reads one row into a draft, or tells every fault that it has by itself.
struct RollRowReader {
  let row: RollRow
  let rules: RollRules
  private(set) var refusals: [RollRefusal] = []
  /// The row's identity number where that is right, whatever else is wrong.
  private(set) var identity: IdentityNumber?

  init(_ row: RollRow, rules: RollRules) {
    self.row = row
    self.rules = rules
  }

  /// The draft where every field is right; otherwise `refusals` say why not.
  mutating func draft() -> RollDraft? {
    let name = name()
    identity = readIdentity()
    let sex = sex(identity: identity)
    let birth = birth(identity: identity)
    let group = group()
    let registrationClass = registrationClass()
    let household = text(.household, limit: 60)
    let (address, phone) = (text(.address, limit: 200), text(.phone, limit: 60))
    let (station, note) = (text(.station, limit: 60), text(.note, limit: 500))
    guard refusals.isEmpty, let name, let sex, let birth, let group, let registrationClass else { return nil }
    return RollDraft(
      name: name, sex: sex, identity: identity, birth: birth, group: group, household: household,
      registrationClass: registrationClass, address: address, phone: phone, station: station, note: note)
  }

  private mutating func readIdentity() -> IdentityNumber? {
    let cell = row.cell(.identityNumber)
    guard let text = checked(cell, .identityNumber), !text.isEmpty else { return nil }
    guard !RollRowReader.lostDigits(cell, text) else { return refuse(.identityNumber, .digitsLost) }
    do throws(IdentityNumber.Fault) {
      return try IdentityNumber(text, asOf: rules.electionDay)
    } catch {
      return refuse(.identityNumber, .identity(error))
    }
  }

  /// A number of more than 15 digits, or a text that was one once: 5.00112E+17.
  private static func lostDigits(_ cell: RollCell, _ text: String) -> Bool {
    if case .number(let raw) = cell { return (Double(raw) ?? 0) >= 1e15 }
    guard text.utf8.contains(UInt8(ascii: "+")), let value = Double(text) else { return false }
    return value >= 1e14
  }

  private mutating func name() -> String? {
    guard let text = needed(.name) else { return nil }
    do throws(PersonName.Fault) {
      return try PersonName.read(text)
    } catch {
      return refuse(.name, .name(error))
    }
  }

  private mutating func sex(identity: IdentityNumber?) -> Sex? {
    guard let text = checked(row.cell(.sex), .sex) else { return nil }
    if text.isEmpty {
      if identity == nil, row.cell(.identityNumber).isBlank { return refuse(.sex, .empty) }
      return identity?.sex
    }
    guard let written = Sex(written: text) else { return refuse(.sex, .unknownSex) }
    guard let identity, identity.sex != written else { return written }
    return refuse(.sex, .sexDisagrees(written: written, identity: identity.sex))
  }

  private mutating func birth(identity: IdentityNumber?) -> Day? {
    if case .date(let day) = row.cell(.birthDate) { return checkedBirth(day, identity: identity) }
    guard let text = checked(row.cell(.birthDate), .birthDate) else { return nil }
    guard let birth = birth(written: text, identity: identity) else { return nil }
    return ofAge(birth, field: text.isEmpty ? .identityNumber : .birthDate)
  }

  /// A date cell needs no reading.
  private mutating func checkedBirth(_ day: Day, identity: IdentityNumber?) -> Day? {
    if let identity, identity.birth != day {
      return refuse(.birthDate, .birthDisagrees(written: day.description, identity: identity.birth))
    }
    return ofAge(day, field: .birthDate)
  }

  private mutating func birth(written text: String, identity: IdentityNumber?) -> Day? {
    if text.isEmpty {
      // A wrong identity number has been refused already.
      guard row.cell(.identityNumber).isBlank else { return identity?.birth }
      return refuse(
        row.header.place(of: .identityNumber) == nil ? .birthDate : .identityNumber, .neitherIdentityNorBirth)
    }
    switch (WrittenDay(text), identity) {
    case (nil, _): return refuse(.birthDate, .unreadableDate)
    case (.day(let day), nil): return day
    case (.day(let day), let identity?) where day == identity.birth: return day
    case (.month(let year, let month), let identity?)
    where (year, month) == (identity.birth.year, identity.birth.month):
      return identity.birth
    case (.month, nil): return row.cell(.identityNumber).isBlank ? refuse(.birthDate, .dateWithoutDay) : nil
    case (_, let identity?):
      return refuse(.birthDate, .birthDisagrees(written: text, identity: identity.birth))
    }
  }

  private mutating func ofAge(_ birth: Day, field: RollField) -> Day? {
    let age = birth.age(on: rules.electionDay)
    guard age >= rules.minimumAge else {
      let year = birth.year + rules.minimumAge
      let reaches =
        Day(year: year, month: birth.month, day: birth.day) ?? Day(year: year, month: 3, day: 1) ?? birth
      return refuse(field, .tooYoung(birth: birth, reaches: reaches, minimumAge: rules.minimumAge))
    }
    guard age <= rules.maximumAge else { return refuse(field, .tooOld(birth: birth, age: age)) }
    return birth
  }

  private mutating func group() -> GroupName? {
    guard let text = needed(.group) else { return nil }
    guard text.count <= 40 else { return refuse(.group, .tooLong(limit: 40)) }
    return GroupName(written: text)
  }

  private mutating func registrationClass() -> RegistrationClass? {
    guard row.header.place(of: .registrationClass) != nil else { return rules.classWithoutColumn }
    guard let text = checked(row.cell(.registrationClass), .registrationClass) else { return nil }
    guard !text.isEmpty else { return rules.classWhenEmpty ?? refuse(.registrationClass, .empty) }
    return RegistrationClass(written: text) ?? refuse(.registrationClass, .unknownClass)
  }
}

extension RollRowReader {
  /// An optional field's text.
  private mutating func text(_ field: RollField, limit: Int) -> String {
    guard let text = checked(row.cell(field), field) else { return "" }
    guard text.utf8.count <= limit || text.count <= limit else {
      return refuse(field, .tooLong(limit: limit)) ?? ""
    }
    return text
  }

  /// A needed field's text, refused where it is empty.
  private mutating func needed(_ field: RollField) -> String? {
    guard let text = checked(row.cell(field), field) else { return nil }
    return text.isEmpty ? refuse(field, .empty) : text
  }

  /// A cell's text, refused where it is a failed formula.
  private mutating func checked(_ cell: RollCell, _ field: RollField) -> String? {
    if case .fault(let code) = cell { return refuse(field, .cellFault(code)) }
    return cell.plainText
  }

  /// Adds a fault.
  mutating func refuse(_ field: RollField, _ reason: RollReason) {
    refusals.append(row.refusal(field, reason))
  }

  private mutating func refuse<Value>(_ field: RollField, _ reason: RollReason) -> Value? {
    refusals.append(row.refusal(field, reason))
    return nil
  }
}
