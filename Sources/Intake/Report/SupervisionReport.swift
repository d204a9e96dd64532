import Archive
import Ballot

/// The street's report as one page of HTML that needs nothing but itself.
struct SupervisionReport {
  let answers: [SupervisionQuery: [JSON]]
  /// What the receiver itself knows: communities, what was due, accepted and rejected.
  let facts: Facts
  let language: Language

  struct Facts {
    let receiver: String
    let communities: Int
    let due: Int
    let accepted: Int
    let restricted: Int
    let rejected: [ReceiptStatement]
    let made: Instant
  }

  /// More rows than these are in the file beside the page only.
  static let rowLimit = 500
  static let officersFile = "officers.csv"

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  private func rows(_ query: SupervisionQuery) -> [JSON] { answers[query] ?? [] }

  private var alarms: [SupervisionQuery] { SupervisionQuery.allCases.filter(\.isAlarm) }

  /// The page.
  var html: String {
    let title = say("选举监督报告", "Election supervision report")
    let other = language == .zh ? ("report.en.html", "English") : ("report.zh.html", "中文")
    let body = [
      "<header><h1>\(title)</h1><p>\(facts.receiver.escaped)　\(String(facts.made.description.prefix(16)).replacing("T", with: " "))　"
        + "<a href=\"\(other.0)\">\(other.1)</a></p></header>",
      tiles, alarmList, section(.turnout, turnoutChart), section(.spread, spreadChart, table: ""),
      alarms.filter { !rows($0).isEmpty }.map { section($0) }.joined(), rejected, section(.unfilled),
      officers,
      "<footer>\(footer)</footer>",
    ]
    return """
      <!DOCTYPE html>
      <html lang="\(language == .zh ? "zh-CN" : "en")"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(title)</title><style>\(Self.style)</style></head><body>
      \(body.joined(separator: "\n"))
      </body></html>

      """
  }

  private var footer: String {
    say(
      "本报告由已核对签名的公开档案包计算得出，可随时重新生成。数字不一致时，以封存的选票为准。",
      "Computed from public bundles whose signatures were checked; it can be made again at any time. "
        + "Where numbers differ, the sealed paper ballots prevail.")
  }

  // MARK: The head of the page

  private var tiles: String {
    let valid = rows(.turnout).reduce(0) { $0 + ($1["valid_elections"]?.integer ?? 0) }
    let held = rows(.turnout).reduce(0) { $0 + ($1["elections"]?.integer ?? 0) }
    let alarmed = alarms.reduce(0) { $0 + rows($1).count } + facts.rejected.count
    let tiles: [(String, String, Bool)] = [
      (say("村（社区）", "Communities"), "\(facts.communities)", false),
      (say("应报", "Due"), "\(facts.due)", false),
      (say("已接收公开包", "Public bundles"), "\(facts.accepted)", false),
      (say("选举有效", "Valid elections"), "\(valid) / \(held)", valid < held),
      (say("参选率", "Turnout"), turnout, false),
      (say("须处理", "To look into"), "\(alarmed)", alarmed > 0),
    ]
    let cells = tiles.map { title, value, isAlarm in
      "<div class=\"tile\(isAlarm ? " alarm" : "")\"><b>\(value)</b><span>\(title)</span></div>"
    }
    return "<div class=\"tiles\">\(cells.joined())</div>"
  }

  private var turnout: String {
    let roll = rows(.turnout).reduce(0) { $0 + ($1["roll"]?.integer ?? 0) }
    let returned = rows(.turnout).reduce(0) { $0 + ($1["returned"]?.integer ?? 0) }
    return roll == 0 ? "—" : Self.percent(returned * 1000 / roll)
  }

  /// A number of thousandths as per cent with one decimal.
  static func percent(_ permille: Int) -> String { "\(permille / 10).\(permille % 10)%" }

  /// Every check, with a sign for good or bad.
  private var alarmList: String {
    let lines = alarms.map { query in
      let count = rows(query).count
      let title = query.title.text(language).escaped
      return count == 0
        ? "<li class=\"good\">✓ \(title)\(say("：没有", ": none"))</li>"
        : "<li class=\"bad\">✗ <a href=\"#\(query.rawValue)\">\(title)</a>\(say("：\(count) 项", ": \(count)"))</li>"
    }
    let returned =
      facts.rejected.isEmpty
      ? "<li class=\"good\">✓ \(say("退回的包：没有", "Rejected bundles: none"))</li>"
      : "<li class=\"bad\">✗ <a href=\"#rejected\">\(say("退回的包", "Rejected bundles"))</a>"
        + "\(say("：\(facts.rejected.count) 个", ": \(facts.rejected.count)"))</li>"
    return "<ul class=\"checks\">\((lines + [returned]).joined())</ul>"
  }

  // MARK: Sections

  private func section(_ query: SupervisionQuery, _ chart: String = "", table: String? = nil) -> String {
    let rows = rows(query)
    if rows.isEmpty && !query.isAlarm && query == .unfilled {
      return "<section><h2>\(query.title.text(language))</h2><p>\(say("没有。", "None."))</p></section>"
    }
    return """
      <section id="\(query.rawValue)"><h2>\(query.title.text(language).escaped)</h2>
      <p class="advice">\(query.advice.text(language).escaped)</p>
      \(chart)\(table ?? self.table(query, rows))</section>
      """
  }

