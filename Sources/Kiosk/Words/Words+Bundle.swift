import Archive
import Foundation

extension BundleFinding {
  /// What is wrong, for a person who has the bundle before them.
  var sentence: Sentence {
    switch self {
    case .unreadable, .tar, .folder, .missing, .unexpected, .malformed: formSentence
    case .digestDiffers, .unlisted, .listedButMissing, .oxumDiffers, .infoDiffers: contentSentence
    case .signatureWrong, .keysDiffer, .keyNotTrusted, .checkpointSignatureWrong, .cosignatureUnproven,
      .cosignatureMissing, .logDiffers:
      signatureSentence
    case .tableUndescribed, .row: tableSentence
    }
  }

  private var english: String { description }

  private var formSentence: Sentence {
    switch self {
    case .unreadable(let fault):
      Sentence(zh: "文件读不出来：\(fault.path)（\(unsafe String(cString: strerror(fault.code)))）。", en: english)
    case .tar(let fault): Sentence(zh: "不是完整的档案包：\(fault.zh)。", en: english)
    case .folder(let folder): Sentence(zh: "“\(folder)”不是档案包的名称。", en: english)
    case .missing(let path): Sentence(zh: "缺少 \(path)。", en: english)
    case .unexpected(let path): Sentence(zh: "多出了不该有的文件 \(path)。", en: english)
    case .malformed(let path): Sentence(zh: "\(path) 的格式不对。", en: english)
    default: Sentence(zh: english, en: english)
    }
  }

  private var contentSentence: Sentence {
    switch self {
    case .digestDiffers(let path, let algorithm):
      Sentence(zh: "\(path) 被改动过：\(algorithm == .sm3 ? "SM3" : "SHA-256") 与清单不符。", en: english)
    case .unlisted(let path, let manifest): Sentence(zh: "\(path) 不在清单 \(manifest) 里。", en: english)
    case .listedButMissing(let path, let manifest):
      Sentence(zh: "清单 \(manifest) 里有 \(path)，包里却没有。", en: english)
    case .oxumDiffers(let stated, let found):
      Sentence(zh: "内容的字节数和文件数是 \(found)，说明里写的是 \(stated)。", en: english)
    case .infoDiffers(let label): Sentence(zh: "bag-info.txt 的“\(label)”缺少或不符。", en: english)
    default: Sentence(zh: english, en: english)
    }
  }

  private var signatureSentence: Sentence {
    switch self {
    case .signatureWrong(let path): Sentence(zh: "签名 \(path) 不对。", en: english)
    case .keysDiffer(let path): Sentence(zh: "\(path) 与包里的签名密钥不是同一把。", en: english)
    case .keyNotTrusted: Sentence(zh: "签名的密钥不是认可的密钥，可能是别人做的包。", en: english)
    case .checkpointSignatureWrong: Sentence(zh: "日志检查点的签名缺少或不对。", en: english)
    case .cosignatureUnproven(let name): Sentence(zh: "检查点下“\(name)”的签名不能证实。", en: english)
    case .cosignatureMissing:
      Sentence(zh: "日志里有需要镇街授权的异常，检查点却没有镇街的会签。", en: english)
    case .logDiffers(let signed, let found):
      Sentence(zh: "日志有 \(found) 条，与检查点签名的 \(signed) 条不是同一份，可能被删改。", en: english)
    default: Sentence(zh: english, en: english)
    }
  }

  private var tableSentence: Sentence {
    switch self {
    case .tableUndescribed(let name): Sentence(zh: "表 \(name) 与它的说明对不上。", en: english)
    case .row(let table, let row, let fault):
      Sentence(zh: "表 \(table) 第 \(row) 行不对：\(fault.zh)。", en: english)
    default: Sentence(zh: english, en: english)
    }
  }
}

extension TarFault {
  fileprivate var zh: String {
    switch self {
    case .truncated(let offset): "在第 \(offset) 字节处断了"
    case .headerMalformed(let offset): "第 \(offset) 字节处的文件头不对"
    case .entryType(_, let offset): "第 \(offset) 字节处有不许有的类型"
    case .unusablePath(let path): "文件名“\(path)”不许用"
    case .outOfOrder(let path): "“\(path)”不在它该在的位置"
    case .paddingNotZero(let path): "“\(path)”后面的空白处有内容"
    case .endMalformed(let offset): "结尾（第 \(offset) 字节）不对"
    case .tooManyFiles: "文件太多"
    }
  }
}

extension RowFault {
  fileprivate var zh: String {
    switch self {
    case .notAnObject: "不是一行记录"
    case .notCanonical: "写法不规范"
    case .unknownColumn(let column): "多了一列“\(column)”"
    case .missing(let column): "缺“\(column)”"
    case .wrongValue(let column): "“\(column)”的值不对"
    }
  }
}
