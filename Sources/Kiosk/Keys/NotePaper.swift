import Archive
import Ballot
import Foundation
import Printing

/// A signed text on paper: readable, and as a code that a telephone or another box reads.
struct NotePaper {
  let title: String
  let explanation: String
  let text: String

  var paper: Paper {
    Paper(
      title: title,
      blocks: [.paragraph(explanation), .codes([(text, "扫码取得下面的原文")])]
        + text.split(separator: "\n").map { .plain(String($0)) } + [
          .signatures(["监票员：", "日期："])
        ], size: 11)
  }
}

extension Box {
  /// Signs the log's head and draws it, so that paper anchors the log; the PDF.
  func drawCheckpoint(_ occasion: String, zh: String, to folder: String? = nil) throws -> URL {
    let note = try journal.checkpoint(signedBy: keys.signer)
    let file = try self.folder(folder).appending(path: "checkpoint-\(occasion).pdf")
    let size = try Checkpoint(note).size
    let paper = NotePaper(
      title: "日志检查点（\(zh)）",
      explanation:
        "截至\(now().day.chinese) \(now().clock)，本机日志共 \(size) 条。请监票员签名并妥善保存：以后谁改动这 \(size) 条中的任何一条，凭这张纸都能查出来。",
      text: note.description)
    try paper.paper.write(to: file.path, created: now().day)
    return file
  }
}

/// The checkpoint's paper at opening and closing; a paper that could not be drawn takes no step back.
struct CheckpointPaper {
  let file: String?

  var sentence: Sentence {
    guard let file else {
      return Sentence(
        zh: "日志检查点没有画成，请用 journal checkpoint --out 再做一次。",
        en: "The checkpoint was not drawn; make it again with journal checkpoint --out.")
    }
    return Sentence(zh: "请打印日志检查点，由监票员签名：\(file)", en: "Print and sign the checkpoint: \(file)")
  }
}

extension Box {
  func checkpointPaper(_ occasion: String, zh: String) -> CheckpointPaper {
    CheckpointPaper(file: (try? drawCheckpoint(occasion, zh: zh))?.path)
  }
}
