/// What the short sources of a rule pack stand for: `V26 18` is 村民委员会组织法（2025）第18条.
enum RuleSource {
  /// The source with every law and measure by its name.
  static func zh(of source: String) -> String {
    source.split(separator: "; ", omittingEmptySubsequences: false).map { part in
      part.split(separator: ", ", omittingEmptySubsequences: false).map { named(String($0)) }
        .joined(separator: "、")
    }.joined(separator: "；")
  }

  private static func named(_ source: String) -> String {
    let words = source.split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = words.first.flatMap({ names[$0] }) else { return source }
    guard words.count > 1 else { return name }
    let digits = words[1].prefix { $0.isNumber || $0 == "." || $0 == "–" }
    guard !digits.isEmpty else { return "\(name) \(words[1])" }
    return "\(name)第\(digits)条\(words[1].dropFirst(digits.count))"
  }

  private static let names: [String: String] = [
    "V26": "村民委员会组织法（2025）", "R26": "城市居民委员会组织法（2025）", "V18": "村民委员会组织法（2018）",
    "R18": "城市居民委员会组织法（2018）", "CQ-IMPL": "重庆市实施村委会组织法办法（2013）", "CQ-01": "重庆市选举办法（2001，已废止）",
    "CQ-V26": "重庆市村民委员会选举办法（2025）", "CQ-R26": "重庆市居民委员会选举办法（2025）", "CQ-RR21": "重庆市居委会选举规程（试行，2021）",
    "MCA": "民政部选举规程（2013）", "MCA-recall": "民政部选举规程（2013，原文未核对）", "SH": "上海市选举办法", "ZJ": "浙江省选举办法",
    "BJ": "北京市选举办法", "SD": "山东省选举办法", "NPC": "选举法（2020）", "CC": "民法典", "SPC": "最高人民法院建筑物区分所有权解释",
    "PMR": "物业管理条例", "OWN": "业主大会和业主委员会指导规则", "FJ": "福建公告样式", "SEED": "重庆市智慧社区平台通知", "U": "没有出处，暂定",
  ]
}
