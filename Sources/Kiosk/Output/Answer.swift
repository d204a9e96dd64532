import Foundation

/// What a command answers: a value for machines and lines for people.
struct Answer {
  let json: [any Encodable]
  let text: [Sentence]

  init(_ json: any Encodable, _ text: [Sentence]) {
    self.json = [json]
    self.text = text
  }

  init(lines: [any Encodable], _ text: [Sentence]) {
    json = lines
    self.text = text
  }
}

/// How answers leave the program.
enum Format: String, CaseIterable { case text, json }

/// Where answers go; every command writes through it.
final class Output: Sendable {
  let format: Format
  let language: Language
  private let sink: Sink
  private let encoder: JSONEncoder

  /// Where lines are written: the standard streams, or a test's memory.
  struct Sink: Sendable {
    let out: @Sendable (String) -> Void
    let err: @Sendable (String) -> Void
    /// Whether a person looks on while work goes on.
    var isTerminal = false
    /// Who wants to know how far work has come: what is being done, how much of it, out of how much.
    var progress: (@Sendable (Sentence, Int, Int) -> Void)?

    /// The standard streams; a reader that has gone away, or a full disk, stops nothing.
    static let standard = Sink(
      out: { try? FileHandle.standardOutput.write(contentsOf: Data(($0 + "\n").utf8)) },
      err: { try? FileHandle.standardError.write(contentsOf: Data(($0 + "\n").utf8)) },
      isTerminal: isatty(STDERR_FILENO) == 1)
  }

  init(format: Format, language: Language, sink: Sink = .standard) {
    self.format = format
    self.language = language
    self.sink = sink
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  var showsBars: Bool { sink.isTerminal }

  /// The language in which somebody at the terminal may be asked; nil where nobody looks on.
  var asks: Language? { sink.isTerminal ? language : nil }

  /// Tells who wants to know how far work has come.
  func tell(_ title: Sentence, _ done: Int, of total: Int) { sink.progress?(title, done, total) }

  func write(_ answer: Answer) {
    switch format {
    case .json: for value in answer.json { line(json(value)) }
    case .text: for sentence in answer.text { line(sentence.text(in: language)) }
    }
  }

  /// Says why nothing was done, on the standard error, and in JSON on the standard output too.
  ///
  /// JSON is the same in every language, so its messages are Chinese.
  func write(_ failure: Failure) {
    if format == .json { line(json(FailureReport(failure))) }
    complain(failure.sentence.text(in: language))
    if format == .text {
      for detail in failure.details.prefix(Output.mostDetails) {
        complain("  " + Output.oneLine(detail.sentence.text(in: language)))
      }
      complainOfMore(failure.details.count - Output.mostDetails)
    }
  }

  /// More lines than these nobody reads on a screen; JSON has them all.
  private static let mostDetails = 500

  private func complainOfMore(_ count: Int) {
    guard count > 0 else { return }
    let more = Sentence(
      zh: "其余 \(count) 处略，用 --format json 可全部列出。", en: "\(count) more; --format json lists them all.")
    complain("  " + more.text(in: language))
  }

  /// What a file says may hold line breaks and signs that move the cursor; a message is one line.
  private static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }

  /// Says something about work in progress on the standard error.
  func complain(_ text: String) {
    sink.err(text)
  }

  func line(_ text: String) {
    sink.out(text)
  }

  func json(_ value: any Encodable) -> String {
    guard let data = try? encoder.encode(value) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }
}

/// A failure in JSON: `{"error":{"code":…,"message":…}}`.
private struct FailureReport: Encodable {
  struct Body: Encodable {
    let code: String
    let message: String
    let details: [FailureDetail]?
  }

  let error: Body

  init(_ failure: Failure) {
    error = Body(
      code: failure.code, message: failure.sentence.zh,
      details: failure.details.isEmpty ? nil : failure.details)
  }
}
