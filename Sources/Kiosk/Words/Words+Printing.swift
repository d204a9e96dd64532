import Ballot
import Printing

extension Delivery {
  var sentence: Sentence {
    switch self {
    case .printed: Sentence(zh: "已打印", en: "printed")
    case .confirmedByPerson: Sentence(zh: "由人工清点确认", en: "counted by a person")
    case .file: Sentence(zh: "已存为文件", en: "written to a file")
    }
  }
}

extension Attention {
  var sentence: Sentence {
    switch self {
    case .mediaEmpty: Sentence(zh: "没有纸了，请加纸", en: "out of paper, load paper")
    case .mediaJam: Sentence(zh: "卡纸了，请取出", en: "paper jam, clear it")
    case .coverOpen: Sentence(zh: "盖子没关，请关好", en: "a cover is open, close it")
    case .supplyEmpty: Sentence(zh: "墨粉用完了，请更换", en: "out of toner, replace it")
    case .outputFull: Sentence(zh: "出纸盘满了，请取走", en: "the output tray is full, empty it")
    case .offline: Sentence(zh: "打印机没有回应，请检查电源和连线", en: "the printer does not answer, check power and cable")
    case .paused: Sentence(zh: "打印机暂停了，请恢复", en: "the printer is paused, resume it")
    case .other: Sentence(zh: "请查看打印机面板", en: "see the printer's panel")
    }
  }
}

extension PrintProgress {
  var sentence: Sentence {
    switch self {
    case .waiting: Sentence(zh: "等待打印……", en: "Waiting for the printer…")
    case .printing: Sentence(zh: "正在打印……", en: "Printing…")
    case .needsAttention(let what):
      Sentence(
        zh: "打印机需要处理：\(what.map(\.sentence.zh).joined(separator: "；"))。处理后会继续。",
        en:
          "The printer needs attention: \(what.map(\.sentence.en).joined(separator: "; ")). It goes on afterwards."
      )
    case .serverSilent: Sentence(zh: "打印服务没有回应，正在重试……", en: "The print server does not answer; trying again…")
    }
  }
}

extension PrintOutcome {
  var sentence: Sentence {
    switch self {
    case .finished: Sentence(zh: "打印完成。", en: "Printed.")
    case .unknown:
      Sentence(
        zh: "打印机断过电，不知道是否印完，没有登记。请清点印出的纸：数目对，再办一次并选“已印好，人工清点过”（--counted）；不对，全部销毁后重印。",
        en:
          "The printer lost track of the job. Nothing was recorded. Count the sheets: if all are there, repeat as “printed already, counted by hand” (--counted), else destroy them and print again."
      )
    case .canceled(let message), .aborted(let message):
      Sentence(
        zh: "打印被取消（\(message)），没有登记。请检查打印机后重印。",
        en: "The job was canceled (\(message)); nothing was recorded. Check the printer, print again.")
    case .held, .stopped:
      Sentence(
        zh: "打印队列停住了，没有登记。请检查打印机，恢复队列后重印。",
        en: "The queue stands still; nothing was recorded. Check the printer and start the queue.")
    case .printerUnavailable:
      Sentence(
        zh: "打印机没有回应，没有登记。请检查电源和连线后重印。",
        en: "The printer does not answer; nothing was recorded. Check power and cable.")
    case .unresolved:
      Sentence(
        zh: "等待太久，打印还没有完成，没有登记。请检查打印机。",
        en: "The job did not finish in time; nothing was recorded. Check the printer.")
    }
  }
}

extension PrintError {
  var sentence: Sentence {
    switch self {
    case .serverUnreachable, .noDefaultQueue, .noSuchQueue:
      Sentence(
        zh: "找不到打印机。请检查打印机，或者选“存为文件”（--to-file）。",
        en: "No printer was found. Check it, or write to a file (--to-file).")
    case .notAccepting(let queue):
      Sentence(
        zh: "打印队列 \(queue) 暂停接收任务。请恢复队列。", en: "The print queue \(queue) takes no jobs. Start it again.")
    case .missing(let packages):
      Sentence(
        zh: "没有安装打印所需的软件：\(packages.joined(separator: "、"))。",
        en: "Printing needs the packages \(packages.joined(separator: ", ")).")
    case .unreadableFile(let path):
      Sentence(zh: "要打印的文件 \(path) 读不到。", en: "The file to print, \(path), cannot be read.")
    case .refused, .didNotStart:
      Sentence(
        zh: "打印服务出错：\(self)。请检查打印机后重试。",
        en: "The print server failed: \(self) Check the printer and try again.")
    }
  }
}

/// What is said of jobs that were given up.
extension Sentence {
  static let leftoversWithdrawn = Sentence(
    zh: "上次没有印完的作业还在打印队列里，已经撤回。", en: "A job of last time was still in the queue; it was taken back.")
  static let printingStopped = Sentence(
    zh: "已按要求停止打印，没有登记。", en: "Printing was stopped; nothing was recorded.")
  static let jobWithdrawn = Sentence(
    zh: "作业已经撤回。已印出的纸请销毁；打印机恢复后若还有纸出来，也请销毁。",
    en:
      "The job was taken back. Destroy what has come out, and what may still come out once the printer goes on."
  )
  static let jobLeft = Sentence(
    zh: "作业撤不回来，打印机恢复后可能自己印出：请先在打印机上取消，再重印。",
    en:
      "The job could not be taken back and may come out later: cancel it at the printer before printing again."
  )
}