  private func table(_ query: SupervisionQuery, _ rows: [JSON]) -> String {
    let head = query.columns.map { column in
      let isNumber = rows.first.map { cell($0[column.name], column.name).isNumber } ?? false
      return "<th\(isNumber ? " class=\"number\"" : "")>\(column.title.text(language).escaped)</th>"
    }.joined()
    let body = rows.prefix(Self.rowLimit).map { row in
      let cells = query.columns.map { column in
        let cell = cell(row[column.name], column.name)
        return "<td\(cell.isNumber ? " class=\"number\"" : "")>\(cell.text.escaped)</td>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    let more = rows.count - Self.rowLimit
    let note =
      more > 0
      ? "<p class=\"advice\">\(say("其余 \(more) 行略。", "\(more) more rows are left out."))</p>" : ""
    return "<table><thead><tr>\(head)</tr></thead><tbody>\n\(body.joined())</tbody></table>\(note)"
  }

  private func cell(_ value: JSON?, _ column: String) -> (text: String, isNumber: Bool) {
    switch value {
    case .integer(let number)? where column == "permille": return (Self.percent(number), true)
    case .integer(let number)?: return ("\(number)", true)
    case .bool(let flag)?: return (flag ? say("是", "yes") : say("否", "no"), false)
    case .string(let text)? where column == "body": return (Self.body(text).text(language), false)
    case .string(let text)? where column == "supersedes": return (String(text.prefix(16)), false)
    case .string(let text)? where text.hasSuffix("+08:00"):
      return (String(text.prefix(16)).replacing("T", with: " "), false)
    case .string(let text)?: return (text, false)
    case nil, .null?, .array?, .object?: return ("—", false)
    }
  }

  static func body(_ text: String) -> Bilingual {
    switch text {
    case "representative": Bilingual("代表", "representative")
    case "groupLeader": Bilingual("小组长", "group leader")
    case "supervision": Bilingual("监督委员会", "supervision committee")
    default: Bilingual("两委成员", "committee")
    }
  }

  private var officers: String {
    let link = "<p><a href=\"\(Self.officersFile)\">\(Self.officersFile)</a></p>"
    return section(.officers, link)
  }

  private var rejected: String {
    guard !facts.rejected.isEmpty else { return "" }
    let items = facts.rejected.prefix(Self.rowLimit).map { statement in
      let reasons = statement.reasons.map { "<br>\((language == .zh ? $0.zh : $0.en).escaped)" }
      return "<li>\(statement.community) \(statement.election.escaped) "
        + "<code>\(statement.bundle.hex.prefix(16))…</code>\(reasons.joined())</li>"
    }
    return "<section id=\"rejected\"><h2>\(say("退回的包", "Rejected bundles"))</h2>"
      + "<ul>\(items.joined(separator: "\n"))</ul></section>"
  }

  // MARK: Plots

  private var turnoutChart: String {
    let bars = rows(.turnout).prefix(40).map { row in
      let permille = row["permille"]?.integer ?? 0
      return Chart.Bar(
        label: row["street"]?.string ?? "", permille: permille,
        text: "\(Self.percent(permille))  \(row["returned"]?.integer ?? 0)/\(row["roll"]?.integer ?? 0)")
    }
    guard !bars.isEmpty else { return "" }
    return Chart(
      bars: Array(bars), mark: (500, say("半数", "one half")),
      title: SupervisionQuery.turnout.title.text(language)
    ).horizontal
  }

  private var spreadChart: String {
    let counts = Dictionary(
      rows(.spread).map { ($0["tenth"]?.integer ?? 0, $0["elections"]?.integer ?? 0) },
      uniquingKeysWith: { first, _ in first })
    let most = max(1, counts.values.max() ?? 1)
    let bars = (0..<10).map { tenth in
      let count = counts[tenth, default: 0]
      return Chart.Bar(
        label: tenth == 9 ? "90–100%" : "\(tenth * 10)–\(tenth * 10 + 9)%", permille: count * 1000 / most,
        text: count == 0 ? "" : "\(count)")
    }
    return Chart(bars: bars, title: SupervisionQuery.spread.title.text(language)).vertical
  }

  private static let style = """
    body{font:15px/1.55 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif;color:#1f2933;\
    background:#f5f6f8;margin:0 auto;padding:24px;max-width:1080px}
    header{display:flex;justify-content:space-between;align-items:baseline;border-bottom:3px solid #a61b1b}
    h1{font-size:26px;margin:0 0 8px}h2{font-size:18px;margin:0 0 4px}
    section{background:#fff;border:1px solid #dde1e6;border-radius:6px;padding:16px 20px;margin:16px 0;overflow-x:auto}
    .tiles{display:grid;grid-template-columns:repeat(6,1fr);gap:12px;margin:18px 0}
    .tile{background:#fff;border:1px solid #dde1e6;border-radius:6px;padding:12px;text-align:center}
    .tile b{display:block;font-size:24px}.tile span{color:#52606d}.tile.alarm b{color:#a61b1b}
    .checks{columns:2;background:#fff;border:1px solid #dde1e6;border-radius:6px;padding:14px 20px;list-style:none;margin:0}
    .good{color:#1e6b3a}.bad,.bad a{color:#a61b1b;font-weight:600}
    .advice{color:#52606d;margin:2px 0 10px}
    table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
    th,td{padding:5px 10px;border-bottom:1px solid #e4e7eb;text-align:left;white-space:nowrap}
    th{background:#f0f2f5;font-weight:600}.number{text-align:right}
    svg{display:block;margin:6px 0 14px;max-width:100%;height:auto}
    svg .bar{fill:#3e6d9c}svg .mark{stroke:#a61b1b;stroke-dasharray:4 3}svg .axis{stroke:#9aa5b1}
    svg .label{font-size:13px;fill:#1f2933}svg .end{text-anchor:end}svg .middle{text-anchor:middle}
    footer{color:#52606d;font-size:13px;margin:20px 0}
    @media(max-width:760px){.tiles{grid-template-columns:repeat(2,1fr)}.checks{columns:1}}
    @media print{body{background:#fff;padding:0}section{break-inside:avoid-page;border:0}}
    """
}
