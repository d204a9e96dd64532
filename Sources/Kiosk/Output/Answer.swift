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
  private let encoder: JSONEncoder

  init(format: Format, language: Language) {
    self.format = format
    self.language = language
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  func write(_ answer: Answer) {
    switch format {
    case .json: for value in answer.json { line(json(value)) }
    case .text: for sentence in answer.text { line(sentence.text(in: language)) }
    }
  }

  /// Says why nothing was done, on the standard error, and in JSON on the standard output too.
  func write(_ failure: Failure) {
    let message = failure.sentence.text(in: language)
    if format == .json {
      line(json(FailureReport(failure, message: message, language: language)))
    }
    complain(message)
    if format == .text {
      for detail in failure.details { complain("  " + detail.sentence.text(in: language)) }
    }
  }

  /// Says something about work in progress on the standard error.
  func complain(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  func line(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
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
    let details: [Line]?
  }

  struct Line: Encodable {
    let row: Int?
    let column: String?
    let field: String?
    let code: String
    let value: String?
    let message: String
  }

  let error: Body

  init(_ failure: Failure, message: String, language: Language) {
    let lines = failure.details.map {
      Line(
        row: $0.row, column: $0.column, field: $0.field, code: $0.code, value: $0.value,
        message: $0.sentence.text(in: language))
    }
    error = Body(code: failure.code, message: message, details: lines.isEmpty ? nil : lines)
  }
}
