package import Ballot
import Foundation
import Mustache

/// A template of a bulletin or a form: a Mustache file that turns facts into marked-up text.
///
/// Mustache because it holds no logic: what is said stands in the file, what is decided stays in our code.
package struct PaperTemplate: Sendable {
  private let template: MustacheTemplate

  /// The template of a paper by its code; nil where none ships.
  ///
  /// Bulletins end with the lines about where and when they hang.
  /// - Throws: `PDFError.drawing` when the file is not a template.
  package init?(_ code: String) throws(PDFError) {
    guard let bytes = PaperTemplate.files[code] else { return nil }
    let foot = code.hasPrefix("B") ? PaperTemplate.files["foot"] ?? [] : []
    try self.init(text: String(decoding: bytes + [10] + foot, as: UTF8.self))
  }

  /// A template from its text.
  package init(text: String) throws(PDFError) {
    do {
      template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
    } catch {
      throw .drawing("template: \(error)")
    }
  }

  /// Fills the template in; facts are an object of texts, numbers, flags, lists and objects.
  package func render(_ facts: JSON) -> PaperMarkup {
    PaperMarkup(template.render(PaperTemplate.context(facts)))
  }

  /// Facts as the template engine takes them; null is absent, and every object of a list knows its place `n`.
  private static func context(_ facts: JSON) -> Any {
    switch facts {
    case .null: ""
    case .bool(let value): value
    case .integer(let value): value
    case .string(let value): PaperMarkup.harmless(value)
    case .array(let values): list(values)
    case .object(let members): object(members)
    }
  }

  private static func object(_ members: [String: JSON]) -> [String: Any] {
    members.filter { $0.value != .null && $0.value != .string("") }.mapValues(context)
  }

  private static func list(_ values: [JSON]) -> [Any] {
    values.filter { $0 != .null }.enumerated().map { index, value in
      guard case .object(let members) = value else { return context(value) }
      // An empty cell stays empty instead of showing what the paper has under the same name.
      var row = members.mapValues { $0 == .null ? "" : context($0) }
      row["n"] = row["n"] ?? index + 1
      return row
    }
  }
}
