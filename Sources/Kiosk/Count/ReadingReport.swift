import Archive
import Ballot
import FoundationEssentials
import Scanner

/// One line of `count read --format json` (PRODUCT §4).
struct ReadingReport: Encodable {
  struct Line: Encodable {
    let id: String
    let mark: String
    let `class`: String
    let confidence: Double
    let name: String?
  }

  let file: String
  let status: String
  let ballotType: String?
  let batch: String?
  let page: Int?
  let milliseconds: Double
  let lines: [Line]?
  let reason: String?
  let message: String?
  /// The sheet's id in the count; nil when nothing was recorded.
  let sheet: String?
  /// The very same picture was recorded before.
  let known: Bool?
  /// The counted sheet, or the picture before, that this one looks like; it was not recorded.
  let alike: String?
  let sentence: Sentence
  /// The sentence without the file's name, for a screen on which the sheet lies.
  var words: Sentence {
    Sentence(
      zh: ReadingReport.withoutName(sentence.zh, "：", file),
      en: ReadingReport.withoutName(sentence.en, ": ", file))
  }

  private enum CodingKeys: String, CodingKey {
    case file, status, ballotType, batch, page, milliseconds, lines, reason, message, sheet, known, alike
  }

  init(_ result: BallotIntake.Result) {
    file = result.file
    milliseconds = (result.milliseconds * 10).rounded() / 10
    sheet = result.recorded?.hex
    known = result.known ? true : nil
    alike = result.twin?.name
    switch result.reading {
    case .read where result.unkept:
      (status, reason) = ("rejected", "notJPEG")
      (ballotType, batch, page, lines) = (nil, nil, nil, nil)
      message = "计票要保存照片，只收 JPEG 文件，这一张没有记录。请用 JPEG 格式重拍。"
      sentence = Sentence(
        zh: "\(result.file)：计票要保存照片，只收 JPEG 文件，这一张没有记录。请用 JPEG 格式重拍。",
        en:
          "\(result.file): the count keeps JPEG pictures only; this one was not recorded. Take it again as JPEG."
      )
    case .read(let reading):
      status = "read"
      ballotType = reading.type.rawValue
      batch = reading.batch.rawValue
      page = reading.page
      let read = reading.lines.map(Line.init)
      lines = read
      (reason, message) = (nil, nil)
      let doubtful = read.count { $0.class == "doubtful" }
      sentence = ReadingReport.sentence(result, lines: read.count, doubtful: doubtful)
    case .rejected where result.missing:
      let words = Failure.unreadable(result.file, reason: "不存在或不可读 / missing or unreadable")
      (status, reason, message) = ("rejected", words.code, words.sentence.zh)
      (ballotType, batch, page, lines) = (nil, nil, nil, nil)
      sentence = words.sentence
    case .rejected(let rejection):
      status = "rejected"
      (ballotType, batch, page, lines) = (nil, nil, nil, nil)
      reason = rejection.code
      message = rejection.sentence.zh
      sentence = Sentence(
        zh: "\(result.file)：\(rejection.sentence.zh)", en: "\(result.file): \(rejection.sentence.en)")
    }
  }
}

extension ReadingReport {
  fileprivate static func withoutName(_ text: String, _ sign: String, _ file: String) -> String {
    text.hasPrefix(file + sign) ? String(text.dropFirst(file.count + sign.count)) : text
  }

  /// What was read, and whether it counts.
  private static func sentence(_ result: BallotIntake.Result, lines: Int, doubtful: Int) -> Sentence {
    let read = Sentence(
      zh: "\(result.file)：已读，\(lines) 行，疑难 \(doubtful) 处",
      en: "\(result.file): read, \(lines) lines, \(doubtful) doubtful")
    if result.known {
      return Sentence(
        zh: read.zh + "（这张照片以前读过，没有重复记录）", en: read.en + " (this picture was recorded before)")
    }
    guard let twin = result.twin else { return read }
    return Sentence(
      zh: read.zh + "。与\(twin.sentence.zh)很像，可能是同一张选票，没有记录。请核对：确是另一张的，加 --distinct 再读这张照片。",
      en: read.en + ". It looks like \(twin.sentence.en) and may be the same paper; it was not recorded. "
        + "Compare them: if it is another ballot, read this picture again with --distinct.")
  }
}

extension KnownSheets.Twin {
  /// The sheet's id, or the picture's file.
  var name: String {
    switch self {
    case .counted(let id): id.hex
    case .picture(let file): file
    }
  }

  fileprivate var sentence: Sentence {
    switch self {
    case .counted(let id):
      Sentence(zh: "已计的选票 \(id.hex.prefix(8)) ", en: "the counted sheet \(id.hex.prefix(8))")
    case .picture(let file): Sentence(zh: "照片 \(file) ", en: "the picture \(file)")
    }
  }
}

extension ReadingReport.Line {
  init(_ line: ReadLine) {
    id = line.id.rawValue
    mark = line.mark.rawValue
    `class` = line.certainty.rawValue
    confidence = (line.confidence * 1000).rounded() / 1000
    name = line.name?.rawValue
  }
}

extension Rejection {
  var sentence: Sentence {
    switch self {
    case .notAnImage:
      Sentence(zh: "不是能读的图片，没有读取。请重新拍照。", en: "Not a readable picture. Take it again.")
    case .noBallotFound:
      Sentence(zh: "照片里没有找到选票。请把选票放在镜头下。", en: "No ballot was found. Put the ballot under the camera.")
    case .cutOff(let count):
      Sentence(
        zh: "只看到选票四角中的 \(count) 个角标。请放平，让四角都露出来。",
        en: "Only \(count) of the four corner marks are in sight. Show all four.")
    case .blurred: Sentence(zh: "照片太模糊。请对焦后重拍。", en: "The picture is too blurred. Focus and take it again.")
    case .tooSmall:
      Sentence(zh: "选票在照片里太小。请靠近一些。", en: "The ballot is too small in the picture. Come closer.")
    case .severalSheets:
      Sentence(zh: "照片里不止一张选票。请一次只放一张。", en: "There is more than one sheet. Put one at a time.")
    case .unreadableCode:
      Sentence(
        zh: "选票角上的码读不出。请放平重拍，仍读不出则人工计票。",
        en: "The ballot's code cannot be read. Flatten it and take it again.")
    case .otherBallot:
      Sentence(
        zh: "这不是本次选举的选票，没有读取。请单独存放并报告。",
        en: "This is a ballot of another election; it was not read. Put it aside and report it.")
    case .otherBatch:
      Sentence(
        zh: "这张选票不是本次印制的批次。请单独存放并报告。", en: "This ballot is of another print run. Put it aside and report it.")
    case .otherPage:
      Sentence(zh: "选票页码不对。请单独存放并报告。", en: "This ballot has an unknown page. Put it aside and report it.")
    case .boxesHidden(let count, let all):
      Sentence(
        zh: "\(all) 个符号框有 \(count) 个看不到。请放平，不要遮挡。",
        en: "\(count) of \(all) mark boxes cannot be seen. Flatten it and uncover it.")
    }
  }
}
