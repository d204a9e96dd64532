/// The two files that head a transfer medium of electronic records: the explanation and the list of files.
struct TransferCatalogue {
  let contents: BundleContents
  /// The records by their path below `data/`, with their sizes.
  let records: [(path: String, size: Int)]

  /// `说明文件.TXT`; lines end as on Windows, where it will be read.
  var explanation: String {
    [
      "电子档案移交说明文件",
      "编号：\(contents.name.folder)",
      "立档单位：\(contents.organization)",
      "村（社区）代码：\(contents.name.community)",
      "选举编号：\(contents.name.election)　修订号：\(contents.name.revision)",
      "封存日期：\(contents.baggingDate)",
      "范围：\(contents.kind == .public ? "公开" : "内部")",
      "文件数：\(records.count)　字节数：\(records.reduce(0) { $0 + $1.size })",
      "文件目录见“文件目录.XML”；核对方法见上一级目录的 README.txt。",
      "",
    ].joined(separator: "\r\n")
  }

  /// `文件目录.XML`: every record with its year and class, from its path.
  var catalogue: String {
    let files = records.enumerated().map { element(index: $0 + 1, record: $1) }
    let head = """
      <?xml version="1.0" encoding="UTF-8"?>
      <文件目录 编号="\(escaped(contents.name.folder))" 文件数="\(records.count)">

      """
    return head + files.joined() + "</文件目录>\n"
  }

  private func element(index: Int, record: (path: String, size: Int)) -> String {
    let parts = record.path.split(separator: "/").map(String.init)
    let isRecord = parts.count == 4 && parts[0] == "电子档案"
    let place = isRecord ? " 年度=\"\(escaped(parts[1]))\" 类别=\"\(escaped(parts[2]))\"" : ""
    return """
        <文件 序号="\(index)"\(place) 题名="\(escaped(contents.titles[record.path] ?? title(parts.last ?? "")))" \
      路径="\(escaped(record.path))" 字节数="\(record.size)"/>

      """
  }

  private func title(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  private func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }
}
