/// Surnames that are read otherwise than their characters usually are (多音字姓), as dictionaries mark with 姓.
///
/// Where families differ, or where many people know only the usual reading, every reading is accepted in searching; the
/// first is the one by which names are sorted. Every reading here is one that the Unihan database knows:
/// `Training/Pinyin/generate.py --check`.
enum SurnameReadings {
  /// The readings of the surname that a name begins with, one list a character; nil where nothing is special.
  static func of(_ name: [Unicode.Scalar]) -> [[String]]? {
    for length in [2, 1] where name.count > length {
      var key = String.UnicodeScalarView()
      key.append(contentsOf: name.prefix(length))
      if let ways = table[String(key)] { return ways }
    }
    return nil
  }

  private static let table = written.mapValues { written in
    let ways = written.split(separator: ",").map { $0.split(separator: " ").map(String.init) }
    return (ways.first ?? []).indices.map { place in ways.map { $0[place] } }
  }

  /// Several ways are separated by commas, the syllables of a way by spaces.
  private static let written: [String: String] = [
    "万俟": "mo qi", "尉迟": "yu chi", "单于": "chan yu", "澹台": "tan tai", "乐正": "yue zheng",
    "子车": "zi ju", "拓跋": "tuo ba", "单": "shan,dan", "曾": "zeng", "仇": "qiu", "解": "xie,jie", "区": "ou",
    "查": "zha", "盖": "ge,gai", "朴": "piao", "缪": "miao,mou", "乐": "yue,le", "繁": "po", "召": "shao,zhao",
    "折": "she", "员": "yun", "祭": "zhai", "种": "chong", "秘": "bi", "翟": "zhai,di", "乜": "nie",
    "覃": "qin,tan", "洗": "xian", "牟": "mu,mou", "隗": "wei,kui", "郇": "xun,huan", "郗": "xi,chi",
    "佴": "nai", "句": "gou", "薄": "bo", "柏": "bai,bo", "都": "du", "炅": "gui", "颉": "xie",
    "莘": "shen,xin", "能": "nai", "术": "zhu", "卜": "bu", "宓": "mi,fu", "阚": "kan", "适": "kuo",
    "藏": "zang", "么": "yao",
  ]
}
