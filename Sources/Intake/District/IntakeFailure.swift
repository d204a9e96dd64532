import Archive
import Foundation

/// Why a command of the receiver did not do what it was asked.
enum IntakeFailure: Error, Hashable {
  case rosterLine(Int)
  case communityCode(String)
  case key(String)
  /// A key of a box is also one of the street's.
  case sameKey(String)
  /// A name that cannot be shown.
  case name(String)
  case expected(String)
  case unreadable(String)
  case notAccepted(String)
  case store(String)
  case engineMissing
  case engineFailed(String)
  case unsound(Int)
  case copyDamaged(String)

  var words: (code: String, zh: String, en: String) {
    switch self {
    case .rosterLine(let line):
      (
        "rosterLine", "名单第 \(line) 行不合格式，没有读入。请改正后重试。",
        "Line \(line) of the roster is malformed; nothing was taken in. Correct it and try again."
      )
    case .communityCode(let code):
      (
        "communityCode", "“\(code)”不是 12 位村（社区）代码。请核对。",
        "“\(code)” is no twelve-digit community code. Check it."
      )
    case .key(let text):
      (
        "key", "“\(text)”不是可用的公钥。请用包内 keys/kiosk.vkey 的那一行，或密钥旁边的 .pub 文件。",
        "“\(text)” is no usable public key. Use the line in keys/kiosk.vkey of a bundle, or the .pub file beside a key."
      )
    case .sameKey(let name):
      (
        "sameKey", "机器“\(name)”的公钥又登记为镇街的公钥：机器不能自己见证、自己授权。请核对是哪一把拿错了，没有登记。",
        "The key of the box “\(name)” is also given as one of the street's: a box cannot watch itself. Nothing was enrolled; check which key is wrong."
      )
    case .name(let text):
      (
        "name", "名称“\(Self.shown(text))…”里有不能显示的字符，或超过 60 个字，没有登记。请改正。",
        "The name “\(Self.shown(text))…” has characters that cannot be shown, or more than 60. Nothing was enrolled."
      )
    case .expected(let text):
      (
        "expected", "“\(text)”应写成 选举编号=日期，如 2026-1=2026-12-05。",
        "“\(text)” should be election=day, such as 2026-1=2026-12-05."
      )
    case .unreadable(let path):
      ("unreadableFile", "不能读取 \(path)。请核对文件名和权限。", "\(path) cannot be read. Check its name and permissions.")
    case .notAccepted(let community):
      (
        "notAccepted", "\(community) 还没有收到合格的公开包，不能下发。请先运行 intake run。",
        "No public bundle of \(community) has been accepted yet. Run intake run first."
      )
    case .store(let text):
      (
        "store",
        "不能使用 \(text)。写成 https://服务器:端口/桶，并设置 INTAKE_S3_ACCESS_KEY 和 INTAKE_S3_SECRET_KEY。",
        "\(text) cannot be used. Write https://server:port/bucket and set INTAKE_S3_ACCESS_KEY and INTAKE_S3_SECRET_KEY."
      )
    case .engineMissing:
      (
        "engineMissing", "没有找到 ClickHouse。请安装 clickhouse，或用 --engine 指定，例如 --engine \"python3 -m chdb\"。",
        "ClickHouse was not found. Install clickhouse, or name it: --engine \"python3 -m chdb\"."
      )
    case .engineFailed(let detail):
      (
        "engineFailed", "查询没有完成：\(detail)。请核对后重试。", "The queries failed: \(detail). Check and try again."
      )
    case .copyDamaged(let path):
      (
        "copyDamaged", "保存的档案包 \(path) 与接收时不同。请删除它，再运行 intake run 从存放处重新取得。",
        "The copy \(path) is not what was accepted. Remove it and run intake run, which fetches it again."
      )
    case .unsound(let count):
      (
        "unsound", "核对发现 \(count) 处问题，见上。请保留现场并报告。",
        "The check found \(count) faults, see above. Keep everything as it is and report it."
      )
    }
  }

  /// The beginning of a text that a terminal might not take well.
  private static func shown(_ text: String) -> String {
    String(text.unicodeScalars.prefix(20).map { $0.properties.isAlphabetic ? Character($0) : "?" })
  }

  /// 1 refused, 2 unusable arguments or file, 3 device or system fault.
  var status: Int32 {
    switch self {
    case .notAccepted, .unsound: 1
    case .rosterLine, .communityCode, .key, .sameKey, .name, .expected, .unreadable, .store: 2
    case .engineMissing, .engineFailed, .copyDamaged: 3
    }
  }
}
